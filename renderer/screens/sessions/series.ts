import { isWithoutSchool } from '@shared/forecast/session-calendar'
import type { Change } from '@shared/plan/change'
import { insertChange, rankAtEnd } from '@shared/plan/edit'
import { addMonths } from '@shared/plan/month'
import { newRow, type Plan } from '@shared/plan/plan'
import { settingsOf, type Settings } from '@shared/plan/settings'
import type { Row } from '@shared/plan/tables'

type SessionValues = Partial<Omit<Row<'session'>, 'id' | 'rank' | 'title' | 'month'>>

/** A series of sessions to be added at once. */
export type SeriesDraft = {
  readonly title: string
  readonly firstMonth: string
  /** How many sessions. */
  readonly count: number
  /** True: each person comes to one of them (the seats are shared out); false: everyone comes to all of them. */
  readonly isShared: boolean
  readonly skipsSummer: boolean
  readonly values: SessionValues
}

/** The months of `count` sessions, one a month from `first` on; months without school are passed over where asked. */
export function seriesMonths(
  { firstMonth, count, skipsSummer }: Pick<SeriesDraft, 'firstMonth' | 'count' | 'skipsSummer'>,
  settings: Settings,
): string[] {
  const months: string[] = []
  // a calendar without any school month must not be searched for ever
  for (let at = 0; months.length < count && at < count * 12 + 12; at += 1) {
    const month = addMonths(firstMonth, at)
    if (!skipsSummer || !isWithoutSchool(month, settings)) months.push(month)
  }
  return months
}

/** The changes that add a series, one session a month; each is called by its number. */
export function seriesChanges(plan: Plan, draft: SeriesDraft, newId: () => string): Change[] {
  const { title, isShared, values } = draft
  const months = seriesMonths(draft, settingsOf(plan))
  const rank = rankAtEnd(plan, 'session')
  return months.map((month, i) => {
    const name = months.length === 1 ? title : `${title}, ${i + 1} of ${months.length}`
    const row = { ...values, title: name, month, series: isShared ? title : null }
    return insertChange('session', newRow('session', newId(), row, rank + i))
  })
}
