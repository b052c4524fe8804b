import type { FundCliff } from '../money/cliffs'
import type { Vacancy } from '../money/position-months'
import type { FiscalYearTotals } from '../money/totals'
import { addMonths, monthWords } from '../plan/month'
import { counted, dollars, percent, type Figure } from './figure'
import { statusAgainst } from './status'

function costFigure(years: readonly FiscalYearTotals[], thisYear: number, margin: number): Figure {
  const total = years.reduce((sum, { costCents }) => sum + costCents, 0)
  const unfunded = years.reduce((sum, { unfundedCents }) => sum + unfundedCents, 0)
  const now = years.find(({ fiscalYear }) => fiscalYear === thisYear)
  const current = now ? `${dollars(now.costCents)} in fiscal year ${thisYear}` : 'Nothing this fiscal year'
  const gap = unfunded === 0 ? 'all of it has funds' : `${dollars(unfunded)} of the whole has no funds`
  return {
    key: 'cost',
    label: 'Cost of the plan',
    value: total,
    unit: 'cents',
    text: dollars(total),
    status: total === 0 ? 'notKnown' : statusAgainst((total - unfunded) / total, 1, margin),
    sentence: total === 0 ? 'No costs are entered yet.' : `${current}; ${gap}.`,
    screen: 'money',
  }
}

/** Whether what is needed for good is paid from money that comes every year, in the last fiscal year of the forecast. */
function needFigure(years: readonly FiscalYearTotals[], margin: number): Figure {
  const about = { key: 'recurringNeed', label: 'Kept by recurring money', unit: 'share', screen: 'money' } as const
  const last = years.findLast(({ recurringNeed }) => recurringNeed.costCents > 0)
  if (!last) {
    const sentence = 'Nothing that costs money is marked as needed for good.'
    return { ...about, value: null, text: '–', status: 'notKnown', sentence }
  }
  const { costCents, fromRecurringCents } = last.recurringNeed
  const share = fromRecurringCents / costCents
  return {
    ...about,
    value: share,
    text: percent(share),
    status: statusAgainst(share, 1, margin),
    sentence: `In fiscal year ${last.fiscalYear} recurring money pays ${dollars(fromRecurringCents)} of the ${dollars(costCents)} that is needed for good.`,
  }
}

function cliffFigure(cliffs: readonly FundCliff[], asOf: string): Figure {
  const steep = cliffs.filter(({ unfundedCents }) => unfundedCents > 0)
  const [next] = steep
  const isNear = next !== undefined && next.lastMonth < addMonths(asOf, 12)
  const sentence = next
    ? `${next.name} ends in ${monthWords(next.lastMonth)} and leaves ${dollars(next.unfundedCents)} a year without funds.`
    : 'No fund that ends leaves anything needed for good without funds.'
  return {
    key: 'cliffs',
    label: 'Funds that leave a gap',
    value: steep.length,
    unit: 'funds',
    text: String(steep.length),
    status: next === undefined ? 'onTrack' : isNear ? 'offTrack' : 'watch',
    sentence,
    screen: 'money',
  }
}

function vacancyFigure(vacancies: readonly Vacancy[], asOf: string): Figure {
  const fte = vacancies.reduce((sum, vacancy) => sum + vacancy.fte, 0)
  const undated = vacancies.filter(({ position }) => position.expectedFillMonth === null)
  const posts = counted(vacancies.length, 'position is', 'positions are')
  const dates = vacancies.flatMap(({ position }) => position.expectedFillMonth ?? []).toSorted()
  const last = dates.at(-1)
  const plan =
    undated.length > 0
      ? `${undated.length} without a month by which to fill it`
      : dates.length === 1
        ? `to be filled in ${monthWords(last ?? asOf)}`
        : `the last to be filled in ${monthWords(last ?? asOf)}`
  return {
    key: 'vacancies',
    label: 'Vacant positions',
    value: fte,
    unit: 'fte',
    text: `${fte.toFixed(1)} FTE`,
    status: vacancies.length === 0 ? 'onTrack' : undated.length === 0 ? 'watch' : 'offTrack',
    sentence:
      vacancies.length === 0
        ? `Every position is filled in ${monthWords(asOf)}.`
        : `${posts} vacant in ${monthWords(asOf)}, ${plan}.`,
    screen: 'people',
  }
}

/** What the money figures are made of. */
export type MoneyFacts = {
  readonly asOf: string
  /** The fiscal year of `asOf`. */
  readonly fiscalYear: number
  readonly years: readonly FiscalYearTotals[]
  readonly cliffs: readonly FundCliff[]
  readonly vacancies: readonly Vacancy[]
}

/** Cost, recurring need, cliffs and vacancies; `margin` is the distance from a line that reads "Watch", 0–1. */
export const moneyFigures = ({ asOf, fiscalYear, years, cliffs, vacancies }: MoneyFacts, margin: number): Figure[] => [
  costFigure(years, fiscalYear, margin),
  needFigure(years, margin),
  cliffFigure(cliffs, asOf),
  vacancyFigure(vacancies, asOf),
]
