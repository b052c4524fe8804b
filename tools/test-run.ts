import { existsSync, readFileSync, rmSync } from 'node:fs'
import { programOf, statusOf, type CommandOptions } from './command.ts'
import { inCache } from './project.ts'
import { closingLines, type Tally } from './tally.ts'

export type { Tally } from './tally.ts'

/** Runs vitest with its own output shown and answers what it counted. A run without any test is a failure. */
export async function runVitest(args: readonly string[], options: CommandOptions = {}): Promise<Tally> {
  const path = inCache(`vitest-${process.pid}.json`)
  const env = { ...(options.env ?? process.env), ROLLOUT_TALLY: path }
  try {
    const program = [programOf('vitest'), 'run', ...args]
    const status = await statusOf(process.execPath, program, { ...options, env })
    const tally: Tally = existsSync(path)
      ? (JSON.parse(readFileSync(path, 'utf8')) as Tally)
      : { passed: 0, failed: 1, failures: [`vitest ended with ${status} before it could tell of any test`] }
    const isBad = status !== 0 || tally.passed + tally.failed === 0
    return isBad ? { ...tally, failed: Math.max(tally.failed, 1) } : tally
  } finally {
    rmSync(path, { force: true })
  }
}

/** Prints the closing lines, and throws where something failed. */
export function conclude(tally: Tally): void {
  for (const line of closingLines(tally)) console.log(line)
  if (tally.failed > 0) throw new Error('Some tests failed; their names stand above.')
}
