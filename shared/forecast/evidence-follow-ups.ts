import { daysBetween } from '../plan/day'
import { rowsOf, type Plan } from '../plan/plan'
import type { Row } from '../plan/tables'

/** Decisions by where they stand in plan, do, study, act; each list with the earliest day first. */
export type FollowUps = {
  /** The day to look at it again has come, and nothing is noted of what came of it. */
  readonly due: readonly Row<'decision'>[]
  /** That day is in the next thirty days. */
  readonly soon: readonly Row<'decision'>[]
  /** That day is further off. */
  readonly later: readonly Row<'decision'>[]
  /** No day is set and nothing is noted. */
  readonly withoutDay: readonly Row<'decision'>[]
  /** What came of it is noted. */
  readonly studied: readonly Row<'decision'>[]
}

const soonDays = 30

/** Sorts the decisions of a plan by their follow-up, as of a day `YYYY-MM-DD`. */
export function followUpsOf(plan: Plan, today: string): FollowUps {
  const rows = rowsOf(plan, 'decision')
  const open = rows.filter(({ result }) => result === null)
  const dated = open
    .flatMap((row) => (row.followUpOn === null ? [] : [{ row, days: daysBetween(today, row.followUpOn) }]))
    .toSorted((a, b) => a.days - b.days)
  const within = (from: number, to: number): Row<'decision'>[] =>
    dated.flatMap(({ row, days }) => (days > from && days <= to ? [row] : []))
  return {
    due: within(Number.NEGATIVE_INFINITY, 0),
    soon: within(0, soonDays),
    later: within(soonDays, Number.POSITIVE_INFINITY),
    withoutDay: open.filter(({ followUpOn }) => followUpOn === null),
    studied: rows.filter(({ result }) => result !== null),
  }
}
