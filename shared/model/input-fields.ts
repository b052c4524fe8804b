import { fieldPath, type ProblemList } from './input-problem'
import type { AllowedRange } from './parameter'

/** An object whose fields are not known yet. */
export type Fields = Readonly<Record<string, unknown>>

export const shareRange: AllowedRange = { min: 0, isMinAllowed: true, max: 1 }
export const zeroOrMore: AllowedRange = { min: 0, isMinAllowed: true, max: null }
export const aboveZero: AllowedRange = { min: 0, isMinAllowed: false, max: null }

/** What a value is, in the words of a message. */
function nameOf(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object') return 'an object'
  if (typeof value === 'string') return `the text ${JSON.stringify(value.slice(0, 40))}`
  return typeof value === 'number' || typeof value === 'boolean' ? `${value}` : typeof value
}

function isInside(value: number, range: AllowedRange): boolean {
  return (range.isMinAllowed ? value >= range.min : value > range.min) && (range.max === null || value <= range.max)
}

function rangeInWords(range: AllowedRange): string {
  if (range.max !== null) return `between ${range.min} and ${range.max}`
  return range.isMinAllowed ? `${range.min} or more` : `more than ${range.min}`
}

/** The value as an object whose keys are all in `known`, or null with the problems told. */
export function objectAt(
  value: unknown,
  path: string,
  known: ReadonlySet<string> | null,
  problems: ProblemList,
): Fields | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    problems.add('not-an-object', path, `must be an object, but is ${nameOf(value)}`)
    return null
  }
  if (known !== null) {
    for (const key of Object.keys(value)) {
      if (!known.has(key)) problems.add('unknown-key', fieldPath(path, key), `“${key}” is not a field of this object`)
    }
  }
  return value as Fields
}

/** The own value of a field; a field that is absent is undefined, also where the prototype has something of its name. */
export function valueOf(fields: Fields, key: string): unknown {
  return Object.hasOwn(fields, key) ? fields[key] : undefined
}

/** The value as a list, or null with the problem told. */
export function listAt(value: unknown, path: string, problems: ProblemList): readonly unknown[] | null {
  if (Array.isArray(value)) return value
  if (value === undefined) problems.add('missing', path, 'is missing')
  else problems.add('not-a-list', path, `must be a list, but is ${nameOf(value)}`)
  return null
}

/** Whether the value is a finite number inside the range; says what is wrong where it is not. */
export function isNumberAt(value: unknown, path: string, range: AllowedRange, problems: ProblemList): value is number {
  if (typeof value === 'number' && Number.isFinite(value) && isInside(value, range)) return true
  if (value === undefined) problems.add('missing', path, 'is missing')
  else if (typeof value !== 'number') problems.add('not-a-number', path, `must be a number, but is ${nameOf(value)}`)
  else if (!Number.isFinite(value)) problems.add('not-finite', path, `must be a finite number, but is ${value}`)
  else problems.add('out-of-range', path, `must be ${rangeInWords(range)}, but is ${value}`)
  return false
}

/** A number field of an object; `missing` is taken where the field is absent (undefined: the field is required). */
export function numberField(
  fields: Fields,
  key: string,
  path: string,
  range: AllowedRange,
  problems: ProblemList,
  missing?: number,
): number {
  const value = valueOf(fields, key)
  if (value === undefined && missing !== undefined) return missing
  // The quick test spares a path for every good number.
  if (typeof value === 'number' && Number.isFinite(value) && isInside(value, range)) return value
  isNumberAt(value, fieldPath(path, key), range, problems)
  return Number.NaN
}

/** A whole-number field of an object, required. */
export function wholeField(
  fields: Fields,
  key: string,
  path: string,
  range: AllowedRange,
  problems: ProblemList,
): number {
  const field = fieldPath(path, key)
  const value = valueOf(fields, key)
  if (typeof value === 'number' && Number.isFinite(value) && !Number.isInteger(value)) {
    problems.add('not-whole', field, `must be a whole number, but is ${value}`)
    return Number.NaN
  }
  return isNumberAt(value, field, range, problems) ? value : Number.NaN
}

/** A text field of an object, required. */
export function textField(fields: Fields, key: string, path: string, problems: ProblemList): string | null {
  const value = valueOf(fields, key)
  if (typeof value === 'string') return value
  if (value === undefined) problems.add('missing', fieldPath(path, key), 'is missing')
  else problems.add('not-text', fieldPath(path, key), `must be text, but is ${nameOf(value)}`)
  return null
}

/** A yes-or-no field of an object with a default. */
export function booleanField(
  fields: Fields,
  key: string,
  path: string,
  problems: ProblemList,
  missing: boolean,
): boolean {
  const value = valueOf(fields, key)
  if (value === undefined) return missing
  if (typeof value === 'boolean') return value
  problems.add('not-a-boolean', fieldPath(path, key), `must be true or false, but is ${nameOf(value)}`)
  return missing
}

/** A list of exactly `length` numbers inside the range, copied. An empty list comes back where something is wrong. */
export function numberList(
  value: unknown,
  path: string,
  length: number,
  range: AllowedRange,
  problems: ProblemList,
): readonly number[] {
  const list = listAt(value, path, problems)
  if (list === null) return []
  if (Number.isFinite(length) && list.length !== length) {
    problems.add('wrong-length', path, `must have ${length} numbers, but has ${list.length}`)
  }
  const numbers: number[] = []
  for (let index = 0; index < list.length && !problems.isFull; index += 1) {
    const item = list[index]
    // The quick test spares a path for every good number.
    if (typeof item === 'number' && Number.isFinite(item) && isInside(item, range)) numbers.push(item)
    else if (item === undefined) problems.add('not-a-number', `${path}[${index}]`, 'must be a number, but is empty')
    else isNumberAt(item, `${path}[${index}]`, range, problems)
  }
  return numbers
}
