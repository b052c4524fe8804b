import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, it, vi } from 'vitest'
import { inCache } from '../../../tools/project.ts'
import { closingLines, tallyLine } from '../../../tools/tally.ts'
import { conclude, runVitest } from '../../../tools/test-run.ts'

// within the project, so that vitest is found from there
const folder = mkdtempSync(join(inCache(), 'planted-'))
writeFileSync(
  join(folder, 'vitest.config.ts'),
  `import { reporters } from '../../tools/tally-reporter.ts'\nexport default { test: { reporters: reporters() } }`,
)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const run = (name: string, text: string) => {
  writeFileSync(join(folder, `${name}.test.ts`), `import { beforeAll, describe, expect, it } from 'vitest'\n${text}`)
  return runVitest(['--root', folder, name], { isSilent: true })
}

it('counts tests, and names those that failed with what they waited for and what the window showed', async () => {
  const tally = await run(
    'some',
    `it('adds up', () => undefined)
     describe('money', () => {
       it('is shown', ({ task }) => {
         Object.assign(task.meta, { window: 'Money · Costs' })
         throw new RangeError("Timeout exceeded.\\nCall log:\\n  - waiting for getByText('Total')\\n")
       })
       it('is right', () => expect(1).toBe(2))
     })`,
  )
  expect(tally).toEqual({
    passed: 1,
    failed: 2,
    failures: [
      "some.test.ts: money > is shown\n  RangeError: Timeout exceeded. (waiting for getByText('Total'))\n  window: Money · Costs",
      'some.test.ts: money > is right\n  AssertionError: expected 1 to be 2 // Object.is equality',
    ],
  })
})

it('says what failed before the first test, and in a file that could not be read', async () => {
  const suite = await run(
    'begun',
    `describe('the app', () => {
       beforeAll(() => { throw new Error('It did not start.') })
       it('goes on', () => undefined)
     })`,
  )
  expect(suite).toEqual({
    passed: 0,
    failed: 1,
    failures: ['begun.test.ts: the app, before or after its tests\n  Error: It did not start.'],
  })
  const unread = await run('unread', `throw new Error('It cannot be read.')`)
  expect(unread).toEqual({ passed: 0, failed: 1, failures: ['unread.test.ts\n  Error: It cannot be read.'] })
})

it('takes a run without any test for a failure', async () => {
  expect(await runVitest(['--root', folder, 'none'], { isSilent: true })).toMatchObject({ passed: 0, failed: 1 })
})

it('closes with one plain line', () => {
  expect(tallyLine({ passed: 3, failed: 0, failures: [] })).toBe('vitest: 3 passed, 0 failed')
})

it('names no more failures before it than can be read at the end of a cut log', () => {
  const failures = ['a', 'b', 'c', 'd', 'e', 'f', 'g']
  expect(closingLines({ passed: 3, failed: 7, failures })).toEqual([
    ...['a', 'b', 'c', 'd', 'e'].map((name) => `FAILED ${name}`),
    'and 2 more, named above',
    'vitest: 3 passed, 7 failed',
  ])
})

it('fails a run in which something failed', () => {
  // the closing line is read by others, so this one must not stand in the output
  const said = vi.spyOn(console, 'log').mockReturnValue()
  expect(() => conclude({ passed: 3, failed: 1, failures: ['this one'] })).toThrow('Some tests failed')
  expect(() => conclude({ passed: 3, failed: 0, failures: [] })).not.toThrow()
  expect(said.mock.calls).toEqual([['FAILED this one'], ['vitest: 3 passed, 1 failed'], ['vitest: 3 passed, 0 failed']])
  said.mockRestore()
})
