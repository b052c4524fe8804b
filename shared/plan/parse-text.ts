import { canonicalValue } from './canonical'
import type { Field, ListField, Value } from './field'
import type { Names } from './format-value'
import { foldText } from './names'
import { parseDay, parseMonth } from './parse-date'
import { decimalToNumber, decimalToUnits, parseDecimal } from './parse-number'
import { err, ok, type Result } from './result'
import { checkValue } from './row-schema'
import type { TableName } from './table-name'
import { tables } from './tables'

type Read = Result<Value, string>

const yes = new Set(['yes', 'y', 'true', '1', 'x', '✓'])
const no = new Set(['no', 'n', 'false', '0', '-'])

const amount = (field: Field, text: string): Read => {
  const refused = (): Read => err(checkValue(field, Number.NaN)?.message ?? `${field.label} must be a number.`)
  const decimal = parseDecimal(field.kind === 'share' ? text.replace(/\s*%(\)?)\s*$/, '$1') : text)
  if (decimal === null) return refused()
  if (field.kind === 'number') return ok(decimalToNumber(decimal))
  const isFraction = field.kind === 'share' && !text.includes('%') && Math.abs(decimalToNumber(decimal)) < 1
  const units = decimalToUnits(decimal, isFraction ? 4 : 2)
  return units.ok ? units : refused()
}

const choiceOf = (options: Readonly<Record<string, string>>, text: string): string | null => {
  const wanted = foldText(text)
  const entries = Object.entries(options)
  const found =
    entries.find(([, words]) => foldText(words) === wanted) ?? entries.find(([value]) => foldText(value) === wanted)
  return found?.[0] ?? null
}

const noChoice = (label: string, options: Readonly<Record<string, string>>): string =>
  `${label} must be one of: ${Object.values(options).join(', ')}.`

const referenceOf = (table: TableName, text: string, names: Names | undefined): Result<string, string> => {
  const ids = names === undefined ? [text] : names.idsOf(table, text)
  const [id] = ids
  if (id !== undefined && ids.length === 1) return ok(id)
  const { label } = tables[table]
  return err(
    id === undefined
      ? `There is no "${text}" in the list "${label}".`
      : `"${text}" stands ${ids.length} times in the list "${label}": say which one is meant.`,
  )
}

/** The items of a list as it is written: parted by ";", an item in quotes may hold anything. */
const itemsOf = (text: string): readonly string[] => {
  const items: string[] = []
  const pattern = /\s*(?:"((?:[^"]|"")*)"\s*(?=;|$)|([^;]*))(;|$)/gy
  while (pattern.lastIndex < text.length) {
    const found = pattern.exec(text)
    if (found === null) break
    items.push(found[1] === undefined ? (found[2] ?? '').trim() : found[1].replaceAll('""', '"'))
  }
  return items.filter((item) => item !== '')
}

const listOf = (field: ListField, text: string, names: Names | undefined): Read => {
  const values: string[] = []
  for (const item of itemsOf(text)) {
    if (field.item.kind === 'text') values.push(item)
    else if (field.item.kind === 'choice') {
      const value = choiceOf(field.item.options, item)
      if (value === null) return err(noChoice(field.label, field.item.options))
      values.push(value)
    } else {
      const id = referenceOf(field.item.table, item, names)
      if (!id.ok) return id
      values.push(id.value)
    }
  }
  return ok(values)
}

const yesNoOf = (label: string, text: string): Read => {
  const wanted = foldText(text)
  if (yes.has(wanted)) return ok(true)
  return no.has(wanted) ? ok(false) : err(`${label} must be Yes or No.`)
}

const read = (field: Field, text: string, names: Names | undefined): Read => {
  switch (field.kind) {
    case 'text':
      return ok(text)
    case 'number':
    case 'money':
    case 'fte':
    case 'share':
      return amount(field, text)
    // What is no month or day is passed on as it is: the check says what was expected.
    case 'month':
      return ok(parseMonth(text) ?? text)
    case 'day':
      return ok(parseDay(text) ?? text)
    case 'yesNo':
      return yesNoOf(field.label, text)
    case 'choice': {
      const value = choiceOf(field.options, text)
      return value === null ? err(noChoice(field.label, field.options)) : ok(value)
    }
    case 'reference':
      return referenceOf(field.table, text, names)
    default:
      return listOf(field, text, names)
  }
}

/**
 * Reads what a planner typed, pasted or had in a spreadsheet as a text; answers a value that the field may hold, or a
 * sentence that says what it may. An empty text is the field's default (for most fields: empty).
 *
 * - Amounts: "1,200.50", "$1,200", "(1,200)"; rounded to the unit that the plan keeps (cents, hundredths of an FTE, of a
 *   percent).
 * - Shares: with "%" as said; without, a number below 1 is a fraction (".45" is 45 %) and one from 1 on a percentage
 *   ("45" is 45 %, "1" is 1 %), as in a percent column of Excel. `valueOfNumber` reads numeric cells by another rule.
 * - Months and days: see `parseMonth` and `parseDay`. Yes or no: also "y", "true", "1", "x". Choices: their words or their
 *   stored value. References: by name where `names` is given, else by id. Lists: parted by ";".
 */
export const parseText = (field: Field, text: string, names?: Names): Read => {
  const plain = canonicalValue(field, text)
  if (plain === null) {
    const problem = checkValue(field, field.default)
    return problem === null ? ok(field.default) : err(problem.message)
  }
  const value = read(field, String(plain), names)
  if (!value.ok) return value
  const canonical = canonicalValue(field, value.value)
  const problem = checkValue(field, canonical)
  return problem === null ? ok(canonical) : err(problem.message)
}

/**
 * Reads a number that stands in a spreadsheet as a number: dollars, full-time equivalents, plain numbers; rounded to the
 * unit that the plan keeps. Shares: a spreadsheet keeps 45 % as 0.45, so what the field may hold as a fraction is one
 * (1 is 100 %), and what is larger is a percentage (45 is 45 %). A text field gets the number's digits (12, not 12.0), a
 * yes-or-no field takes 1 and 0. Fields of other kinds read the digits as `parseText` does.
 */
export const valueOfNumber = (field: Field, value: number): Read => {
  if (field.kind !== 'share') return parseText(field, String(value))
  const isFraction = Math.abs(value) <= field.max / 10_000
  return parseText(field, `${String(isFraction ? value * 100 : value)}%`)
}
