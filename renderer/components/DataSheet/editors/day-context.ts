import { isWithoutSchool } from '@shared/forecast/session-calendar'
import { monthFullWords } from '@shared/plan/month'
import type { Plan } from '@shared/plan/plan'
import { settingsOf } from '@shared/plan/settings'
import type { TableName } from '@shared/plan/table-name'
import { tableOf, type AnyRow } from '@shared/plan/tables'

/** The day at which the calendar of an empty field opens: in the month that the row already names, else today. */
export function openingDay(table: TableName, row: AnyRow, today: string): string {
  const key = Object.entries(tableOf(table).fields).find(([, field]) => field.kind === 'month')?.[0]
  const month = key === undefined ? null : row[key]
  return typeof month === 'string' ? `${month}-01` : today
}

/** What the school calendar of a plan says of a month (`YYYY-MM`); null: there is school. */
export function schoolNote(plan: Plan): (month: string) => string | null {
  const settings = settingsOf(plan)
  return (month) =>
    isWithoutSchool(month, settings) ? `No school in ${monthFullWords(month)}, by the school calendar.` : null
}
