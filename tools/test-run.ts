import { existsSync, readFileSync, rmSync } from 'node:fs'
import { programOf, statusOf, type CommandOptions } from './command.ts'
import { inCache } from './project.ts'

export type Tally = { passed: number; failed: number }

/** How many tests passed and failed by vitest's JSON report; a file that could not be run counts as a failure. */
export function tallyOf(report: string): Tally {
  const read = JSON.parse(report) as {
    numPassedTests: number
    numFailedTests: number
    testResults: { status: string }[]
  }
  const files = read.testResults.filter(({ status }) => status === 'failed').length
  return { passed: read.numPassedTests, failed: Math.max(read.numFailedTests, files) }
}

/** The closing line of every test run. */
export const tallyLine = ({ passed, failed }: Tally): string => `vitest: ${passed} passed, ${failed} failed`

/** Runs vitest with its own output shown and answers what it counted. A run without any test is a failure. */
export async function runVitest(args: readonly string[], options: CommandOptions = {}): Promise<Tally> {
  const report = inCache(`vitest-${process.pid}.json`)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  try {
    const status = await statusOf(process.execPath, [programOf('vitest'), 'run', ...args, ...reporters], options)
    const tally = existsSync(report) ? tallyOf(readFileSync(report, 'utf8')) : { passed: 0, failed: 0 }
    // an error outside of any test also has to fail the run
    const isBad = status !== 0 || tally.passed + tally.failed === 0
    return isBad ? { ...tally, failed: Math.max(tally.failed, 1) } : tally
  } finally {
    rmSync(report, { force: true })
  }
}

/** Prints the closing line, and throws where something failed. */
export function conclude(tally: Tally): void {
  console.log(tallyLine(tally))
  if (tally.failed > 0) throw new Error('Some tests failed; their names stand above.')
}
