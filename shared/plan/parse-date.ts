import { dayText } from './day'
import { isMonth, monthOfDay } from './month'

/** The months' English names and short forms, as planners type them: "jul", "July", "sept.". */
const names = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]

/** 1–12, or null. At least three letters are needed. */
const monthOfName = (text: string): number | null => {
  const wanted = text.toLowerCase().replace(/\.$/, '')
  const at = wanted.length < 3 ? -1 : names.findIndex((name) => name.startsWith(wanted === 'sept' ? 'sep' : wanted))
  return at < 0 ? null : at + 1
}

// A year of two digits is one of this century: a plan looks ahead, and no spreadsheet of a rollout is older.
const yearOf = (text: string): number => (text.length === 2 ? 2000 + Number(text) : Number(text))

const isoDay = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]00:00(?::00(?:\.0+)?)?Z?)?$/
const slashedDay = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d{2})$/
const namedDay = /^([a-z]+\.?) (\d{1,2})(?:,| |, )\s*(\d{4})$/i
const dayNamed = /^(\d{1,2})[ -]([a-z]+\.?)[ -](\d{4}|\d{2})$/i

/**
 * Reads a day: "2027-07-01", "7/1/2027" (month first, as written in the United States), "7/1/27", "Jul 1, 2027",
 * "1 Jul 2027", "1-Jul-27". Null: no day of the calendar.
 */
export const parseDay = (text: string): string | null => {
  const plain = text.trim().replaceAll(/\s+/g, ' ')
  const iso = isoDay.exec(plain)
  if (iso) return dayText(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const slashed = slashedDay.exec(plain)
  if (slashed) return dayText(yearOf(slashed[3] ?? ''), Number(slashed[1]), Number(slashed[2]))
  const named = namedDay.exec(plain)
  if (named) return dayText(yearOf(named[3] ?? ''), monthOfName(named[1] ?? '') ?? 0, Number(named[2]))
  const last = dayNamed.exec(plain)
  return last ? dayText(yearOf(last[3] ?? ''), monthOfName(last[2] ?? '') ?? 0, Number(last[1])) : null
}

const isoMonth = /^(\d{4})[-/](\d{1,2})$/
const slashedMonth = /^(\d{1,2})[/-](\d{4})$/
const namedMonth = /^([a-z]+\.?)[ -]'?(\d{4}|\d{2})$/i

const monthOf = (year: number, month: number): string | null => {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`
  return isMonth(text) ? text : null
}

/**
 * Reads a month: "2027-07", "7/2027", "Jul 2027", "July 2027", "Jul-27"; a day is taken for the month that it lies in.
 * Null: no month.
 */
export const parseMonth = (text: string): string | null => {
  const plain = text.trim().replaceAll(/,?\s+/g, ' ')
  const iso = isoMonth.exec(plain)
  if (iso) return monthOf(Number(iso[1]), Number(iso[2]))
  const slashed = slashedMonth.exec(plain)
  if (slashed) return monthOf(Number(slashed[2]), Number(slashed[1]))
  const named = namedMonth.exec(plain)
  if (named) return monthOf(yearOf(named[2] ?? ''), monthOfName(named[1] ?? '') ?? 0)
  const day = parseDay(text)
  return day === null ? null : monthOfDay(day)
}
