import { z } from 'zod'
import { isDay } from './day'
import type { Field, ListField, Value } from './field'
import { formatMoney, formatNumber, formatShare } from './format-value'
import { isMonth, monthWords } from './month'
import type { TableName } from './table-name'
import { tableOf, tables } from './tables'

/** First and last month that a plan may speak of; days lie in them too. */
export const firstMonthAllowed = '1990-01'
export const lastMonthAllowed = '2150-12'

/** What can be wrong with a value by itself. */
export type ValueProblemCode = 'empty' | 'wrong-kind' | 'out-of-range' | 'too-long' | 'unknown-choice' | 'listed-twice'
export type ValueProblem = { readonly code: ValueProblemCode; readonly message: string }

const isEmpty = (input: unknown): boolean => input === null || input === undefined || input === ''

/** The sentence for a value of the wrong kind, or for one that is missing. */
const wrong = (field: Field, sentence: string) => ({
  error: (issue: { readonly input?: unknown }): string =>
    isEmpty(issue.input) ? `${field.label} must not be empty.` : sentence,
})

const isInSpan = (month: string): boolean => month >= firstMonthAllowed && month <= lastMonthAllowed
const span = `between ${monthWords(firstMonthAllowed)} and ${monthWords(lastMonthAllowed)}`

// Control characters, halves of characters and the two that XML forbids: no file format keeps them.
const isUnkept = (character: string): boolean => {
  const code = character.codePointAt(0) ?? 0
  const isControl = (code < 0x20 && code !== 0x09 && code !== 0x0a) || (code >= 0x7f && code < 0xa0)
  return isControl || (code >= 0xd800 && code <= 0xdfff) || code === 0xfffe || code === 0xffff
}

/** True for a text that every file format keeps as it is. */
const isKept = (text: string): boolean => {
  for (const character of text) if (isUnkept(character)) return false
  return true
}

const textSchema = (label: string, maxLength: number, isMultiline: boolean, field: Field): z.ZodType<string> =>
  z
    .string(wrong(field, `${label} must be a text.`))
    .min(1, { error: `${label} must not be empty.`, abort: true })
    .max(maxLength, { error: `${label} must have at most ${formatNumber(maxLength)} characters.`, abort: true })
    .refine((text) => text === text.trim(), { error: `${label} must not begin or end with a space.`, abort: true })
    .refine((text) => isMultiline || !/[\n\t]/.test(text), { error: `${label} must stand on one line.`, abort: true })
    .refine(isKept, { error: `${label} holds a character that cannot be kept.` })

const amountSchema = (
  field: Extract<Field, { min: number }>,
  isWhole: boolean,
  words: (value: number) => string,
): z.ZodType<number> => {
  const kind = field.kind === 'number' && isWhole ? 'a whole number ' : ''
  const sentence = `${field.label} must be ${kind}between ${words(field.min)} and ${words(field.max)}.`
  return z
    .number(wrong(field, sentence))
    .min(field.min, { error: sentence, abort: true })
    .max(field.max, { error: sentence, abort: true })
    .refine((value) => !isWhole || Number.isInteger(value), { error: sentence, abort: true })
    .refine((value) => !Object.is(value, -0), { error: sentence })
}

const choiceSchema = (label: string, options: Readonly<Record<string, string>>, field: Field): z.ZodType<string> => {
  const words = Object.values(options).join(', ')
  return z.enum(Object.keys(options), wrong(field, `${label} must be one of: ${words}.`))
}

const referenceSchema = (label: string, table: TableName, field: Field): z.ZodType<string> =>
  idSchema(wrong(field, `${label} must be chosen from the list "${tables[table].label}".`))

const idSchema = (words: { error: (issue: { readonly input?: unknown }) => string }): z.ZodType<string> =>
  z.uuid(words).refine((id) => id === id.toLowerCase(), { error: 'An id is written in small letters.' })

/** True for an id as rows have it: a UUID in small letters. */
export const isRowId = (id: string): boolean => rowId.safeParse(id).success

const itemSchema = (field: ListField): z.ZodType<string> => {
  if (field.item.kind === 'text') return textSchema(`Each entry of ${field.label}`, field.item.maxLength, false, field)
  if (field.item.kind === 'choice') return choiceSchema(field.label, field.item.options, field)
  return referenceSchema(field.label, field.item.table, field)
}

const filledSchema = (field: Field): z.ZodType<Value> => {
  switch (field.kind) {
    case 'text':
      return textSchema(field.label, field.maxLength, field.isMultiline, field)
    case 'number':
      return amountSchema(field, field.isWhole, field.unit === 'year' ? String : formatNumber)
    case 'money':
      return amountSchema(field, true, formatMoney)
    case 'fte':
      return amountSchema(field, true, (value) => formatNumber(value / 100))
    case 'share':
      return amountSchema(field, true, formatShare)
    case 'month': {
      const sentence = `${field.label} must be a month ${span}, such as Jul 2027.`
      return z.string(wrong(field, sentence)).refine((text) => isMonth(text) && isInSpan(text), wrong(field, sentence))
    }
    case 'day': {
      const sentence = `${field.label} must be a day ${span}, such as 7/1/2027.`
      const isGood = (text: string): boolean => isDay(text) && isInSpan(text.slice(0, 7))
      return z.string(wrong(field, sentence)).refine(isGood, wrong(field, sentence))
    }
    case 'yesNo':
      return z.boolean({ error: `${field.label} must be Yes or No.` })
    case 'choice':
      return choiceSchema(field.label, field.options, field)
    case 'reference':
      return referenceSchema(field.label, field.table, field)
    default:
      return z
        .array(itemSchema(field), { error: `${field.label} must be a list.` })
        .refine((items) => new Set(items).size === items.length, {
          error: `${field.label} must name each entry once.`,
          params: { code: 'listed-twice' },
        })
  }
}

const byField = new WeakMap<Field, z.ZodType<Value>>()

/** What a field's value must be, by itself: kind, range, length, one form. Made once per field. */
const fieldSchema = (field: Field): z.ZodType<Value> => {
  const known = byField.get(field)
  if (known) return known
  const filled = filledSchema(field)
  const schema: z.ZodType<Value> = field.required ? filled : z.nullable(filled)
  byField.set(field, schema)
  return schema
}

const codeOf = (issue: z.core.$ZodIssue, value: unknown): ValueProblemCode => {
  if (isEmpty(value)) return 'empty'
  if (issue.code === 'too_big' || issue.code === 'too_small')
    return issue.origin === 'string' ? 'too-long' : 'out-of-range'
  if (issue.code === 'invalid_value') return 'unknown-choice'
  if (issue.code === 'custom' && issue.params?.['code'] === 'listed-twice') return 'listed-twice'
  return 'wrong-kind'
}

/** What is wrong with a value of a field by itself, or null. */
export const checkValue = (field: Field, value: unknown): ValueProblem | null => {
  const result = fieldSchema(field).safeParse(value)
  if (result.success) return null
  const issue = result.error.issues[0]
  return issue === undefined
    ? { code: 'wrong-kind', message: `${field.label} cannot be kept.` }
    : { code: codeOf(issue, value), message: issue.message }
}

/**
 * What is wrong with a value of the field `key` of a table by itself, as a sentence with the allowed range
 * ("Staff must be between 0 and 200,000."), or null. Whether a referenced row exists is for `validate` to say.
 */
export const checkCell = (table: TableName, key: string, value: unknown): string | null => {
  const field = tableOf(table).fields[key]
  return field === undefined ? `There is no field "${key}" here.` : (checkValue(field, value)?.message ?? null)
}

const rowId = idSchema({ error: () => 'A row needs an id (a UUID).' })

const rowSchemaOf = (table: TableName): z.ZodType => {
  const shape: Record<string, z.ZodType> = {}
  for (const [key, field] of Object.entries(tableOf(table).fields)) shape[key] = fieldSchema(field)
  return z.strictObject({ id: rowId, rank: z.number(), ...shape })
}

const byTable = new Map<TableName, z.ZodType>()

/** What a whole row of a table must be, field by field; unknown keys are refused. Made when it is first asked for. */
export const rowSchema = (table: TableName): z.ZodType => {
  const schema = byTable.get(table) ?? rowSchemaOf(table)
  byTable.set(table, schema)
  return schema
}
