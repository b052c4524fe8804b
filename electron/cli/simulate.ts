import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { checkModelInput } from '@shared/model/input-check'
import { simulate } from '@shared/model/simulate'
import { trajectoryToJson, type MeasureValues } from '@shared/model/trajectory'
import { addMonths } from '@shared/plan/month'
import { jsonText, type Command, type Terminal } from './command'
import { badFile, badInput } from './failure'

const shownProblems = 20

function textOf(path: string, terminal: Terminal): string {
  try {
    const text = path === '-' ? terminal.readInput() : readFileSync(path, 'utf8')
    // some editors put a byte order mark first, which JSON does not know
    return text.replace(/^\uFEFF/, '')
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    if (code === 'ENOENT') throw badFile('file-not-found', `There is no file ${path}.`)
    const name = path === '-' ? 'Standard input' : path
    throw badFile('file-unreachable', `${name} cannot be read (${String(code)}). Nothing was changed.`)
  }
}

function valueOf(path: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw badInput('not-json', `${path === '-' ? 'The input' : basename(path)} is not JSON: ${why}`)
  }
}

const percent = (share: number): string => `${(share * 100).toFixed(1).padStart(6)} %`

const line = (start: string, values: MeasureValues, month: number): string =>
  `${addMonths(start, month)}  ${percent(values.trained)}  ${percent(values.using)}  ${percent(values.fidelity)}  ${percent(values.bottleneck)}  ${percent(values.capacity)}`

/** Runs the model on a ModelInput. */
export const simulateCommand: Command = {
  usage: 'simulate INPUT.json [--json]',
  summary: 'Runs the model on a ModelInput ("-" reads standard input) and prints every month.',
  options: {},
  operands: 1,
  run: ([path = ''], { json }, terminal) => {
    const checked = checkModelInput(valueOf(path, textOf(path, terminal)))
    if (!checked.ok) {
      const [first] = checked.errors
      const lines = checked.errors.slice(0, shownProblems).map(({ code, path: at, message }) => {
        const place = at === '' ? 'the input' : at
        return `${place}: ${message} (${code})`
      })
      throw badInput(first?.code ?? 'input-refused', lines.join('\n'))
    }
    const trajectory = simulate(checked.value)
    const answer = trajectoryToJson(trajectory)
    if (json === true) return jsonText(answer)
    const head = 'month      trained     using   fidelity   weakest   capacity'
    return `${[head, ...answer.months.map((values, month) => line(trajectory.start, values, month))].join('\n')}\n`
  },
}
