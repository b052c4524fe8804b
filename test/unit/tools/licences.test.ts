import { describe, expect, it } from 'vitest'
import { installedPackages, isMet, licenceProblems, type Package } from '../../../tools/licences.ts'

const allowed = new Set(['MIT', 'ISC'])

describe('a licence expression', () => {
  it.each(['MIT', 'MIT*', '(MIT OR GPL-3.0)', 'GPL-3.0 OR ISC', 'MIT AND ISC', '(GPL-3.0 AND X) OR (MIT AND ISC)'])(
    '"%s" is met',
    (expression) => expect(isMet(expression, allowed)).toBe(true),
  )

  it.each(['GPL-3.0', 'MIT AND GPL-3.0', 'MIT AND (GPL-3.0 OR X)', '(MIT OR ISC) AND X', 'UNKNOWN', 'Custom: x', ''])(
    '"%s" is not met',
    (expression) => expect(isMet(expression, allowed)).toBe(false),
  )
})

describe('the licence check', () => {
  const packages = installedPackages()
  const named = (name: string): Package | undefined => packages.find((each) => each.name === name)

  it('has nothing against what is installed', () => {
    expect(packages.length).toBeGreaterThan(100)
    expect(licenceProblems(packages)).toEqual([])
  })

  it('counts what the sources reach as part of the product, and build tools not', () => {
    expect(named('better-sqlite3')?.isShipped).toBe(true)
    expect(named('zod')?.isShipped).toBe(true)
    expect(named('vitest')?.isShipped).toBe(false)
    expect(named('lightningcss')?.isShipped).toBe(false)
  })

  it('refuses a licence that is not allowed, and for the product also one that is for build tools only', () => {
    const each = { version: '1.0.0' }
    expect(
      licenceProblems([
        { ...each, name: 'a', licence: 'AGPL-3.0', isShipped: false },
        { ...each, name: 'b', licence: 'MPL-2.0', isShipped: false },
        { ...each, name: 'c', licence: 'MPL-2.0', isShipped: true },
        { ...each, name: 'd', licence: 'Zlib', isShipped: true },
      ]),
    ).toEqual([
      'a 1.0.0 helps to build it and has the licence AGPL-3.0',
      'c 1.0.0 is part of the product and has the licence MPL-2.0',
      'd 1.0.0 is part of the product and has the licence Zlib',
    ])
  })
})
