import { readFileSync } from 'node:fs'
import { modelCard } from '@shared/model/card'
import { parameterTable } from '@shared/model/parameters'
import { describe, expect, it } from 'vitest'
import { modelCardText } from '../../../tools/model-card-text.ts'
import { inRoot } from '../../../tools/project.ts'

describe('the model card', () => {
  it('is what the tool prints: run "node tools/model-card.ts" where it is not', () => {
    expect(readFileSync(inRoot('docs', 'model-card.md'), 'utf8')).toBe(modelCardText())
  })

  it('names every parameter with its source and range', () => {
    const text = modelCardText()
    const wanted = parameterTable.flatMap((parameter) => [
      parameter.label,
      parameter.source,
      ...(parameter.kind === 'number' ? [`${parameter.low} to ${parameter.high}`] : []),
    ])
    expect(wanted.filter((part) => !text.includes(part))).toEqual([])
  })

  it('has rows of as many cells as their heads', () => {
    const tables = modelCard.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'table' ? [block] : [])))
    expect(tables.length).toBeGreaterThan(0)
    for (const { head, rows } of tables) for (const cells of rows) expect(cells).toHaveLength(head.length)
  })
})
