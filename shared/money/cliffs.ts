import { addMonths } from '../plan/month'
import { rowsOf, type Plan } from '../plan/plan'
import type { Row } from '../plan/tables'
import { groupBy } from './grouping'
import type { Ledger, LedgerLine, LedgerPayment } from './ledger'
import { sumOf } from './totals'

/** What a fund carried of one recurring need, and what is left of it without funds afterwards. */
export type CliffLine = {
  readonly kind: LedgerLine['kind']
  readonly id: string
  readonly label: string
  /** What the fund paid of it in its last twelve months. Whole cents. */
  readonly carriedCents: number
  /** What nobody pays of that in the twelve months after. Whole cents. */
  readonly unfundedCents: number
}

/** A fund that stops paying for something that is needed for good. */
export type FundCliff = {
  readonly sourceId: string
  readonly name: string
  /** The last month in which it pays, `YYYY-MM`. */
  readonly lastMonth: string
  readonly carriedCents: number
  readonly unfundedCents: number
  readonly lines: readonly CliffLine[]
}

/** The places after which a payment stops although the line has costs to come. */
function ends({ share }: LedgerPayment, line: LedgerLine): number[] {
  const places: number[] = []
  for (let place = 0; place + 1 < share.length; place += 1) {
    const stops = (share[place] ?? 0) > 0 && (share[place + 1] ?? 0) === 0
    if (stops && sumOf(line.costCents, place + 1, place + 13) > 0) places.push(place)
  }
  return places
}

/** Of what is unfunded in the twelve months after, at most what the fund carried in its last month. */
function leftUnfunded(line: LedgerLine, { share }: LedgerPayment, last: number): number {
  const carried = share[last] ?? 0
  let sum = 0
  for (let place = last + 1; place <= Math.min(last + 12, line.costCents.length - 1); place += 1) {
    sum += Math.min(line.unfundedCents[place] ?? 0, Math.round((line.costCents[place] ?? 0) * carried))
  }
  return sum
}

type End = { readonly last: number; readonly line: CliffLine }

function endsOf(source: Row<'fundingSource'>, ledger: Ledger): End[] {
  const needed = ledger.lines.filter((line) => line.isRecurringNeed)
  const found = needed.flatMap((line) => {
    const payment = line.paid.find(({ sourceId }) => sourceId === source.id)
    if (!payment) return []
    return ends(payment, line).map((last) => {
      const carriedCents = sumOf(payment.cents, last - 11, last + 1)
      const { kind, id, label } = line
      return { last, line: { kind, id, label, carriedCents, unfundedCents: leftUnfunded(line, payment, last) } }
    })
  })
  // where the planner ends a payment and another fund takes it over, nothing ends
  const isEndOfFund = (last: number): boolean =>
    [source.obligationEndMonth, source.liquidationEndMonth].includes(addMonths(ledger.firstMonth, last))
  return found.filter(({ last, line }) => line.unfundedCents > 0 || isEndOfFund(last))
}

/**
 * Where a fund stops paying for something that is needed for good, within the ledger: when, what it carried in its last
 * twelve months, and what of that nobody pays in the twelve months after. A payment that the planner ends while the fund
 * goes on counts where it leaves a gap. A fund that ends at several times has a cliff for each. In order of month, then in the planner's order of funds.
 */
export function fundCliffs(plan: Plan, ledger: Ledger): FundCliff[] {
  const cliffs = rowsOf(plan, 'fundingSource').flatMap((source) =>
    [...groupBy(endsOf(source, ledger), ({ last }) => last)].map(([last, found]) => ({
      sourceId: source.id,
      name: source.name,
      lastMonth: addMonths(ledger.firstMonth, last),
      carriedCents: found.reduce((sum, { line }) => sum + line.carriedCents, 0),
      unfundedCents: found.reduce((sum, { line }) => sum + line.unfundedCents, 0),
      lines: found.map(({ line }) => line),
    })),
  )
  return cliffs.sort((a, b) => (a.lastMonth < b.lastMonth ? -1 : a.lastMonth > b.lastMonth ? 1 : 0))
}
