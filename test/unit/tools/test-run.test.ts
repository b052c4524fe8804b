import { expect, it, vi } from 'vitest'
import { conclude, tallyLine, tallyOf } from '../../../tools/test-run.ts'

const report = (numPassedTests: number, numFailedTests: number, statuses: string[]): string =>
  JSON.stringify({ numPassedTests, numFailedTests, testResults: statuses.map((status) => ({ status })) })

it('counts what the report says', () => {
  expect(tallyOf(report(12, 0, ['passed', 'passed']))).toEqual({ passed: 12, failed: 0 })
  expect(tallyOf(report(12, 3, ['passed', 'failed']))).toEqual({ passed: 12, failed: 3 })
})

it('counts a file that could not even start as a failure', () => {
  expect(tallyOf(report(12, 0, ['passed', 'failed']))).toEqual({ passed: 12, failed: 1 })
})

it('closes with one plain line', () => {
  expect(tallyLine({ passed: 3, failed: 0 })).toBe('vitest: 3 passed, 0 failed')
})

it('fails a run in which something failed', () => {
  // the closing line is read by others, so this one must not stand in the output
  const said = vi.spyOn(console, 'log').mockReturnValue()
  expect(() => conclude({ passed: 3, failed: 1 })).toThrow('Some tests failed')
  expect(() => conclude({ passed: 3, failed: 0 })).not.toThrow()
  expect(said.mock.calls).toEqual([['vitest: 3 passed, 1 failed'], ['vitest: 3 passed, 0 failed']])
  said.mockRestore()
})
