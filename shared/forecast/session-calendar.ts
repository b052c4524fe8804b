import { calendarMonth, monthOfDay, monthWords } from '../plan/month'
import { dayWords, weekday } from '../plan/day'
import type { Settings } from '../plan/settings'
import type { Row } from '../plan/tables'

/** True where the school calendar of the settings has no instruction in a month. */
export const isWithoutSchool = (month: string, settings: Settings): boolean =>
  (settings.calendar[calendarMonth(month)] ?? 0) <= 0

const timeWords = { usual: 'in usual hours', substitute: 'with substitutes' } as const

/**
 * What does not fit between a session and the calendar, each as a sentence: usual hours or substitutes in a month
 * without school, a day at the weekend that is not paid as extra hours, a day outside of the session's month.
 */
export function calendarClashes(session: Row<'session'>, settings: Settings): string[] {
  const { title, month, date, timePaidAs } = session
  const clashes: string[] = []
  if (timePaidAs !== 'stipend' && isWithoutSchool(month, settings))
    clashes.push(`${title} is held ${timeWords[timePaidAs]} in ${monthWords(month)}, a month without school.`)
  if (date === null) return clashes
  if (monthOfDay(date) !== month)
    clashes.push(`${title} is entered for ${monthWords(month)}, but its date is ${dayWords(date)}.`)
  const day = weekday(date)
  if (timePaidAs !== 'stipend' && (day === 0 || day === 6))
    clashes.push(
      `${title} is held ${timeWords[timePaidAs]} on ${dayWords(date)}, a ${day === 0 ? 'Sunday' : 'Saturday'}.`,
    )
  return clashes
}
