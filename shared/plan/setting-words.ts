import { formatMoney, formatNumber, formatShare } from './format-value'
import { shortMonthNames } from './month'
import { decimalToNumber, decimalToUnits, parseDecimal } from './parse-number'
import {
  parseSetting,
  settings,
  settingText,
  type SettingDefinition,
  type SettingKey,
  type SettingValue,
} from './settings'

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

const fold = (text: string): string => text.trim().toLowerCase()

/** The number in "24 months" or "$135 a day" as it is typed, with or without its unit; null: none, or another unit. */
const decimalBefore = (text: string, unit: string) => {
  const end = fold(unit)
  const plain = end !== '' && fold(text).endsWith(end) ? text.trim().slice(0, -end.length) : text
  return parseDecimal(plain)
}

const monthsRead = (text: string): readonly number[] | null => {
  const shares = new Map<number, number>()
  for (const part of text.split(',')) {
    const found = /^([a-z]+)(?:\s*[-–]\s*([a-z]+))?\s+([\d.]+)\s*%$/i.exec(part.trim())
    const [from, to] = [found?.[1], found?.[2] ?? found?.[1]].map((name) =>
      shortMonthNames.findIndex((known) => fold(known) === fold(name ?? '')),
    )
    if (found === null || from === undefined || to === undefined || from < 0 || to < from) return null
    for (let month = from; month <= to; month += 1) shares.set(month, Number((Number(found[3]) / 100).toPrecision(12)))
  }
  return shares.size === 12 ? shortMonthNames.map((_, month) => shares.get(month) ?? 0) : null
}

const numberRead = (field: SettingDefinition['field'], text: string): number | null => {
  if (field.kind === 'share') {
    const decimal = text.trim().endsWith('%') ? parseDecimal(text.trim().slice(0, -1)) : null
    const units = decimal && decimalToUnits(decimal, 2)
    return units?.ok ? units.value : null
  }
  if (field.kind !== 'money' && field.kind !== 'number') return null
  const decimal = decimalBefore(text, field.unit)
  if (decimal === null) return null
  if (field.kind === 'number') return decimalToNumber(decimal)
  const cents = decimalToUnits(decimal, 2)
  return cents.ok ? cents.value : null
}

/** Reads what `settingWords` writes, and what people make of it; null where it is not a value that the setting can have. */
export const readSettingWords = (key: SettingKey, text: string): SettingValue | null => {
  const { field }: SettingDefinition = settings[key]
  if (field.kind === 'choice') {
    return Object.entries(field.options).find(([, label]) => fold(label) === fold(text))?.[0] ?? null
  }
  const value = field.kind === 'monthShares' ? monthsRead(text) : numberRead(field, text)
  return value === null ? null : parseSetting(key, settingText(value))
}

/** The same for a bound of the plausible range, which may lie outside of what the setting itself can be. */
export const readSettingNumber = (key: SettingKey, text: string): number | null => numberRead(settings[key].field, text)
