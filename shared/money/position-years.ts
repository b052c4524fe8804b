import type { Plan } from '../plan/plan'
import { settingsOf } from '../plan/settings'
import type { Row } from '../plan/tables'
import { wholeCents } from './cents'
import { positionMonths, vacanciesIn, type PositionMonths } from './position-months'
import { fiscalYears, monthAt, spanOf, type Span } from './span'
import { sumOf, yearPlaces } from './totals'

/** A position in one fiscal year: its mean FTE over twelve months, and its pay in whole cents, before what of it is the rollout's. */
export type PositionYear = {
  readonly fiscalYear: number
  readonly fte: number
  readonly payCents: number
  readonly benefitCents: number
}

export type PositionYears = { readonly position: Row<'position'>; readonly years: readonly PositionYear[] }

/** Pay and benefits by month, not yet whole: salaries of the plan's first fiscal year, raised by the yearly pay growth. */
function payOf(
  plan: Plan,
  span: Span,
  { fte, periods }: PositionMonths,
): { pay: Float64Array; benefits: Float64Array } {
  const settings = settingsOf(plan)
  const years = fiscalYears(span)
  const pay = fte.map((value, month) => {
    const raises = Math.max(0, (years[month] ?? 0) - span.firstFiscalYear)
    return ((value * (periods[month]?.salaryCents ?? 0)) / 12) * (1 + settings.payGrowth / 10_000) ** raises
  })
  const rateOf = (month: number): number => (periods[month]?.benefitRate ?? settings.benefitRate) / 10_000
  return { pay, benefits: pay.map((cents, month) => cents * rateOf(month)) }
}

/** What a position is paid by month of the plan's span, in whole cents, all of it, also what is not the rollout's. */
export type PositionPay = { readonly held: PositionMonths; readonly pay: Float64Array; readonly benefits: Float64Array }

/** Pay with raises and benefits of every position by month, in the planner's order of positions. */
export function positionPay(plan: Plan): PositionPay[] {
  const span = spanOf(plan)
  const years = fiscalYears(span)
  return positionMonths(plan).map((held) => {
    const { pay, benefits } = payOf(plan, span, held)
    return { held, pay: wholeCents(pay, years), benefits: wholeCents(benefits, years) }
  })
}

/** FTE, pay with raises and benefits of every position by fiscal year, in the planner's order of positions. */
export function positionYears(plan: Plan): PositionYears[] {
  const places = yearPlaces(plan)
  return positionPay(plan).map(({ held, pay, benefits }) => ({
    position: held.position,
    years: places.map(({ fiscalYear, from, to }) => ({
      fiscalYear,
      fte: sumOf(held.fte, from, to) / 12,
      payCents: sumOf(pay, from, to),
      benefitCents: sumOf(benefits, from, to),
    })),
  }))
}

/** One month of a position: FTE in the post, and FTE that are planned and stand empty. */
export type PositionMonth = { readonly month: string; readonly fte: number; readonly vacantFte: number }

export type PositionCalendar = { readonly position: Row<'position'>; readonly months: readonly PositionMonth[] }

/** Every position by month of one fiscal year, as far as it lies in the plan's span. */
export function positionCalendar(plan: Plan, fiscalYear: number): PositionCalendar[] {
  const span = spanOf(plan)
  const year = yearPlaces(plan).find((each) => each.fiscalYear === fiscalYear)
  const places = year ? Array.from({ length: year.to - year.from }, (_, at) => year.from + at) : []
  const empty = places.map(
    (place) => new Map(vacanciesIn(plan, monthAt(span, place)).map((v) => [v.position.id, v.fte])),
  )
  return positionMonths(plan).map(({ position, fte }) => ({
    position,
    months: places.map((place, at) => ({
      month: monthAt(span, place),
      fte: fte[place] ?? 0,
      vacantFte: empty[at]?.get(position.id) ?? 0,
    })),
  }))
}
