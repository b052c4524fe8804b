import { calendarMonth, fiscalYearOf, monthText } from '../plan/month'

/**
 * The year of a school as the setting `calendar` has it: the share of a full month of instruction, January first. Months
 * are whole numbers as `monthNumber` gives them.
 */
export type SchoolCalendar = readonly number[]

/** A stretch of months with a name, both ends inclusive. */
export type CalendarBand = { readonly first: number; readonly last: number; readonly label: string }

/** How much school there is in a month: none, less than half of a full month, or school. */
export type Instruction = 'none' | 'part' | 'full'

export const instructionIn = (calendar: SchoolCalendar, month: number): Instruction => {
  const share = calendar[calendarMonth(monthText(month))] ?? 1
  return share === 0 ? 'none' : share < 0.5 ? 'part' : 'full'
}

/** 0–11: the month that follows the longest break; August where there is none. */
export function schoolYearStart(calendar: SchoolCalendar): number {
  const isBreak = (month: number): boolean => (calendar[(month + 12) % 12] ?? 1) < 0.5
  let best = { start: 7, length: 0 }
  for (let start = 0; start < 12; start += 1) {
    if (isBreak(start) || !isBreak(start - 1)) continue
    let length = 0
    while (length < 12 && isBreak(start - 1 - length)) length += 1
    if (length > best.length) best = { start, length }
  }
  return best.start
}

/** Months in a row that `nameOf` names alike. */
function bands(first: number, last: number, nameOf: (month: number) => string): CalendarBand[] {
  const found: { first: number; last: number; label: string }[] = []
  for (let month = first; month <= last; month += 1) {
    const label = nameOf(month)
    const before = found.at(-1)
    if (before?.label === label) before.last = month
    else found.push({ first: month, last: month, label })
  }
  return found
}

/** The fiscal years between two months: "FY 2027", named by the year it ends in; `startsIn` is 1–12. */
export const fiscalYearBands = (first: number, last: number, startsIn: number): CalendarBand[] =>
  bands(first, last, (month) => `FY ${fiscalYearOf(monthText(month), startsIn)}`)

/** The quarters of fiscal years between two months: "Q1 2027" is the first of FY 2027; `startsIn` is 1–12. */
export const quarterBands = (first: number, last: number, startsIn: number): CalendarBand[] =>
  bands(first, last, (month) => {
    const ofYear = (calendarMonth(monthText(month)) - (startsIn - 1) + 12) % 12
    return `Q${Math.floor(ofYear / 3) + 1} ${fiscalYearOf(monthText(month), startsIn)}`
  })

/** "2026–27": the school year that a month lies in. */
function schoolYearWords(calendar: SchoolCalendar, month: number): string {
  const year = Math.floor((month - schoolYearStart(calendar)) / 12)
  return `${year}–${String((year + 1) % 100).padStart(2, '0')}`
}

/** The school years between two months. */
export const schoolYearBands = (first: number, last: number, calendar: SchoolCalendar): CalendarBand[] =>
  bands(first, last, (month) => schoolYearWords(calendar, month))

/** The terms between two months: fall until December, spring, and the break as summer. */
export function termBands(first: number, last: number, calendar: SchoolCalendar): CalendarBand[] {
  const start = schoolYearStart(calendar)
  return bands(first, last, (month) => {
    const ofYear = calendarMonth(monthText(month))
    const year = Math.floor(month / 12)
    if (instructionIn(calendar, month) !== 'full' && ofYear >= 5 && ofYear < start) return `Summer ${year}`
    return ofYear >= start ? `Fall ${year}` : `Spring ${year}`
  })
}

/**
 * By how many months a start is moved so that it falls into a month with school: `months` as asked, or on in the same
 * direction. As asked where no month of the year has school.
 */
export function toSchoolMonth(calendar: SchoolCalendar, start: number, months: number): number {
  const step = months < 0 ? -1 : 1
  for (let extra = 0; extra < 12; extra += 1) {
    const moved = months + step * extra
    if (instructionIn(calendar, start + moved) !== 'none') return moved
  }
  return months
}
