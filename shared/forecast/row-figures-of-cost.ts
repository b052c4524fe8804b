import { attendances } from '../money/attendance'
import { sessionCents, sessionCosts } from '../money/costs'
import { positionCents } from '../money/position-cents'
import { spanOf, monthAt } from '../money/span'
import { sumOf, yearPlaces } from '../money/totals'
import { formatFte, formatMoney, formatShare } from '../plan/format-value'
import { fiscalYearOf, monthWords } from '../plan/month'
import { planRow, type Plan } from '../plan/plan'
import { settingsOf } from '../plan/settings'
import type { Row } from '../plan/tables'
import { howOfCost, spentOnWords } from './explain-line'
import { line, type ExplanationLine } from './explanation'
import { dollars } from './figure'
import type { RowFigure } from './row-figure'

/** The fiscal year of the as-of month; null where the plan does not say. */
function currentYear(plan: Plan): number | null {
  const row = planRow(plan)
  return row ? fiscalYearOf(row.asOfMonth ?? row.startMonth, row.fiscalYearStart) : null
}

/** The places of the current fiscal year in the plan's span: from (inclusive), to (exclusive). */
function currentPlaces(plan: Plan): { readonly from: number; readonly to: number } {
  const year = currentYear(plan)
  return yearPlaces(plan).find(({ fiscalYear }) => fiscalYear === year) ?? { from: 0, to: 0 }
}

/** What every position costs the rollout, in the months from (inclusive) to (exclusive). */
const costOfPositions = (plan: Plan, from: number, to: number): ReadonlyMap<string, number> =>
  new Map(
    positionCents(plan).map(({ held, places }) => [
      held.position.id,
      places.reduce((sum, { cents }) => sum + sumOf(cents, from, to), 0),
    ]),
  )

const positionOf = (plan: Plan, id: string) => positionCents(plan).find(({ held }) => held.position.id === id)

const yearWords = (year: number | null): string => (year === null ? 'this fiscal year' : `fiscal year ${year}`)

function yearLines(plan: Plan, id: string): ExplanationLine[] {
  const found = positionOf(plan, id)
  return yearPlaces(plan).flatMap(({ fiscalYear, from, to }): ExplanationLine[] => {
    const amount = (found?.places ?? []).reduce((sum, { cents }) => sum + sumOf(cents, from, to), 0)
    const question = { kind: 'lineCost', table: 'position', id, fiscalYear } as const
    return amount === 0 ? [] : [line(`Fiscal year ${fiscalYear}`, formatMoney(amount), { amount, question })]
  })
}

/** The months of the current fiscal year by the line that holds in them. */
function stretchLines(plan: Plan, id: string): ExplanationLine[] {
  const found = positionOf(plan, id)
  if (!found) return []
  const { from, to } = currentPlaces(plan)
  const usual = settingsOf(plan).benefitRate
  const stretches = new Map<Row<'positionPeriod'>, { first: number; last: number; amount: number }>()
  for (let place = from; place < to; place += 1) {
    const period = found.held.periods[place]
    if (!period) continue
    const cents = found.places.reduce((sum, one) => sum + (one.cents[place] ?? 0), 0)
    const before = stretches.get(period)
    stretches.set(period, { first: before?.first ?? place, last: place, amount: (before?.amount ?? 0) + cents })
  }
  const month = (place: number): string => monthWords(monthAt(spanOf(plan), place))
  return [...stretches].map(([period, { first, last, amount }]) => {
    const { fte, salaryCents, benefitRate, rolloutShare } = period
    const when = first === last ? month(first) : `${month(first)} to ${month(last)}`
    const rates = `${formatFte(fte)} FTE, ${formatMoney(salaryCents)} a year, ${formatShare(benefitRate ?? usual)} benefits, ${formatShare(rolloutShare)} of the time`
    return line(`${when}: ${rates}`, formatMoney(amount), {
      amount,
      rows: [{ table: 'positionPeriod', id: period.id }],
    })
  })
}

function spentOnLines(plan: Plan, id: string): ExplanationLine[] {
  const found = attendances(plan).find(({ session }) => session.id === id)
  if (!found) return []
  const question = { kind: 'lineCost', table: 'session', id, fiscalYear: null } as const
  return sessionCosts(found, settingsOf(plan)).map(([category, exact]) => {
    const amount = Math.round(exact)
    return line(spentOnWords[category] ?? category, formatMoney(amount), { amount, question })
  })
}

const asMoney = { print: dollars, printExactly: formatMoney } as const

/** What positions and sessions cost, beside them. */
export const costFigures = {
  yearCostOfPosition: {
    table: 'position',
    uses: ['plan', 'setting', 'position', 'positionPeriod'],
    label: (plan) => {
      const year = currentYear(plan)
      return year === null ? 'Cost this year' : `Cost FY ${year}`
    },
    help: 'What the position costs the rollout in the fiscal year of the as-of month: pay with benefits, for the share of its time.',
    how: (plan) => `${howOfCost.position} Here: ${yearWords(currentYear(plan))}.`,
    valuesOf: (plan) => {
      const { from, to } = currentPlaces(plan)
      return costOfPositions(plan, from, to)
    },
    lines: stretchLines,
    ...asMoney,
  },
  costOfPosition: {
    table: 'position',
    uses: ['plan', 'setting', 'position', 'positionPeriod'],
    label: () => 'Cost in all',
    help: 'What the position costs the rollout in all years of the plan.',
    how: () => howOfCost.position,
    valuesOf: (plan) => costOfPositions(plan, 0, spanOf(plan).months),
    lines: yearLines,
    ...asMoney,
  },
  costOfSession: {
    table: 'session',
    uses: ['session', 'unit', 'staffGroup', 'role', 'setting'],
    label: () => 'Cost',
    help: 'Fee, materials and time of those who came, or are expected to come.',
    how: () => howOfCost.session,
    valuesOf: (plan) => {
      const settings = settingsOf(plan)
      return new Map(attendances(plan).map((attendance) => [attendance.session.id, sessionCents(attendance, settings)]))
    },
    lines: spentOnLines,
    ...asMoney,
  },
} as const satisfies Readonly<Record<string, RowFigure>>
