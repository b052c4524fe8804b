import { fiscalYearOf, monthNumber, monthText } from '../plan/month'
import type { Plan } from '../plan/plan'
import type { Row } from '../plan/tables'
import type { BudgetCategory } from '../plan/tables/budget-category'

/** Why a fund may not pay for something, whatever the month. */
export type RuleObjection = 'category' | 'place'
/** Why it may not pay in a month: it has not started, what is paid was committed too late, or it is paid too late. */
export type DateObjection = 'notStarted' | 'committedTooLate' | 'paidTooLate'

/** Whether a place is one of those named, or below one of them. */
function isWithin(plan: Plan, unitId: string | null, allowed: readonly string[]): boolean {
  const seen = new Set<string>()
  for (let id = unitId; id !== null && !seen.has(id); id = plan.unit.get(id)?.parentId ?? null) {
    if (allowed.includes(id)) return true
    seen.add(id)
  }
  return false
}

/** What a fund's own rules have against a cost; null: nothing. A cost for all places is for no place that is named. */
export function ruleObjection(
  plan: Plan,
  source: Row<'fundingSource'>,
  cost: { readonly category: BudgetCategory; readonly unitId: string | null },
): RuleObjection | null {
  const { allowedCategories, allowedUnitIds } = source
  if (allowedCategories.length > 0 && !allowedCategories.includes(cost.category)) return 'category'
  return allowedUnitIds.length > 0 && !isWithin(plan, cost.unitId, allowedUnitIds) ? 'place' : null
}

/**
 * What a fund's dates have against paying in a month (as `monthNumber`) for what was committed in `committed`; null:
 * nothing. Nothing may be committed after "Commit until"; what was committed in time may be paid until "Pay until".
 */
export function dateObjection(source: Row<'fundingSource'>, month: number, committed: number): DateObjection | null {
  const { startMonth, obligationEndMonth, liquidationEndMonth } = source
  const payUntil = liquidationEndMonth ?? obligationEndMonth
  if (startMonth !== null && month < monthNumber(startMonth)) return 'notStarted'
  if (obligationEndMonth !== null && committed > monthNumber(obligationEndMonth)) return 'committedTooLate'
  return payUntil !== null && month > monthNumber(payUntil) ? 'paidTooLate' : null
}

/**
 * The fiscal year whose amount a payment takes from: that of the month in which it is paid; after "Commit until" that of
 * the last month in which it could be committed, since no later year's amount is there to pay it.
 */
export function chargedYear(source: Row<'fundingSource'>, month: number, fiscalYearStart: number): number {
  const last = source.obligationEndMonth === null ? month : monthNumber(source.obligationEndMonth)
  return fiscalYearOf(monthText(Math.min(month, last)), fiscalYearStart)
}

/** What every fund gives by fiscal year, as the plan says it. */
export type FundAmounts = ReadonlyMap<string, ReadonlyMap<number, number>>

/** The amounts by fund and fiscal year, in whole cents. */
export function fundAmounts(plan: Plan): FundAmounts {
  const amounts = new Map<string, Map<number, number>>()
  for (const { sourceId, fiscalYear, amountCents } of plan.sourceYear.values()) {
    const years = amounts.get(sourceId) ?? new Map<number, number>()
    amounts.set(sourceId, years.set(fiscalYear, amountCents))
  }
  return amounts
}

/**
 * What a fund gives in a fiscal year, in whole cents; null where it is taken to be large enough: where the plan names no
 * amount of it at all, and for a fund that comes every year in the years that are not named. One-time money gives
 * nothing in a year that is not named.
 */
export function amountIn(source: Row<'fundingSource'>, fiscalYear: number, amounts: FundAmounts): number | null {
  const years = amounts.get(source.id)
  if (!years) return null
  return years.get(fiscalYear) ?? (source.isRecurring ? null : 0)
}
