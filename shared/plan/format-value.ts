import { dayWords } from './day'
import type { Field, Value } from './field'
import { isMonth, monthWords } from './month'
import type { TableName } from './table-name'

/**
 * Names of rows for reading and back: `nameOf` gives a text that belongs to no other row of the table, `idsOf` every
 * row that a typed text may mean (none: no such row; two or more: it cannot be told which).
 */
export type Names = {
  readonly nameOf: (table: TableName, id: string) => string
  readonly idsOf: (table: TableName, text: string) => readonly string[]
}

const grouped = (digits: string): string => digits.replaceAll(/\B(?=(\d{3})+(?!\d))/g, ',')

/** A number as its shortest decimal, thousands with commas: "12,000.5". Very small and very large ones keep an exponent. */
export const formatNumber = (value: number): string => {
  const plain = String(value)
  if (plain.includes('e') || !Number.isFinite(value)) return plain
  const [whole = '', fraction] = plain.split('.')
  return fraction === undefined ? grouped(whole) : `${grouped(whole)}.${fraction}`
}

/** An integer of hundredths as a decimal with at least `places` of its two decimals. */
const hundredths = (value: number, places: 0 | 1 | 2): string => {
  const digits = String(Math.abs(value)).padStart(3, '0')
  const fraction = digits.slice(-2)
  const shown = places === 2 ? fraction : fraction.replace(places === 1 ? /0$/ : /0+$/, '')
  return `${value < 0 ? '-' : ''}${grouped(digits.slice(0, -2))}${shown === '' ? '' : `.${shown}`}`
}

/** Cents as dollars: "$1,200", "$1,200.50", "-$3". */
export const formatMoney = (cents: number): string => {
  const text = hundredths(Math.abs(cents), cents % 100 === 0 ? 0 : 2)
  return `${cents < 0 ? '-' : ''}$${text}`
}

/** Hundredths of a full-time equivalent: "1.0", "0.25". */
export const formatFte = (fteHundredths: number): string => hundredths(fteHundredths, 1)

/** Basis points as a percentage: "45%", "12.5%". */
export const formatShare = (basisPoints: number): string => `${hundredths(basisPoints, 0)}%`

// An item that holds the separator or begins with a quote stands in quotes, its own quotes doubled.
const listItem = (text: string): string => (/;|^"/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

const nameIn = (table: TableName, id: string, names: Names | undefined): string =>
  names === undefined ? id : names.nameOf(table, id)

const formatText = (field: Field, text: string, names: Names | undefined): string => {
  switch (field.kind) {
    case 'month':
      return isMonth(text) ? monthWords(text) : text
    case 'day':
      return dayWords(text)
    case 'choice':
      return field.options[text] ?? text
    case 'reference':
      return nameIn(field.table, text, names)
    default:
      return text
  }
}

const formatAmount = (field: Field, value: number): string => {
  switch (field.kind) {
    case 'money':
      return formatMoney(value)
    case 'fte':
      return formatFte(value)
    case 'share':
      return formatShare(value)
    case 'number':
      return field.unit === 'year' ? String(value) : formatNumber(value)
    default:
      return String(value)
  }
}

/**
 * A value as the planner reads it, in the grid, in Excel's text columns and on paper; an empty cell is an empty text.
 * References are shown by their unique name where `names` is given, else by id. `parseText` reads every such text back
 * to the same value.
 */
export const formatValue = (field: Field, value: Value, names?: Names): string => {
  if (value === null) return ''
  if (typeof value === 'boolean') return value ? 'Yes' : 'No'
  if (typeof value === 'number') return formatAmount(field, value)
  if (typeof value === 'string') return formatText(field, value, names)
  const items = value.map((item) => {
    if (field.kind !== 'list' || field.item.kind === 'text') return item
    return field.item.kind === 'choice' ? (field.item.options[item] ?? item) : nameIn(field.item.table, item, names)
  })
  return items.map(listItem).join('; ')
}
