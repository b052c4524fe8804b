import { err, ok, type Result } from './result'

/** A decimal as it was typed: sign, digits before and after the point, power of ten. */
type Decimal = {
  readonly isNegative: boolean
  readonly whole: string
  readonly fraction: string
  readonly exponent: number
}

const shape = /^(\d{1,3}(?:,\d{3})+|\d*)(?:\.(\d*))?(?:e([+-]?\d{1,3}))?$/i

/**
 * Reads a decimal as planners and spreadsheets write it: "1,200", "-3.5", "(1,200)" and "1200-" for negative amounts,
 * "$" before, "1.2E+05". Commas must part groups of three, so that "1,5" is not taken for fifteen. Null: no number.
 */
export const parseDecimal = (text: string): Decimal | null => {
  const plain = text
    .replaceAll(/[\u00a0\u202f]/g, ' ')
    .replaceAll(/[\u2212\u2012\u2013]/g, '-')
    .trim()
    .replace(/^([(+\-\s]*)\$\s*/, '$1')
  const inBrackets = /^\((.*)\)$/.exec(plain)?.[1]
  const leading = /^([+-])\s*(.+)$/.exec(plain)
  const trailing = /^(.*[\d.])-$/.exec(plain)?.[1]
  const parts = shape.exec((inBrackets ?? leading?.[2] ?? trailing ?? plain).trim())
  const whole = parts?.[1]?.replaceAll(',', '') ?? ''
  const fraction = parts?.[2] ?? ''
  if (parts === null || whole.length + fraction.length === 0) return null
  const isNegative = inBrackets !== undefined || trailing !== undefined || leading?.[1] === '-'
  return { isNegative, whole, fraction, exponent: Number(parts[3] ?? '0') }
}

/** The number that a decimal stands for, as exact as a number can be. */
export const decimalToNumber = (decimal: Decimal): number => {
  const value = Number(`${decimal.whole === '' ? '0' : decimal.whole}.${decimal.fraction}0e${decimal.exponent}`)
  return value === 0 ? 0 : decimal.isNegative ? -value : value
}

/**
 * The decimal in units of 10^−places, rounded to the nearest whole one, halves away from zero; digit by digit, so that
 * 1.005 is not taken for a little less. Fails where it is too large to be counted exactly.
 */
export const decimalToUnits = (decimal: Decimal, places: number): Result<number, 'too-large'> => {
  const digits = decimal.whole + decimal.fraction
  const pointAt = decimal.whole.length + decimal.exponent + places
  const kept = pointAt <= 0 ? '0' : digits.slice(0, pointAt).padEnd(pointAt, '0')
  const next = pointAt < 0 ? '0' : (digits[pointAt] ?? '0')
  const units = Number(kept) + (next >= '5' ? 1 : 0)
  if (!Number.isSafeInteger(units)) return err('too-large')
  return ok(units === 0 ? 0 : decimal.isNegative ? -units : units)
}
