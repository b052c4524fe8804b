import { coachFteIn, meanTurnover } from '@shared/forecast/levers'
import { addMonths, fiscalYearFirstMonth, fiscalYearOf } from '@shared/plan/month'
import { planRow, rowsOf, type Plan } from '@shared/plan/plan'

/** What the levers start from: how the plan is now. */
export type LeverFacts = {
  /** Months that can be chosen, `YYYY-MM`. */
  readonly months: readonly string[]
  /** Start of the next fiscal year, from which most staffing changes take effect. */
  readonly usualMonth: string
  /** Coaches in post in a month, in FTE. */
  readonly coachFteIn: (month: string) => number
  /** Share of practitioners that leaves in a year, 0–1, by headcount, with the turnover factor as it is. */
  readonly turnover: number
  /** Funds that could end, with the last month in which they can pay (null: no end). */
  readonly funds: readonly { readonly id: string; readonly name: string; readonly lastMonth: string | null }[]
}

/** How the plan stands where the levers start. */
export function leverFactsOf(plan: Plan): LeverFacts {
  const row = planRow(plan)
  const start = row?.asOfMonth ?? row?.startMonth ?? '2026-07'
  const fiscalYearStart = row?.fiscalYearStart ?? 7
  const next = fiscalYearFirstMonth(fiscalYearOf(start, fiscalYearStart) + 1, fiscalYearStart)
  return {
    months: Array.from({ length: row?.horizonMonths ?? 60 }, (_, i) => addMonths(start, i)),
    usualMonth: next,
    coachFteIn: (month) => coachFteIn(plan, month),
    turnover: meanTurnover(plan),
    funds: rowsOf(plan, 'fundingSource').map(({ id, name, obligationEndMonth }) => ({
      id,
      name,
      lastMonth: obligationEndMonth,
    })),
  }
}
