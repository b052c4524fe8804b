import { globSync, readFileSync } from 'node:fs'
import { rowFigureKeys } from '@shared/forecast/row-figures'
import { expect, it } from 'vitest'
import { inRoot } from '../../../../tools/project.ts'

const sources = globSync('renderer/**/*.{ts,tsx}', { cwd: inRoot() }).map((file) => ({
  file: file.replaceAll('\\', '/'),
  text: readFileSync(inRoot(file), 'utf8'),
}))

/** Computed columns that nothing explains, and why. */
const unexplained = {
  'renderer/screens/settings/note-columns.ts': 'names the row and field of a note, and is no figure',
}

it('no screen makes a computed column of its own that would be a figure without an explanation', () => {
  const makers = sources.filter(({ text }) => /kind: 'computed',/.test(text))
  expect(new Set(makers.map(({ file }) => file))).toEqual(
    new Set(['renderer/components/DataSheet/figure-column.ts', ...Object.keys(unexplained)]),
  )
  for (const { file, text } of makers)
    expect({ file, isFigure: /isNumber: true/.test(text) }).toEqual({
      file,
      isFigure: !(file in unexplained),
    })
})

it('every figure of a row stands in a sheet', () => {
  const shown = sources.flatMap(({ text }) =>
    [...text.matchAll(/figureColumn\(s\.plan, '(\w+)'/g)].map(([, key]) => key),
  )
  expect(new Set(shown)).toEqual(new Set(rowFigureKeys))
})
