/**
 * Months as text (`YYYY-MM`) and as whole numbers (months since year 0), so that they can be counted with.
 * Fiscal years are named by the year they end in.
 */

const pattern = /^(\d{4})-(0[1-9]|1[0-2])$/

/** True for a month `YYYY-MM`. */
export const isMonth = (text: string): boolean => pattern.test(text)

/** The month as a whole number, year × 12 + (0–11). Throws a RangeError on anything that is no month. */
export const monthNumber = (month: string): number => {
  const parts = pattern.exec(month)
  if (!parts) throw new RangeError(`"${month}" is not a month (YYYY-MM)`)
  return Number(parts[1]) * 12 + Number(parts[2]) - 1
}

/** The month `YYYY-MM` of a whole number as `monthNumber` gives it. */
export const monthText = (number: number): string =>
  `${String(Math.floor(number / 12)).padStart(4, '0')}-${String((((number % 12) + 12) % 12) + 1).padStart(2, '0')}`

/** The month `count` months later (earlier where negative). */
export const addMonths = (month: string, count: number): string => monthText(monthNumber(month) + count)

/** How many months from `from` to `to`; negative where `to` is earlier. */
export const monthsBetween = (from: string, to: string): number => monthNumber(to) - monthNumber(from)

/** Calendar month, 0 for January. */
export const calendarMonth = (month: string): number => monthNumber(month) % 12

/** The month of a day `YYYY-MM-DD`. */
export const monthOfDay = (day: string): string => day.slice(0, 7)

/** The fiscal year a month lies in, named by the year it ends in; `startsIn` is 1–12. */
export const fiscalYearOf = (month: string, startsIn: number): number => {
  const number = monthNumber(month)
  const year = Math.floor(number / 12)
  return startsIn > 1 && (number % 12) + 1 >= startsIn ? year + 1 : year
}

/** The first month of a fiscal year. */
export const fiscalYearFirstMonth = (fiscalYear: number, startsIn: number): string =>
  monthText((startsIn > 1 ? fiscalYear - 1 : fiscalYear) * 12 + startsIn - 1)

/** The months of the year by their short names, January first. */
export const shortMonthNames: readonly string[] = [
  'Jan',
  'Feb',
  'Mar',
  'Apr',
  'May',
  'Jun',
  'Jul',
  'Aug',
  'Sep',
  'Oct',
  'Nov',
  'Dec',
]

/** A month for reading: "Jul 2027". */
export const monthWords = (month: string): string =>
  `${shortMonthNames[calendarMonth(month)] ?? ''} ${month.slice(0, 4)}`

/** The months of the year by their full names, January first. */
export const monthNames: readonly string[] = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** A month for reading out: "July 2027". */
export const monthFullWords = (month: string): string =>
  `${monthNames[calendarMonth(month)] ?? ''} ${month.slice(0, 4)}`
