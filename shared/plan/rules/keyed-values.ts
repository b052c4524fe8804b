import type { Problem } from '../problem'
import type { Rule } from '../rule'
import { isSettingKey, parseSetting, settings } from '../settings'
import type { Row } from '../tables'

const settingProblem = (row: Row<'setting'>): Problem | null => {
  const place = { table: 'setting', id: row.id } as const
  if (!isSettingKey(row.key)) {
    return { ...place, field: 'key', code: 'unknown-key', message: `There is no setting "${row.key}".` }
  }
  if (parseSetting(row.key, row.value) !== null) return null
  const message = `"${row.value}" is not a value that the setting "${settings[row.key].field.label}" can have.`
  return { ...place, field: 'value', code: 'unreadable-value', message }
}

/** A setting's row has a key that there is, and a value that can be read. */
export const settingValues: Rule = (view) =>
  view
    .changed('setting', ['key', 'value'])
    .map(settingProblem)
    .filter((problem) => problem !== null)

const parameterKey = /^[A-Za-z][A-Za-z0-9]*$/
const parameterWord = /^[a-z][A-Za-z]*$/

const isReadable = (value: string): boolean =>
  parameterWord.test(value) || (/^[-+.\d]/.test(value) && Number.isFinite(Number(value)))

const parameterProblem = (row: Row<'parameter'>): Problem | null => {
  const place = { table: 'parameter', id: row.id } as const
  if (!parameterKey.test(row.key)) {
    return {
      ...place,
      field: 'key',
      code: 'unknown-key',
      message: `"${row.key}" cannot be the key of a model parameter.`,
    }
  }
  if (isReadable(row.value)) return null
  const message = `"${row.value}" is neither a number nor a word that a model parameter can have.`
  return { ...place, field: 'value', code: 'unreadable-value', message }
}

/** A parameter's row has a key and a number or a word; which of them the model has, and its ranges, is the model's. */
export const parameterValues: Rule = (view) =>
  view
    .changed('parameter', ['key', 'value'])
    .map(parameterProblem)
    .filter((problem) => problem !== null)
