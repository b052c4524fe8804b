import type { TableName } from './table-name'

/**
 * What one cell of a plan table may hold. Units by field kind: `money` is integer cents, `fte` integer hundredths of a
 * full-time equivalent, `share` integer basis points (10,000 = 100 %), `month` is `YYYY-MM`, `day` is `YYYY-MM-DD`,
 * a reference is the id of a row, a list holds each item once. An empty cell is `null`; a list is never null.
 */
export type Value = string | number | boolean | null | readonly string[]

type Common = {
  /** What the planner reads above the column. */
  readonly label: string
  /** One sentence for the form, the header's tip, the Excel sheet and the data dictionary. */
  readonly help: string
  readonly required: boolean
}

export type TextField = Common & {
  readonly kind: 'text'
  readonly maxLength: number
  readonly isMultiline: boolean
  readonly default: string | null
}
export type NumberField = Common & {
  readonly kind: 'number'
  readonly unit: string
  readonly min: number
  readonly max: number
  readonly isWhole: boolean
  readonly default: number | null
}
export type MoneyField = Common & {
  readonly kind: 'money'
  readonly min: number
  readonly max: number
  readonly default: number | null
}
export type FteField = Common & {
  readonly kind: 'fte'
  readonly min: number
  readonly max: number
  readonly default: number | null
}
export type ShareField = Common & {
  readonly kind: 'share'
  readonly min: number
  readonly max: number
  readonly default: number | null
}
export type MonthField = Common & { readonly kind: 'month'; readonly default: null }
export type DayField = Common & { readonly kind: 'day'; readonly default: null }
export type YesNoField = Common & { readonly kind: 'yesNo'; readonly default: boolean }
export type ChoiceField<O extends string = string> = Common & {
  readonly kind: 'choice'
  /** Stored value → words on screen, in the order of the pick list. */
  readonly options: Readonly<Record<O, string>>
  readonly default: O | null
}
export type ReferenceField = Common & { readonly kind: 'reference'; readonly table: TableName; readonly default: null }
export type ListField<O extends string = string> = Common & {
  readonly kind: 'list'
  readonly item:
    | { readonly kind: 'reference'; readonly table: TableName }
    | { readonly kind: 'choice'; readonly options: Readonly<Record<O, string>> }
    | { readonly kind: 'text'; readonly maxLength: number }
  readonly default: readonly string[]
}

export type Field =
  | TextField
  | NumberField
  | MoneyField
  | FteField
  | ShareField
  | MonthField
  | DayField
  | YesNoField
  | ChoiceField
  | ReferenceField
  | ListField

/** The type of a field's value; nullable unless the field is required. */
export type ValueOf<F extends Field> = F extends { kind: 'yesNo' }
  ? boolean
  : F extends { kind: 'list'; item: { options: Readonly<Record<infer O, string>> } }
    ? readonly Extract<O, string>[]
    : F extends { kind: 'list' }
      ? readonly string[]
      : F extends { kind: 'choice'; options: Readonly<Record<infer O, string>> }
        ? Extract<O, string> | Empty<F>
        : F extends { kind: 'number' | 'money' | 'fte' | 'share' }
          ? number | Empty<F>
          : string | Empty<F>
type Empty<F extends Field> = F extends { required: true } ? never : null

type Words = { label: string; help: string }
type Required = { required: true }
type Optional = { required: false }

/** A required text, at most `maxLength` characters (200 unless said). */
export const requiredText = (f: Words & { maxLength?: number }): TextField & Required => ({
  kind: 'text',
  maxLength: 200,
  isMultiline: false,
  default: null,
  ...f,
  required: true,
})

/** An optional text of one line, at most 200 characters unless said. */
export const text = (f: Words & { maxLength?: number }): TextField & Optional => ({
  kind: 'text',
  maxLength: 200,
  isMultiline: false,
  default: null,
  ...f,
  required: false,
})

/** An optional text of several lines, at most 4,000 characters. */
export const longText = (f: Words): TextField & Optional => ({
  kind: 'text',
  maxLength: 4000,
  isMultiline: true,
  default: null,
  ...f,
  required: false,
})

type NumberRange = { unit: string; min: number; max: number; isWhole?: boolean }

/** A number that must be given or has a default. */
export const requiredNumber = (f: Words & NumberRange & { default?: number }): NumberField & Required => ({
  kind: 'number',
  isWhole: false,
  default: null,
  ...f,
  required: true,
})

/** An optional number. */
export const number = (f: Words & NumberRange): NumberField & Optional => ({
  kind: 'number',
  isWhole: false,
  default: null,
  ...f,
  required: false,
})

const greatestCents = 100_000_000_000

/** An amount in integer cents that must be given; 0 to one billion dollars unless said. */
export const requiredMoney = (f: Words & { min?: number; max?: number; default?: number }): MoneyField & Required => ({
  kind: 'money',
  min: 0,
  max: greatestCents,
  default: null,
  ...f,
  required: true,
})

/** An optional amount in integer cents. */
export const money = (f: Words & { min?: number; max?: number }): MoneyField & Optional => ({
  kind: 'money',
  min: 0,
  max: greatestCents,
  default: null,
  ...f,
  required: false,
})

/** Full-time equivalents in hundredths that must be given. */
export const requiredFte = (f: Words & { max?: number; default?: number }): FteField & Required => ({
  kind: 'fte',
  min: 0,
  max: 100_000,
  default: null,
  ...f,
  required: true,
})

/** Optional full-time equivalents in hundredths. */
export const fte = (f: Words & { max?: number }): FteField & Optional => ({
  kind: 'fte',
  min: 0,
  max: 100_000,
  default: null,
  ...f,
  required: false,
})

/** A share in basis points (0–10,000 unless said) that must be given or has a default. */
export const requiredShare = (f: Words & { min?: number; max?: number; default?: number }): ShareField & Required => ({
  kind: 'share',
  min: 0,
  max: 10_000,
  default: null,
  ...f,
  required: true,
})

/** An optional share in basis points. */
export const share = (f: Words & { min?: number; max?: number }): ShareField & Optional => ({
  kind: 'share',
  min: 0,
  max: 10_000,
  default: null,
  ...f,
  required: false,
})

/** A month `YYYY-MM` that must be given. */
export const requiredMonth = (f: Words): MonthField & Required => ({
  kind: 'month',
  default: null,
  ...f,
  required: true,
})

/** An optional month. */
export const month = (f: Words): MonthField & Optional => ({ kind: 'month', default: null, ...f, required: false })

/** A day `YYYY-MM-DD` that must be given. */
export const requiredDay = (f: Words): DayField & Required => ({ kind: 'day', default: null, ...f, required: true })

/** An optional day. */
export const day = (f: Words): DayField & Optional => ({ kind: 'day', default: null, ...f, required: false })

/** Yes or no; never empty. */
export const yesNo = (f: Words & { default: boolean }): YesNoField & Required => ({
  kind: 'yesNo',
  ...f,
  required: true,
})

/** One of the options, which must be given or has a default. */
export const requiredChoice = <const O extends string>(
  f: Words & { options: Readonly<Record<O, string>>; default?: NoInfer<O> },
): ChoiceField<O> & Required => ({ kind: 'choice', default: null, ...f, required: true })

/** One of the options, or empty. */
export const choice = <const O extends string>(
  f: Words & { options: Readonly<Record<O, string>> },
): ChoiceField<O> & Optional => ({ kind: 'choice', default: null, ...f, required: false })

/** The id of a row of `table`, which must be given. */
export const requiredReference = (f: Words & { table: TableName }): ReferenceField & Required => ({
  kind: 'reference',
  default: null,
  ...f,
  required: true,
})

/** The id of a row of `table`, or empty. */
export const reference = (f: Words & { table: TableName }): ReferenceField & Optional => ({
  kind: 'reference',
  default: null,
  ...f,
  required: false,
})

/** Ids of rows of `table`, each once, in the planner's order. */
export const references = (f: Words & { table: TableName }): ListField & Required => ({
  kind: 'list',
  label: f.label,
  help: f.help,
  item: { kind: 'reference', table: f.table },
  default: [],
  required: true,
})

/** Some of the options, each once. */
export const choices = <const O extends string>(
  f: Words & { options: Readonly<Record<O, string>> },
): ListField<O> &
  Required & { readonly item: { readonly kind: 'choice'; readonly options: Readonly<Record<O, string>> } } => ({
  kind: 'list',
  label: f.label,
  help: f.help,
  item: { kind: 'choice', options: f.options },
  default: [],
  required: true,
})

/** Short texts, each once. */
export const tags = (f: Words): ListField & Required => ({
  kind: 'list',
  label: f.label,
  help: f.help,
  item: { kind: 'text', maxLength: 60 },
  default: [],
  required: true,
})
