import type { ModelParameters, Parameter } from '../model/parameter'
import { parameterTable } from '../model/parameters'
import { rowsOf, type Plan } from '../plan/plan'
import type { Row } from '../plan/tables'
import type { Missing } from './missing'

const byKey: ReadonlyMap<string, Parameter> = new Map(parameterTable.map((parameter) => [parameter.key, parameter]))

function rangeWords({ min, isMinAllowed, max }: Extract<Parameter, { kind: 'number' }>['allowed']): string {
  const from = isMinAllowed ? `${min} or more` : `more than ${min}`
  return max === null ? from : `${isMinAllowed ? `from ${min}` : from} to ${max}`
}

/** The value that is written in a row of model parameters, or why it cannot be used, as a sentence. */
function readParameter(parameter: Parameter, written: string): { value: number | string } | { problem: string } {
  if (parameter.kind === 'choice') {
    const choice = parameter.choices.find(({ value }) => value === written.trim())
    const allowed = parameter.choices.map(({ value }) => `"${value}"`).join(' or ')
    return choice
      ? { value: choice.value }
      : { problem: `"${parameter.label}" is "${written}"; it must be ${allowed}.` }
  }
  const value = written.trim() === '' ? Number.NaN : Number(written)
  const { min, isMinAllowed, max } = parameter.allowed
  const isAllowed =
    Number.isFinite(value) && (isMinAllowed ? value >= min : value > min) && (max === null || value <= max)
  if (isAllowed) return { value }
  return { problem: `"${parameter.label}" is "${written}"; it must be a number, ${rangeWords(parameter.allowed)}.` }
}

function problemOf(row: Row<'parameter'>, given: Record<string, number | string>): Missing[] {
  const parameter = byKey.get(row.key)
  if (!parameter) {
    const message = `The forecast has no parameter called "${row.key}". Delete that line of the model parameters, or correct its name.`
    return [{ code: 'parameter-unknown', message, screen: 'settings' }]
  }
  const read = readParameter(parameter, row.value)
  if ('problem' in read) return [{ code: 'parameter-out-of-range', message: read.problem, screen: 'settings' }]
  given[row.key] = read.value
  return []
}

/** The parameters that the planner or a calibration changed, and the rows that cannot be used. */
export function parametersOf(plan: Plan): { parameters: Partial<ModelParameters>; problems: Missing[] } {
  const given: Record<string, number | string> = {}
  const problems = rowsOf(plan, 'parameter').flatMap((row) => problemOf(row, given))
  return { parameters: given, problems }
}
