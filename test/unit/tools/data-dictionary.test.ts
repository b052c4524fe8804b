import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { settings } from '@shared/plan/settings'
import { tableNames } from '@shared/plan/table-name'
import { tableOf } from '@shared/plan/tables'
import { dictionaryText } from '../../../tools/dictionary-text.ts'
import { inRoot } from '../../../tools/project.ts'

describe('the data dictionary', () => {
  it('is what the definitions print: run "node tools/data-dictionary.ts" where it is not', () => {
    expect(readFileSync(inRoot('docs', 'data-dictionary.md'), 'utf8')).toBe(dictionaryText())
  })

  it('names every table, field and setting, and what each says', () => {
    const text = dictionaryText()
    const wanted = tableNames.flatMap((table) => [
      `### ${table}\n`,
      tableOf(table).help,
      ...Object.entries(tableOf(table).fields).flatMap(([key, { help }]) => [
        `\`${key}\``,
        help.replaceAll('|', '\\|'),
      ]),
    ])
    const all = [...wanted, ...Object.entries(settings).flatMap(([key, { source }]) => [`\`${key}\``, source])]
    expect(all.filter((part) => !text.includes(part))).toEqual([])
  })

  it('has rows of as many cells as their heads', () => {
    const lines = dictionaryText().split('\n')
    const cells = (line: string): number => line.split(/(?<!\\)\|/).length
    const uneven = lines.filter((line, at) => {
      const above = lines[at - 1]
      return line.startsWith('|') && above?.startsWith('|') === true && cells(line) !== cells(above)
    })
    expect(uneven).toEqual([])
  })
})
