import type { Change } from '../plan/change'
import { insertChange, rankAtEnd, updateChange } from '../plan/edit'
import { addMonths } from '../plan/month'
import { newRow, rowsOf, type Plan } from '../plan/plan'
import { removalChanges } from '../plan/removal'
import type { Row } from '../plan/tables'
import type { Allocation } from './allocation-program'
import type { Shares } from './allocation-shares'
import { firstPlaceAhead, type PaidItem, type Stretch } from './allocation-stretches'
import { groupBy } from './grouping'

/** One fund paying one share of one item over stretches that follow each other. */
export type Run = {
  readonly item: PaidItem
  readonly sourceId: string
  readonly share: number
  /** Places of the ledger, both inclusive. */
  readonly from: number
  readonly to: number
  /** Whether it goes on to the last cost of the item. */
  readonly isLast: boolean
  /** Places in the list of stretches. */
  readonly stretchesAt: readonly number[]
}

const targetKey = { position: 'positionId', session: 'sessionId', costLine: 'costLineId' } as const

/** Which item a payment is for. */
const itemKey = (row: Row<'assignment'>): string =>
  row.positionId !== null
    ? `position ${row.positionId}`
    : row.sessionId !== null
      ? `session ${row.sessionId}`
      : `costLine ${row.costLineId}`

/** Shares that stay the same over stretches that follow each other, as runs, in order of time, the largest share first. */
export function runsOf(stretches: readonly Stretch[], shares: readonly Shares[]): Run[] {
  const byItem = groupBy(stretches.keys(), (at) => stretches[at]?.item.id)
  return [...byItem.values()].flatMap((places) => {
    const open = new Map<string, Run>()
    const closed: Run[] = []
    for (const at of places) {
      const stretch = stretches[at]
      const paying = shares[at]
      if (!stretch || !paying) continue
      for (const [sourceId, run] of open) {
        if (paying.get(sourceId) === run.share) continue
        closed.push(run)
        open.delete(sourceId)
      }
      const isLast = at === places.at(-1)
      for (const [sourceId, share] of paying) {
        const { item, from, to } = stretch
        const before = open.get(sourceId)
        const stretchesAt = [...(before?.stretchesAt ?? []), at]
        open.set(sourceId, { item, sourceId, share, from: before?.from ?? from, to, isLast, stretchesAt })
      }
    }
    return [...closed, ...open.values()].toSorted((a, b) => a.from - b.from || b.share - a.share)
  })
}

/** Whether every stretch of an item is paid by the same shares as today. */
function isAsToday(stretches: readonly Stretch[], shares: readonly Shares[], places: readonly number[]): boolean {
  return places.every((at) => {
    const today = stretches[at]?.today
    const paying = shares[at]
    if (!today || !paying || today.size !== paying.size) return false
    return [...paying].every(([sourceId, share]) => today.get(sourceId)?.share === share)
  })
}

/** Where the ledger starts, which place is the first ahead, and where the costs of an item begin that need a fund. */
type Months = { readonly firstMonth: string; readonly ahead: number; readonly begin: number }

const valuesOf = (run: Run, { firstMonth, ahead }: Months, isFirst: boolean) => ({
  share: run.share,
  fromMonth: isFirst && ahead === 0 ? null : addMonths(firstMonth, isFirst ? ahead : run.from),
  toMonth: run.isLast ? null : addMonths(firstMonth, run.to),
})

/** A payment that holds already when the first month ahead begins, and goes on. */
const isRunning = (row: Row<'assignment'>, month: string): boolean =>
  row.fromMonth === null ? true : row.fromMonth < month

/** "The rest" is all of it where nobody else pays. */
const isShareOf = (row: Row<'assignment'>, run: Run): boolean =>
  run.share === row.share || (row.share === null && run.share === 10_000)

/** The changes that make the payments of one item what the runs say from the first month ahead on. */
function itemChanges(
  plan: Plan,
  rows: readonly Row<'assignment'>[],
  runs: readonly Run[],
  months: Months,
  newId: () => string,
): Change[] {
  const start = addMonths(months.firstMonth, months.ahead)
  const wanted = runs.map((run) => ({ run, values: valuesOf(run, months, run.from === months.begin) }))
  const changes: Change[] = []
  const used = new Set<string>()
  const taken = new Set<Run>()
  const update = (row: Row<'assignment'>, values: Partial<Row<'assignment'>>): void => {
    const change = updateChange(row, 'assignment', values)
    if (change) changes.push(change)
    used.add(row.id)
  }
  // what was paid before stays: a payment that goes on as it was is carried on, any other ends where the new ones begin
  for (const row of rows.filter((each) => months.ahead > 0 && isRunning(each, start))) {
    const goesOn = wanted.find(
      ({ run }) => run.from === months.begin && run.sourceId === row.sourceId && isShareOf(row, run) && !taken.has(run),
    )
    const hasEnded = row.toMonth !== null && row.toMonth < start
    if (goesOn && !hasEnded) {
      taken.add(goesOn.run)
      update(row, { toMonth: goesOn.values.toMonth })
    } else if (hasEnded) used.add(row.id)
    else update(row, { toMonth: addMonths(start, -1) })
  }
  const last = Math.max(rankAtEnd(plan, 'assignment') - 1, -1)
  const rank = rows.at(-1)?.rank ?? last
  wanted.forEach(({ run, values }, at) => {
    if (taken.has(run)) return
    const row = rows.find((each) => each.sourceId === run.sourceId && !used.has(each.id))
    if (row) return update(row, values)
    const given = { [targetKey[run.item.kind]]: run.item.id, sourceId: run.sourceId, ...values }
    changes.push(insertChange('assignment', newRow('assignment', newId(), given, rank + (at + 1) / 1024)))
  })
  const [first] = rows
  // a row must stay, or the item would count as paid by a fund that is not named
  if (used.size === 0 && runs.length === 0 && first) update(first, { share: 0 })
  const left = rows.flatMap(({ id }) => (used.has(id) ? [] : [id]))
  return [...changes, ...removalChanges(plan, 'assignment', left)]
}

/**
 * The changes of "Who pays what" that bring shares of stretches into a plan, from its as-of month on. An item that is
 * paid as today is left alone, rows that say nearly the same are changed rather than replaced.
 */
export function allocationChanges(
  plan: Plan,
  allocation: Allocation,
  shares: readonly Shares[],
  newId: () => string,
): Change[] {
  const { ledger, stretches } = allocation
  const ahead = firstPlaceAhead(plan)
  const rows = groupBy(rowsOf(plan, 'assignment'), itemKey)
  const runs = groupBy(runsOf(stretches, shares), ({ item }) => item.id)
  const places = groupBy(stretches.keys(), (at) => stretches[at]?.item.id)
  return [...places].flatMap(([id, at]) => {
    const item = stretches[at[0] ?? 0]?.item
    if (id === undefined || item === undefined || isAsToday(stretches, shares, at)) return []
    const paying = rows.get(`${item.kind} ${id}`) ?? []
    const begin = stretches[at[0] ?? 0]?.from ?? 0
    const months = { firstMonth: ledger.firstMonth, ahead: paying.length === 0 ? 0 : ahead, begin }
    return itemChanges(plan, paying, runs.get(id) ?? [], months, newId)
  })
}
