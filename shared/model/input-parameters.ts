import { isNumberAt, objectAt, valueOf } from './input-fields'
import type { ProblemList } from './input-problem'
import type { ModelParameters, Parameter } from './parameter'
import { baseParameters, parameterTable } from './parameters'

const parameterKeys: ReadonlySet<string> = new Set(parameterTable.map((parameter) => parameter.key))

function checkedValue(parameter: Parameter, value: unknown, problems: ProblemList): number | string {
  const path = `parameters.${parameter.key}`
  if (parameter.kind === 'number') {
    return isNumberAt(value, path, parameter.allowed, problems) ? value : parameter.value
  }
  const choice = parameter.choices.find((candidate) => candidate.value === value)
  if (choice !== undefined) return choice.value
  const allowed = parameter.choices.map((candidate) => `“${candidate.value}”`).join(' or ')
  problems.add('unknown-choice', path, `must be ${allowed}`)
  return parameter.value
}

/** Checks the `parameters` of a ModelInput; those that are not given take their base value. */
export function checkParameters(value: unknown, problems: ProblemList): ModelParameters {
  if (value === undefined) return baseParameters
  const fields = objectAt(value, 'parameters', parameterKeys, problems)
  if (fields === null) return baseParameters
  const given: Partial<Record<string, number | string>> = {}
  for (const parameter of parameterTable) {
    const field = valueOf(fields, parameter.key)
    if (field !== undefined) given[parameter.key] = checkedValue(parameter, field, problems)
  }
  return { ...baseParameters, ...given }
}
