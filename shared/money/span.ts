import { addMonths, fiscalYearOf, monthNumber } from '../plan/month'
import { oncePer } from '../plan/once-per'
import { planRow, type Plan } from '../plan/plan'

/** The months that money is counted in, and how they fall into fiscal years. */
export type Span = {
  /** `YYYY-MM`. */
  readonly firstMonth: string
  readonly months: number
  /** 1–12. */
  readonly fiscalYearStart: number
  /** The fiscal year in which the plan starts: pay grows from the one after it. */
  readonly firstFiscalYear: number
}

/**
 * The months of a plan: from its start (or the as-of month, where that is earlier) to the end of the forecast, which
 * looks `horizonMonths` ahead from the as-of month. A plan without its one row has no month.
 */
export const spanOf = (plan: Pick<Plan, 'plan'>): Span => {
  const row = planRow(plan)
  if (!row) return { firstMonth: '2000-01', months: 0, fiscalYearStart: 7, firstFiscalYear: 2000 }
  const asOf = row.asOfMonth ?? row.startMonth
  const first = Math.min(monthNumber(row.startMonth), monthNumber(asOf))
  return {
    firstMonth: addMonths(row.startMonth, first - monthNumber(row.startMonth)),
    months: monthNumber(asOf) + row.horizonMonths - first,
    fiscalYearStart: row.fiscalYearStart,
    firstFiscalYear: fiscalYearOf(row.startMonth, row.fiscalYearStart),
  }
}

/** The months of a span, `YYYY-MM`. */
export const spanMonths = oncePer((span: Span): readonly string[] =>
  Array.from({ length: span.months }, (_, place) => addMonths(span.firstMonth, place)),
)

/** The fiscal year of every month of a span. Worked out once for it, since every line of a ledger asks. */
export const fiscalYears = oncePer((span: Span): readonly number[] =>
  spanMonths(span).map((month) => fiscalYearOf(month, span.fiscalYearStart)),
)

/** The place of a month in a span; below 0 or beyond its months where it lies outside. */
export const placeOf = (span: Span, month: string): number => monthNumber(month) - monthNumber(span.firstMonth)

/** The month at a place of a span. */
export const monthAt = (span: Span, place: number): string => addMonths(span.firstMonth, place)
