import { formatMoney, formatNumber, formatShare } from './format-value'
import { shortMonthNames } from './month'
import { settings, type SettingDefinition, type SettingKey, type SettingValue } from './settings'

const percentOf = (share: number): string => `${formatNumber(Number((share * 100).toPrecision(12)))}%`

/** Twelve shares as they are read, months of the same share together: "Jan–May 100%, Jun 40%". */
const monthsWords = (shares: readonly number[]): string => {
  const spans: { from: number; to: number; share: number }[] = []
  for (const [month, share] of shares.entries()) {
    const last = spans.at(-1)
    if (last?.share === share) last.to = month
    else spans.push({ from: month, to: month, share })
  }
  const name = (month: number): string => shortMonthNames[month] ?? ''
  const words = ({ from, to, share }: (typeof spans)[number]): string =>
    `${from === to ? name(from) : `${name(from)}–${name(to)}`} ${percentOf(share)}`
  return spans.map(words).join(', ')
}

/** A setting's value as it is read: "50%", "24 months", "$120 a day". */
export const settingWords = (key: SettingKey, value: SettingValue): string => {
  const { field }: SettingDefinition = settings[key]
  if (typeof value === 'object') return monthsWords(value)
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
