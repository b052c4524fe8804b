import { monthsBetween } from '../plan/month'
import type { Plan } from '../plan/plan'
import { rowsOf } from '../plan/plan'
import { groupBy } from './grouping'
import type { Ledger, LedgerLine } from './ledger'
import { fiscalYears, spanOf } from './span'

/** Which part of a ledger; what is not given is not looked at. Months `YYYY-MM`, both inclusive. */
export type LedgerFilter = {
  readonly kind?: LedgerLine['kind']
  readonly id?: string
  readonly category?: LedgerLine['category']
  readonly unitId?: string | null
  readonly isRecurringNeed?: boolean
  readonly fromMonth?: string
  readonly toMonth?: string
}

/** Whole cents; `paidCents` + `unfundedCents` = `costCents`. */
export type CentTotals = { readonly costCents: number; readonly paidCents: number; readonly unfundedCents: number }

const keys = ['kind', 'id', 'category', 'unitId', 'isRecurringNeed'] as const

const isIn = (line: LedgerLine, filter: LedgerFilter): boolean =>
  keys.every((key) => filter[key] === undefined || line[key] === filter[key])

/** The sum of a list over places `from` (inclusive) to `to` (exclusive). */
export function sumOf(cents: Float64Array, from = 0, to = cents.length): number {
  let sum = 0
  for (let place = Math.max(0, from); place < Math.min(to, cents.length); place += 1) sum += cents[place] ?? 0
  return sum
}

function totalsIn(lines: readonly LedgerLine[], from?: number, to?: number): CentTotals {
  const costCents = lines.reduce((sum, line) => sum + sumOf(line.costCents, from, to), 0)
  const unfundedCents = lines.reduce((sum, line) => sum + sumOf(line.unfundedCents, from, to), 0)
  return { costCents, paidCents: costCents - unfundedCents, unfundedCents }
}

/** What the lines and months that `filter` names cost, and how much of it is paid: whole cents. */
export function totalCents(ledger: Ledger, filter: LedgerFilter = {}): CentTotals {
  const from = filter.fromMonth === undefined ? 0 : monthsBetween(ledger.firstMonth, filter.fromMonth)
  const to = filter.toMonth === undefined ? ledger.months : monthsBetween(ledger.firstMonth, filter.toMonth) + 1
  return totalsIn(
    ledger.lines.filter((line) => isIn(line, filter)),
    from,
    to,
  )
}

/** Totals of the lines by whatever `keyOf` says of a line: its category, its school, its kind. */
export function totalsBy<K>(ledger: Ledger, keyOf: (line: LedgerLine) => K): Map<K, CentTotals> {
  return new Map([...groupBy(ledger.lines, keyOf)].map(([key, lines]) => [key, totalsIn(lines)]))
}

/** The part of a fiscal year that lies in a ledger: places `from` (inclusive) to `to` (exclusive). */
export type YearPlaces = { readonly fiscalYear: number; readonly from: number; readonly to: number }

/** The fiscal years of the plan's span, in order. */
export function yearPlaces(plan: Plan): YearPlaces[] {
  const years = fiscalYears(spanOf(plan))
  return [...new Set(years)].map((fiscalYear) => {
    const from = years.indexOf(fiscalYear)
    return { fiscalYear, from, to: years.lastIndexOf(fiscalYear) + 1 }
  })
}

/** One fiscal year in whole cents: `paid` by fund (null: no fund named) adds up to `paidCents`. */
export type FiscalYearTotals = CentTotals & {
  readonly fiscalYear: number
  readonly paid: readonly { readonly sourceId: string | null; readonly cents: number }[]
  /** What is needed for good, and who pays it; the three parts add up to it. */
  readonly recurringNeed: RecurringNeed
}

/** What is needed for good in a fiscal year, against the money that comes every year. Whole cents. */
export type RecurringNeed = {
  readonly costCents: number
  /** By funds that come every year, and by what is counted as paid although no fund is named. */
  readonly fromRecurringCents: number
  readonly fromOneTimeCents: number
  readonly unfundedCents: number
}

/** The funds that pay anything in the ledger, in the planner's order; null (no fund named) last. */
function payingSources(plan: Plan, ledger: Ledger): (string | null)[] {
  const paying = new Set(ledger.lines.flatMap((line) => line.paid.map(({ sourceId }) => sourceId)))
  const named = rowsOf(plan, 'fundingSource').flatMap(({ id }) => (paying.has(id) ? [id] : []))
  return paying.has(null) ? [...named, null] : named
}

function paidBy(lines: readonly LedgerLine[], sourceId: string | null, from: number, to: number): number {
  let sum = 0
  for (const { paid } of lines) {
    for (const payment of paid) if (payment.sourceId === sourceId) sum += sumOf(payment.cents, from, to)
  }
  return sum
}

function recurringNeedIn(lines: readonly LedgerLine[], from: number, to: number): RecurringNeed {
  const needed = lines.filter((line) => line.isRecurringNeed)
  const oneTime = needed.flatMap((line) => line.paid.filter(({ isRecurring }) => !isRecurring))
  const fromOneTimeCents = oneTime.reduce((sum, { cents }) => sum + sumOf(cents, from, to), 0)
  const { costCents, paidCents, unfundedCents } = totalsIn(needed, from, to)
  return { costCents, fromRecurringCents: paidCents - fromOneTimeCents, fromOneTimeCents, unfundedCents }
}

/** Cost, payments by fund, what is unfunded and the recurring need, by fiscal year. Whole cents throughout. */
export function byFiscalYear(plan: Plan, ledger: Ledger): FiscalYearTotals[] {
  const sources = payingSources(plan, ledger)
  return yearPlaces(plan).map(({ fiscalYear, from, to }) => ({
    fiscalYear,
    ...totalsIn(ledger.lines, from, to),
    paid: sources.map((sourceId) => ({ sourceId, cents: paidBy(ledger.lines, sourceId, from, to) })),
    recurringNeed: recurringNeedIn(ledger.lines, from, to),
  }))
}

/** What one fund pays by fiscal year, beside what it gives (null where the plan does not say). Whole cents. */
export type SourceTotals = {
  readonly sourceId: string | null
  readonly name: string
  readonly isRecurring: boolean
  readonly paidCents: number
  readonly years: readonly {
    readonly fiscalYear: number
    readonly paidCents: number
    readonly amountCents: number | null
  }[]
}

/** Payments by fund and fiscal year, for every fund that pays anything. */
export function bySource(plan: Plan, ledger: Ledger): SourceTotals[] {
  const places = yearPlaces(plan)
  const amounts = new Map([...plan.sourceYear.values()].map((row) => [`${row.sourceId} ${row.fiscalYear}`, row]))
  return payingSources(plan, ledger).map((sourceId) => {
    const source = sourceId === null ? undefined : plan.fundingSource.get(sourceId)
    const years = places.map(({ fiscalYear, from, to }) => ({
      fiscalYear,
      paidCents: paidBy(ledger.lines, sourceId, from, to),
      amountCents: amounts.get(`${sourceId} ${fiscalYear}`)?.amountCents ?? null,
    }))
    return {
      sourceId,
      name: source?.name ?? 'No fund named',
      isRecurring: source?.isRecurring ?? true,
      paidCents: years.reduce((sum, year) => sum + year.paidCents, 0),
      years,
    }
  })
}
