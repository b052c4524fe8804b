import { globSync, readFileSync } from 'node:fs'
import { rowFigureKeys } from '@shared/forecast/row-figures'
import { expect, it } from 'vitest'
import { inRoot } from '../../../../tools/project.ts'

const sources = globSync('renderer/**/*.{ts,tsx}', { cwd: inRoot() }).map((file) => ({
  file: file.replaceAll('\\', '/'),
  text: readFileSync(inRoot(file), 'utf8'),
}))

it('no screen makes a computed column of its own, which nothing would explain', () => {
  const makers = sources.filter(({ text }) => /kind: 'computed',/.test(text)).map(({ file }) => file)
  expect(makers).toEqual(['renderer/components/DataSheet/figure-column.ts'])
})

it('every figure of a row stands in a sheet', () => {
  const shown = sources.flatMap(({ text }) =>
    [...text.matchAll(/figureColumn\(s\.plan, '(\w+)'/g)].map(([, key]) => key),
  )
  expect(new Set(shown)).toEqual(new Set(rowFigureKeys))
})
