import type { Change } from '../plan/change'
import { daysBetween } from '../plan/day'
import { updateChange } from '../plan/edit'
import { rowsOf, type Plan } from '../plan/plan'
import type { Row } from '../plan/tables'

/** A barrier that stands, and for how long. */
export type OpenBarrier = {
  readonly row: Row<'barrier'>
  /** Days since it was raised. */
  readonly ageDays: number
  readonly isEscalated: boolean
}

export type Barriers = {
  /** Those nobody passed on first, in each part the oldest first. */
  readonly open: readonly OpenBarrier[]
  readonly closed: readonly Row<'barrier'>[]
  /** Days from being raised to being removed, the middle of those removed; null where none was. */
  readonly usualDays: number | null
}

function middle(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b)
  const half = Math.floor(sorted.length / 2)
  const upper = sorted[half]
  if (upper === undefined) return null
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? upper) + upper) / 2
}

/** The barriers of a plan as of a day `YYYY-MM-DD`. */
export function barriersOf(plan: Plan, today: string): Barriers {
  const rows = rowsOf(plan, 'barrier')
  const open = rows
    .filter(({ closedOn }) => closedOn === null)
    .map((row) => ({
      row,
      ageDays: Math.max(0, daysBetween(row.raisedOn, today)),
      isEscalated: row.escalatedTo !== null,
    }))
    .toSorted((a, b) => Number(a.isEscalated) - Number(b.isEscalated) || b.ageDays - a.ageDays)
  const closed = rows.filter(({ closedOn }) => closedOn !== null)
  const days = closed.flatMap(({ raisedOn, closedOn }) => (closedOn === null ? [] : [daysBetween(raisedOn, closedOn)]))
  return { open, closed, usualDays: middle(days) }
}

type Level = Row<'barrier'>['level']

/** The levels from the team upward: a barrier is passed on to one that can remove it. */
export const barrierLevels: readonly Level[] = ['team', 'school', 'district', 'region', 'state']

/** The level above, or the same at the top. */
export const levelAbove = (level: Level): Level => barrierLevels[barrierLevels.indexOf(level) + 1] ?? level

/** What passing a barrier on, or closing it, changes. A barrier is closed only with how it was removed. */
export function barrierChanges(
  plan: Plan,
  id: string,
  values:
    | { readonly escalatedTo: string; readonly level: Level }
    | { readonly closedOn: string; readonly resolution: string },
): Change[] {
  const row = plan.barrier.get(id)
  const change = row ? updateChange(row, 'barrier', values) : null
  return change ? [change] : []
}
