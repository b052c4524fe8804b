import { programOf, run, runPackage } from './command.ts'
import { checkLicences } from './licences.ts'
import { checkLocks } from './lock-check.ts'
import { script } from './project.ts'
import { prepareWindowTests, runEndToEnd } from './test-e2e.ts'
import { closingLines, tallyLine, type Tally } from './tally.ts'
import { runVitest } from './test-run.ts'

type Step = { name: string; run: () => void | Promise<void> | Promise<Tally> }

const steps: Step[] = [
  { name: 'lock files', run: checkLocks },
  { name: 'format', run: () => runPackage('oxfmt', ['--check']) },
  { name: 'lint', run: () => runPackage('oxlint', ['--type-aware']) },
  { name: 'types', run: () => run(process.execPath, [programOf('typescript', 'tsc'), '-b']) },
  { name: 'runtime', run: prepareWindowTests },
  { name: 'unit and component tests', run: () => runVitest(['--project', 'unit', '--project', 'component']) },
  { name: 'build', run: () => runPackage('electron-vite', ['build']) },
  { name: 'end-to-end tests', run: () => runEndToEnd() },
  { name: 'licences', run: checkLicences },
]

const secondsSince = (start: number): string => `${((performance.now() - start) / 1000).toFixed(1)} s`

const total: Tally = { passed: 0, failed: 0, failures: [] }

/** Runs one step and answers the sentence that says what went wrong, or null. */
async function failureOf(step: Step): Promise<string | null> {
  try {
    const tally = await step.run()
    if (!tally) return null
    total.passed += tally.passed
    total.failed += tally.failed
    total.failures.push(...tally.failures)
    return tally.failed > 0 ? 'some tests failed, their names stand above' : null
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

await script(async () => {
  const begin = performance.now()
  const times: string[] = []
  for (const [at, step] of steps.entries()) {
    console.log(`\n== ${at + 1}/${steps.length} ${step.name}`)
    const start = performance.now()
    const failure = await failureOf(step)
    times.push(`  ${step.name}: ${secondsSince(start)}`)
    if (failure !== null) {
      console.log(`\n${closingLines(total).join('\n')}`)
      throw new Error(`FAILED at "${step.name}" after ${secondsSince(begin)}: ${failure}`)
    }
  }
  console.log(`\nAll steps passed in ${secondsSince(begin)}:\n${times.join('\n')}\n${tallyLine(total)}`)
})
