import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { lockProblems, type Lock } from '../../../tools/lock-check.ts'
import { inRoot } from '../../../tools/project.ts'

const good = (): Lock => ({
  lockfileVersion: 3,
  packages: {
    '': { dependencies: { linter: '1.0.0' }, devDependencies: { other: '2.0.0-beta.1' } },
    'node_modules/linter': {
      version: '1.0.0',
      integrity: 'sha512-a',
      optionalDependencies: { 'linter-linux': '1.0.0', 'linter-windows': '1.0.0' },
    },
    'node_modules/linter/node_modules/linter-linux': { version: '1.0.0', integrity: 'sha512-b' },
    'node_modules/linter-windows': { version: '1.0.0', integrity: 'sha512-c' },
    'node_modules/other': { version: '2.0.0-beta.1', integrity: 'sha512-d' },
  },
})

const planted = (fault: (packages: Lock['packages']) => void): string[] => {
  const lock = good()
  fault(lock.packages)
  return lockProblems(lock)
}

describe('the lock check', () => {
  it.each(['package-lock.json', 'tools/standin/package-lock.json'])('has nothing against %s', (file) => {
    expect(lockProblems(JSON.parse(readFileSync(inRoot(file), 'utf8')) as Lock)).toEqual([])
  })

  it('has nothing against a good lock', () => {
    expect(lockProblems(good())).toEqual([])
  })

  it("finds another platform's package that npm left out", () => {
    const problems = planted((packages) => delete packages['node_modules/linter-windows'])
    expect(problems).toEqual(['node_modules/linter: linter-windows is missing'])
  })

  it('finds a dependency that is not there at all', () => {
    expect(planted((packages) => delete packages['node_modules/other'])).toEqual(['the project: other is missing'])
  })

  it('does not take a package nested elsewhere for the one that is asked for', () => {
    const problems = planted((packages) => {
      packages['node_modules/other/node_modules/linter-windows'] = packages['node_modules/linter-windows']!
      delete packages['node_modules/linter-windows']
    })
    expect(problems).toEqual(['node_modules/linter: linter-windows is missing'])
  })

  it('finds the address of a registry', () => {
    const problems = planted((packages) => {
      packages['node_modules/other']!.resolved = 'https://registry.example.invalid/other.tgz'
    })
    expect(problems).toEqual(['node_modules/other: holds the address https://registry.example.invalid/other.tgz'])
  })

  it('finds a missing integrity', () => {
    expect(planted((packages) => delete packages['node_modules/other']!.integrity)).toEqual([
      'node_modules/other: has no integrity',
    ])
  })

  it.each(['^2.0.0', '~2.0.0', '2.x', '*', 'latest', 'github:some/where'])('refuses the range "%s"', (version) => {
    const problems = planted((packages) => (packages['']!.devDependencies = { other: version }))
    expect(problems).toEqual([`other: "${version}" is not exact`])
  })

  it('refuses an older form of lock', () => {
    expect(lockProblems({ lockfileVersion: 2, packages: {} })).toEqual(['the lock is not of version 3'])
  })
})
