import { writeFileSync } from 'node:fs'
import { stripVTControlCharacters } from 'node:util'
import type { Reporter, TestCase, TestModule } from 'vitest/node'
import { root } from './project.ts'
import type { Tally } from './tally.ts'

type Fault = { name?: string; message?: string; stack?: string }

/** The first line of what went wrong, what was waited for, and where: "TimeoutError: … (waiting for …) at test/e2e/x.test.ts:12". */
function gist({ name = 'Error', message = '', stack = '' }: Fault): string {
  const plain = stripVTControlCharacters(message)
  const [first = ''] = plain.trim().split('\n')
  const waited = /^\s*-\s*(waiting for .*)$/m.exec(plain)?.[1]
  const place = /\btest\/[\w./-]+\.tsx?:\d+/.exec(stack.replaceAll(`${root}/`, ''))?.[0]
  return [`${name}: ${first.slice(0, 300)}`, waited && `(${waited})`, place && `at ${place}`].filter(Boolean).join(' ')
}

function failureOf(test: TestCase): string {
  // what a test in a window notes of itself, see test/e2e/on-failure.ts
  const { window: shown } = test.meta() as { window?: string }
  const [fault = {}] = test.result().errors ?? []
  return `${test.fullName}\n  ${gist(fault)}${shown === undefined ? '' : `\n  window: ${shown}`}`
}

function failuresOf(module: TestModule): string[] {
  const suites = [...module.children.allSuites()]
  const tests = [...module.children.allTests('failed')]
  return [
    ...module.errors().map((fault) => `\n  ${gist(fault)}`),
    ...suites.flatMap((suite) =>
      suite.errors().map((fault) => `: ${suite.fullName}, before or after its tests\n  ${gist(fault)}`),
    ),
    ...tests.map((test) => `: ${failureOf(test)}`),
  ].map((failure) => `${module.relativeModuleId}${failure}`)
}

/** Writes what came of a vitest run to a file, as JSON. */
class TallyReporter implements Reporter {
  readonly #path: string
  constructor(path: string) {
    this.#path = path
  }

  onTestRunEnd: NonNullable<Reporter['onTestRunEnd']> = (modules, unhandled) => {
    const failures = [
      ...modules.flatMap(failuresOf),
      ...unhandled.map((fault) => `outside of any test\n  ${gist(fault)}`),
    ]
    const passed = modules.flatMap((module) => [...module.children.allTests('passed')]).length
    writeFileSync(this.#path, JSON.stringify({ passed, failed: failures.length, failures } satisfies Tally))
  }
}

/** Vitest's own output, and what came of it in the file that ROLLOUT_TALLY names, where it names one (see test-run.ts). */
export function reporters(): ('default' | Reporter)[] {
  const path = process.env['ROLLOUT_TALLY']
  return path === undefined ? ['default'] : ['default', new TallyReporter(path)]
}
