import { formatMoney, formatNumber, formatShare } from '../plan/format-value'
import { settings, type SettingDefinition, type SettingKey } from '../plan/settings'

/** A setting's value as it is read: "50%", "24 months", "$120 a day". */
export const settingWords = (key: SettingKey, value: number | string | readonly number[]): string => {
  const { field }: SettingDefinition = settings[key]
  if (typeof value === 'object') return value.join('; ')
  if (typeof value === 'string') return field.kind === 'choice' ? (field.options[value] ?? value) : value
  switch (field.kind) {
    case 'share':
      return formatShare(value)
    case 'money':
      return `${formatMoney(value)} ${field.unit}`.trim()
    case 'number':
      return `${key === 'seed' ? String(value) : formatNumber(value)} ${field.unit}`.trim()
    default:
      return String(value)
  }
}
