import type { Field, Value } from '@shared/plan/field'
import { addMonths, isMonth, monthsBetween } from '@shared/plan/month'

const millisecondsPerDay = 86_400_000

const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / millisecondsPerDay
const dayOfNumber = (number: number): string => new Date(number * millisecondsPerDay).toISOString().slice(0, 10)

/** The step that leads from each value to the next, where it is always the same. */
function stepOf(numbers: readonly number[]): number | null {
  const [first, second] = numbers
  if (first === undefined || second === undefined) return null
  const step = second - first
  return numbers.every((value, i) => i === 0 || Math.abs(value - (numbers[i - 1] ?? 0) - step) < 1e-9) ? step : null
}

// decimals that the computer's arithmetic adds are no part of a series of 0.1, 0.2, 0.3
const plain = (value: number): number => Number(value.toPrecision(12))

const areNumbers = (values: readonly Value[]): values is readonly number[] =>
  values.every((value) => typeof value === 'number')
const areTexts = (values: readonly Value[]): values is readonly string[] =>
  values.every((value) => typeof value === 'string')

const numbered = /^(.*?)(\d{1,9})$/s

type Series = (step: number) => Value

/** "Wave 1", "Wave 2" go on with "Wave 3"; the words before the number must be the same. */
function textSeries(texts: readonly string[]): Series | null {
  const parts = texts.map((text) => numbered.exec(text))
  const [first] = parts
  if (!first || parts.some((part) => part?.[1] !== first[1])) return null
  const numbers = parts.map((part) => Number(part?.[2] ?? 0))
  const step = numbers.length === 1 ? 1 : stepOf(numbers)
  const last = numbers.at(-1) ?? 0
  const width = (first[2] ?? '').startsWith('0') ? (first[2] ?? '').length : 0
  if (step === null) return null
  return (count) => `${first[1] ?? ''}${String(Math.max(0, last + step * count)).padStart(width, '0')}`
}

function monthSeries(months: readonly string[]): Series | null {
  const [first = ''] = months
  if (!months.every(isMonth)) return null
  const step = months.length === 1 ? 1 : stepOf(months.map((month) => monthsBetween(first, month)))
  return step === null ? null : (count) => addMonths(months.at(-1) ?? first, step * count)
}

function daySeries(days: readonly string[]): Series | null {
  const numbers = days.map(dayNumber)
  const step = numbers.length === 1 ? 1 : stepOf(numbers)
  return step === null ? null : (count) => dayOfNumber((numbers.at(-1) ?? 0) + step * count)
}

function numberSeries(numbers: readonly number[]): Series | null {
  const step = stepOf(numbers)
  return step === null ? null : (count) => plain((numbers.at(-1) ?? 0) + step * count)
}

function seriesOf(kind: Field['kind'], source: readonly Value[]): Series | null {
  if (areNumbers(source)) return numberSeries(source)
  if (!areTexts(source)) return null
  if (kind === 'month') return monthSeries(source)
  if (kind === 'day') return daySeries(source)
  return kind === 'text' ? textSeries(source) : null
}

/**
 * What the fill handle writes after `source`, nearest first: a series goes on (two or more numbers with the same step, a
 * month or day on its own or in steps, a text that ends with a number), everything else is repeated. `isBackward`
 * fills towards the beginning, as when the handle is drawn upwards.
 */
export function filled(kind: Field['kind'], source: readonly Value[], count: number, isBackward = false): Value[] {
  const given = isBackward ? source.toReversed() : source
  const series = seriesOf(kind, given)
  // drawn upwards a lone month or numbered text counts down
  const sign = isBackward && source.length === 1 ? -1 : 1
  return Array.from({ length: count }, (_, i): Value =>
    series ? series((i + 1) * sign) : (given[i % Math.max(1, given.length)] ?? null),
  )
}
