import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { freePath, safeFileName, withEnding } from '../../../electron/main/file-name'

describe('a suggested file name', () => {
  it.each([
    ['Willow Creek ISD', 'Willow Creek ISD'],
    ['A/B: "North" <1>', 'A B North 1'],
    ['..hidden..', 'hidden'],
    ['con', 'My district'],
    ['  ', 'My district'],
    ['../../etc/passwd', 'etc passwd'],
    ['Peñas Blancas 学区', 'Peñas Blancas 学区'],
  ])('of %j is %j', (district, name) => {
    expect(safeFileName(district, 'My district')).toBe(name)
  })

  it('never names another folder, whatever was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 150 }), (district) => {
        const name = safeFileName(district, 'My district')
        expect(name).not.toMatch(/[/\\:*?"<>|\0]|^\.|[. ]$/)
        expect(name.length).toBeGreaterThan(0)
        expect(name.length).toBeLessThanOrEqual(100)
      }),
    )
  })
})

describe('where to save', () => {
  const nothing = (): boolean => false

  it('keeps a name that has the ending', () => {
    expect(withEnding('/a/Lake.rollout', 'workbook', nothing)).toBe('/a/Lake.rollout')
    expect(withEnding('/a/Lake.XLSX', 'report', nothing)).toBe('/a/Lake.XLSX')
  })

  it('adds the ending where the dialog did not', () => {
    expect(withEnding('/a/Lake', 'workbook', nothing)).toBe('/a/Lake.rollout')
    expect(withEnding('/a/Lake v1.2', 'tables', nothing)).toBe('/a/Lake v1.2.xlsx')
  })

  it('writes over no file that the planner was not asked about', () => {
    expect(withEnding('/a/Lake', 'workbook', (path) => path === '/a/Lake.rollout')).toBe(join('/a', 'Lake (2).rollout'))
  })

  it('finds the first number that is free', () => {
    const taken = new Set(['/a/Lake.rollout', '/a/Lake (2).rollout'])
    expect(freePath('/a/Lake.rollout', (path) => taken.has(path))).toBe(join('/a', 'Lake (3).rollout'))
  })
})
