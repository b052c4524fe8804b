import type { Change } from '../plan/change'
import { insertChange, rankAtEnd, updateChange } from '../plan/edit'
import { addMonths } from '../plan/month'
import { rowsOf, type Plan } from '../plan/plan'
import type { Row } from '../plan/tables'
import { periodIn, periodsOf } from './position-months'

/** A part of a position at a place, in hundredths of FTE. */
export type SplitPlace = { readonly unitId: string; readonly fte: number }

/** How a position is to be split: from which month, over which places (two or more); the parts are all of its FTE. */
export type Split = {
  readonly positionId: string
  readonly fromMonth: string
  readonly places: readonly SplitPlace[]
}

type Holding = {
  readonly period: Row<'positionPeriod'>
  /** The last month in which it holds: its own, or the one before the next line begins; null: none. */
  readonly toMonth: string | null
}

/** The line that holds in a month, and how long. */
function holding(plan: Plan, positionId: string, month: string): Holding | null {
  const periods = periodsOf(plan, positionId)
  const period = periodIn(periods, month)
  if (!period) return null
  const next = periods.find(({ fromMonth }) => fromMonth > month)
  const ends = [period.toMonth, next ? addMonths(next.fromMonth, -1) : null].filter((end) => end !== null)
  return { period, toMonth: ends.toSorted()[0] ?? null }
}

/** The FTE in hundredths that a position is planned with in a month; null where nobody is. */
export const plannedFte = (plan: Plan, positionId: string, month: string): number | null =>
  holding(plan, positionId, month)?.period.fte ?? null

/**
 * The changes that split a position over places from a month on, until its next line: it stays at the first place with
 * its part, and becomes a position of its own at each other place, held by the same person and paid in the same way.
 */
export function splitChanges(plan: Plan, split: Split, newId: () => string): Change[] {
  const position = plan.position.get(split.positionId)
  const held = holding(plan, split.positionId, split.fromMonth)
  if (!position || !held || split.places.length < 2) return []
  const { period, toMonth } = held
  const payments = rowsOf(plan, 'assignment').filter((row) => row.positionId === position.id)
  const ranks = {
    position: position.rank,
    period: rankAtEnd(plan, 'positionPeriod'),
    payment: rankAtEnd(plan, 'assignment'),
  }
  return split.places.flatMap(({ unitId, fte }, at): Change[] => {
    const line = { ...period, unitId, fte, fromMonth: split.fromMonth, rank: ranks.period + at }
    if (at === 0) {
      const isSameLine = period.fromMonth === split.fromMonth
      const change = isSameLine
        ? updateChange(period, 'positionPeriod', { unitId, fte })
        : insertChange('positionPeriod', { ...line, id: newId() })
      return change ? [change] : []
    }
    const id = newId()
    const title = `${position.title}, ${plan.unit.get(unitId)?.name ?? ''}`
    const other = { ...position, id, title, rank: ranks.position + at / 1024 }
    return [
      insertChange('position', other),
      insertChange('positionPeriod', { ...line, id: newId(), positionId: id, toMonth }),
      ...payments.map((row, n) =>
        insertChange('assignment', {
          ...row,
          id: newId(),
          positionId: id,
          rank: ranks.payment + at * payments.length + n,
        }),
      ),
    ]
  })
}
