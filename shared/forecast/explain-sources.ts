import type { ParameterKey } from '../model/parameter'
import { parameterTable } from '../model/parameters'
import { formatMoney, formatNumber, formatShare } from '../plan/format-value'
import type { Plan } from '../plan/plan'
import { settings, settingsOf, type SettingDefinition, type SettingKey } from '../plan/settings'
import { line, type ExplanationLine } from './explanation'
import type { DistrictRun } from './run'

function words(key: SettingKey, plan: Plan): string {
  const value = settingsOf(plan)[key]
  const { field }: SettingDefinition = settings[key]
  if (typeof value === 'object') return value.join('; ')
  if (typeof value === 'string') return field.kind === 'choice' ? (field.options[value] ?? value) : value
  if (field.kind === 'share') return formatShare(value)
  if (field.kind === 'money') return `${formatMoney(value)} ${field.unit}`
  return field.kind === 'number' ? `${formatNumber(value)} ${field.unit}`.trim() : String(value)
}

/** Settings that a figure rests on, each as it is in force; with its row where the planner changed it. */
export const settingLines = (plan: Plan, keys: readonly SettingKey[]): ExplanationLine[] =>
  keys.map((key) => {
    const row = [...plan.setting.values()].find((one) => one.key === key)
    const rows = row ? [{ table: 'setting', id: row.id } as const] : []
    return line(settings[key].field.label, words(key, plan), { rows })
  })

/** Parameters of the model that a figure rests on, as the first district runs with them. */
export const parameterLines = (
  plan: Plan,
  runs: readonly DistrictRun[],
  keys: readonly ParameterKey[],
): ExplanationLine[] =>
  parameterTable.flatMap(({ key, label, ...about }) => {
    const value = runs[0]?.compiled.input.parameters[key]
    if (!keys.includes(key) || typeof value !== 'number') return []
    const row = [...plan.parameter.values()].find((one) => one.key === key)
    const rows = row ? [{ table: 'parameter', id: row.id } as const] : []
    return [line(label, `${formatNumber(value)} ${'unit' in about ? about.unit : ''}`.trim(), { rows })]
  })
