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
