import { monthNumber } from '../plan/month'
import { planRow, rowsOf, type Plan } from '../plan/plan'
import type { Row } from '../plan/tables'
import { dateObjection, ruleObjection, type DateObjection, type RuleObjection } from './fund-rules'
import { groupBy } from './grouping'
import type { Ledger, LedgerLine } from './ledger'
import { fiscalYears, placeOf, spanOf } from './span'

export type FundObjection = RuleObjection | DateObjection

/** What a payment can be for: a position, a session with all its parts, or a cost line. */
export type PaidItem = { readonly kind: LedgerLine['kind']; readonly id: string; readonly label: string }

/**
 * What one item costs in those months of one fiscal year in which the same funds may pay for it. A fund pays one share of
 * all of it. Places are those of the ledger, `from` the first and `to` the last with costs, both inclusive.
 */
export type Stretch = {
  readonly item: PaidItem
  readonly fiscalYear: number
  readonly from: number
  readonly to: number
  /** Whole cents, more than 0. */
  readonly costCents: number
  /** The funds that may pay, in the planner's order. */
  readonly mayPay: readonly string[]
  /** Every other fund, and what stands against it. */
  readonly objections: ReadonlyMap<string, FundObjection>
  /** What each fund pays of it as the plan is; null: counted as paid although no fund is named. */
  readonly today: ReadonlyMap<string | null, Today>
}

/** What a fund pays of a stretch as the plan is: whole cents, and the share in basis points where it is the same in all of it. */
export type Today = { readonly cents: number; readonly share: number | null }

type Month = { readonly place: number; readonly cents: number; readonly objections: ReadonlyMap<string, FundObjection> }

/** The first place that lies ahead: what was paid before the as-of month stays as it was. */
export const firstPlaceAhead = (plan: Plan): number => {
  const row = planRow(plan)
  return row ? Math.max(0, placeOf(spanOf(plan), row.asOfMonth ?? row.startMonth)) : 0
}

const partLabel = (plan: Plan, line: LedgerLine): string =>
  line.kind === 'session' ? (plan.session.get(line.id)?.title ?? line.label) : line.label

function committedOf(plan: Plan, { kind, id }: LedgerLine): number | null {
  const month = kind === 'costLine' ? plan.costLine.get(id)?.obligatedMonth : null
  return month === null || month === undefined ? null : monthNumber(month)
}

function objectionsIn(
  plan: Plan,
  sources: readonly Row<'fundingSource'>[],
  lines: readonly LedgerLine[],
  month: number,
): Map<string, FundObjection> {
  const found = new Map<string, FundObjection>()
  for (const source of sources) {
    for (const line of lines) {
      const committed = committedOf(plan, line) ?? month
      const why = ruleObjection(plan, source, line) ?? dateObjection(source, month, committed)
      if (why !== null) found.set(source.id, why)
    }
  }
  return found
}

const sameObjections = (a: Month['objections'], b: Month['objections']): boolean =>
  a.size === b.size && [...a].every(([sourceId, why]) => b.get(sourceId) === why)

/** The share of every month in basis points where it is one and the same. */
function oneShare(share: Float64Array, months: readonly Month[]): number | null {
  const first = share[months[0]?.place ?? 0] ?? 0
  return months.every(({ place }) => share[place] === first) ? Math.round(first * 1e7) / 1000 : null
}

function paidToday(lines: readonly LedgerLine[], months: readonly Month[]): Map<string | null, Today> {
  const today = new Map<string | null, Today>()
  for (const { sourceId, cents, share } of lines.flatMap((line) => line.paid)) {
    const sum = months.reduce((total, { place }) => total + (cents[place] ?? 0), 0)
    const before = today.get(sourceId)?.cents ?? 0
    const isPaying = sum > 0 || months.some(({ place }) => (share[place] ?? 0) > 0)
    if (isPaying) today.set(sourceId, { cents: before + sum, share: oneShare(share, months) })
  }
  return today
}

/** The months with costs of one item, cut where the fiscal year or the funds that may pay change. */
function cut(months: readonly Month[], years: readonly number[]): Month[][] {
  const runs: Month[][] = []
  for (const month of months) {
    const last = runs.at(-1)?.at(-1)
    const isSame =
      last !== undefined &&
      years[last.place] === years[month.place] &&
      sameObjections(last.objections, month.objections)
    if (isSame) runs.at(-1)?.push(month)
    else runs.push([month])
  }
  return runs
}

/**
 * Everything that needs a fund, item by item in the ledger's order, each in order of time: what costs money from the as-of
 * month on, and what no row of "Who pays what" names a fund for, whenever it is paid.
 */
export function stretchesOf(plan: Plan, ledger: Ledger): Stretch[] {
  const sources = rowsOf(plan, 'fundingSource')
  const years = fiscalYears(spanOf(plan))
  const first = monthNumber(ledger.firstMonth)
  const ahead = firstPlaceAhead(plan)
  return [...groupBy(ledger.lines, ({ kind, id }) => `${kind} ${id}`).values()].flatMap((lines): Stretch[] => {
    const [line] = lines
    if (!line) return []
    const months: Month[] = []
    for (let place = line.isAssigned ? ahead : 0; place < ledger.months; place += 1) {
      const due = lines.filter(({ costCents }) => (costCents[place] ?? 0) > 0)
      if (due.length === 0) continue
      const cents = due.reduce((sum, { costCents }) => sum + (costCents[place] ?? 0), 0)
      months.push({ place, cents, objections: objectionsIn(plan, sources, due, first + place) })
    }
    const item = { kind: line.kind, id: line.id, label: partLabel(plan, line) }
    return cut(months, years).map((run): Stretch => {
      const [start] = run
      const from = start?.place ?? 0
      const objections = start?.objections ?? new Map<string, FundObjection>()
      return {
        item,
        fiscalYear: years[from] ?? 0,
        from,
        to: run.at(-1)?.place ?? from,
        costCents: run.reduce((sum, { cents }) => sum + cents, 0),
        mayPay: sources.flatMap(({ id }) => (objections.has(id) ? [] : [id])),
        objections,
        today: paidToday(lines, run),
      }
    })
  })
}
