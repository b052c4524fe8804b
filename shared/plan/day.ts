import { addMonths, monthNumber, monthText } from './month'

/** Days as text (`YYYY-MM-DD`) of the Gregorian calendar. */

const pattern = /^(\d{4})-(\d{2})-(\d{2})$/

/** How many days a month has; `month` is 1–12. */
export const daysInMonth = (year: number, month: number): number => {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** The day `YYYY-MM-DD` of its numbers (`month` 1–12), or null where the calendar has no such day. */
export const dayText = (year: number, month: number, day: number): string | null => {
  const isDayOfCalendar =
    Number.isInteger(year) &&
    year >= 0 &&
    year <= 9999 &&
    Number.isInteger(month) &&
    month >= 1 &&
    month <= 12 &&
    Number.isInteger(day) &&
    day >= 1 &&
    day <= daysInMonth(year, month)
  if (!isDayOfCalendar) return null
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** True for a day `YYYY-MM-DD` that the calendar has. */
export const isDay = (text: string): boolean => {
  const parts = pattern.exec(text)
  return parts !== null && dayText(Number(parts[1]), Number(parts[2]), Number(parts[3])) !== null
}

/** A day for reading, as written in the United States: "7/1/2027". */
export const dayWords = (day: string): string => {
  const parts = pattern.exec(day)
  return parts ? `${Number(parts[2])}/${Number(parts[3])}/${parts[1] ?? ''}` : day
}

/** The day as a whole number that counts days; the first of March of year 0 is 0. Throws a RangeError on anything that is no day. */
export const dayNumber = (day: string): number => {
  const parts = pattern.exec(day)
  if (!parts || !isDay(day)) throw new RangeError(`"${day}" is not a day (YYYY-MM-DD)`)
  const month = Number(parts[2])
  // years that begin in March end with the leap day, so the days before a month do not depend on the year
  const year = Number(parts[1]) - (month <= 2 ? 1 : 0)
  const before = Math.floor((153 * ((month + 9) % 12) + 2) / 5)
  return (
    365 * year + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400) + before + Number(parts[3]) - 1
  )
}

/** How many days from `from` to `to`; negative where `to` is earlier. */
export const daysBetween = (from: string, to: string): number => dayNumber(to) - dayNumber(from)

/** Day of the week of a day `YYYY-MM-DD`, 0 for Sunday (Sakamoto's rule for the Gregorian calendar). */
export function weekday(day: string): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const shift = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4][month - 1] ?? 0
  const y = month < 3 ? year - 1 : year
  return (y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + shift + date) % 7
}

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const

/** The day of the week in words: "Wednesday". */
export const weekdayWords = (day: string): string => weekdays[weekday(day)] ?? ''

/** How many days the month (`YYYY-MM`) of a day has. */
const lengthOf = (month: string): number => daysInMonth(Number(month.slice(0, 4)), Number(month.slice(5, 7)))

const dayOf = (month: string, date: number): string => `${month}-${String(date).padStart(2, '0')}`

/** The day so many days on; back where `count` is below 0. The day itself where the calendar (years 0–9999) ends. */
export function addDays(day: string, count: number): string {
  let month = day.slice(0, 7)
  let date = Number(day.slice(8)) + count
  for (; date < 1; date += lengthOf(month)) {
    if (month === '0000-01') return day
    month = addMonths(month, -1)
  }
  for (; date > lengthOf(month); month = addMonths(month, 1)) {
    if (month === '9999-12') return day
    date -= lengthOf(month)
  }
  return dayOf(month, date)
}

/** The same date so many months on, or the last one of a month that has no such date. */
export function addMonthsToDay(day: string, count: number): string {
  const at = monthNumber(day.slice(0, 7)) + count
  const month = at < 0 || at >= 120_000 ? day.slice(0, 7) : monthText(at)
  return dayOf(month, Math.min(Number(day.slice(8)), lengthOf(month)))
}

/** A month (`YYYY-MM`) as a wall calendar shows it: weeks from Sunday to Saturday; null: a day of another month. */
export function weeksOf(month: string): (string | null)[][] {
  const before = weekday(dayOf(month, 1))
  const count = Math.ceil((before + lengthOf(month)) / 7)
  return Array.from({ length: count }, (_, week) =>
    Array.from({ length: 7 }, (__, at) => {
      const date = week * 7 + at - before + 1
      return date < 1 || date > lengthOf(month) ? null : dayOf(month, date)
    }),
  )
}
