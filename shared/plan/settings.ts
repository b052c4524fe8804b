import type { Plan } from './plan'
import { settings, type SettingValue } from './setting-definitions'

export { settings, type SettingDefinition, type SettingValue } from './setting-definitions'

export type SettingKey = keyof typeof settings
/** The settings in force, each as its type. */
export type Settings = { readonly [K in SettingKey]: Widen<(typeof settings)[K]['value']> }
type Widen<D> = D extends number ? number : D

/** True for the key of a setting. */
export const isSettingKey = (key: string): key is SettingKey => Object.hasOwn(settings, key)

/** How a setting's value is written in its row: numbers plainly, lists with "; " between. */
export const settingText = (value: SettingValue): string =>
  typeof value === 'object' ? value.join('; ') : String(value)

/** Reads a setting's text; null where it is not a value that the setting can have. */
export const parseSetting = (key: SettingKey, written: string): SettingValue | null => {
  const { field } = settings[key]
  if (field.kind === 'choice') return Object.hasOwn(field.options, written) ? written : null
  if (field.kind === 'monthShares') {
    const shares = written.split(';').map((part) => (part.trim() === '' ? Number.NaN : Number(part)))
    const isGood = shares.length === 12 && shares.every((part) => part >= 0 && part <= 1)
    const sum = shares.reduce((a, b) => a + b, 0)
    return isGood && (!field.sumsToOne || Math.abs(sum - 1) <= 1e-9) ? shares : null
  }
  const value = written.trim() === '' ? Number.NaN : Number(written)
  if (!Number.isFinite(value)) return null
  if (field.kind === 'money') return Number.isInteger(value) && value >= 0 ? value : null
  const isWhole = field.kind === 'share' || field.isWhole
  return value >= field.min && value <= field.max && (!isWhole || Number.isInteger(value)) ? value : null
}

/** The settings in force in a plan: the default of each, over it the planner's rows; a row that cannot be read is passed over. */
export const settingsOf = (plan: Pick<Plan, 'setting'>): Settings => {
  const inForce: Record<string, SettingValue> = {}
  for (const [key, definition] of Object.entries(settings)) inForce[key] = definition.value
  for (const row of plan.setting.values()) {
    const value = isSettingKey(row.key) ? parseSetting(row.key, row.value) : null
    if (value !== null) inForce[row.key] = value
  }
  return inForce as unknown as Settings
}
