import { overCommitments, type OverCommitment } from '../money/charges'
import { fundCliffs, type FundCliff } from '../money/cliffs'
import type { Ledger } from '../money/ledger'
import { vacanciesIn, type Vacancy } from '../money/position-months'
import { byFiscalYear, bySource, type FiscalYearTotals, type SourceTotals } from '../money/totals'
import { addMonths, fiscalYearOf } from '../plan/month'
import { planRow, type Plan } from '../plan/plan'
import { settingsOf, type Settings } from '../plan/settings'
import type { CoachingNeed } from './coaching-need'
import { amount, percent, type Figure, type FigureKey } from './figure'
import { moneyFigures } from './money-figures'
import { linesOf, progressFigures } from './progress-figures'
import { reachOf, type Reach } from './reach'
import { planSeries, type DistrictRun } from './run'
import { statusAgainst, statusOverTime } from './status'

export type { Figure, FigureKey } from './figure'
export { phaseWords } from './progress-figures'
export { statusWords, type Status } from './status'

/** The figures that the Overview, the terminal and the report print, from one place. */
export type Headline = {
  /** First and last month of the forecast, `YYYY-MM`. */
  readonly asOf: string
  readonly lastMonth: string
  readonly figures: readonly Figure[]
  readonly reach: Reach
  /** By month of the forecast, all districts together. Shares 0–1. */
  readonly weakest: Float64Array
  readonly fidelity: Float64Array
  /** The at-scale line, 0–1. */
  readonly line: number
  readonly coaching: CoachingNeed
  readonly years: readonly FiscalYearTotals[]
  readonly sources: readonly SourceTotals[]
  readonly cliffs: readonly FundCliff[]
  readonly overCommitments: readonly OverCommitment[]
  readonly vacancies: readonly Vacancy[]
}

const added = (lists: readonly Float64Array[]): Float64Array =>
  Float64Array.from(lists[0] ?? [], (_, month) => lists.reduce((sum, list) => sum + (list[month] ?? 0), 0))

/** Coaching of all districts together. */
const coachingOf = (runs: readonly DistrictRun[]): CoachingNeed => ({
  neededHours: added(runs.map(({ forecast }) => forecast.coaching.neededHours)),
  availableHours: added(runs.map(({ forecast }) => forecast.coaching.availableHours)),
  unmetHours: added(runs.map(({ forecast }) => forecast.coaching.unmetHours)),
})

function fidelityFigure(weakest: Float64Array, staff: number, settings: Settings): Figure {
  const { share, margin } = linesOf(settings)
  const now = weakest[0] ?? 0
  const end = weakest.at(-1) ?? 0
  const sentence = `Weakest essential component; ${percent(end)} at the end of the forecast, about ${amount(Math.round(end * staff))} of ${amount(Math.round(staff))} staff. The line is ${percent(share)}.`
  return {
    key: 'fidelity',
    label: 'Staff practicing with fidelity',
    value: now,
    unit: 'share',
    text: percent(now),
    status: statusOverTime(now, end, share, margin),
    sentence,
    screen: 'components',
  }
}

function capacityFigure(capacity: Float64Array, settings: Settings): Figure {
  const lines = linesOf(settings)
  const now = capacity[0] ?? 0
  const end = capacity.at(-1) ?? 0
  return {
    key: 'capacity',
    label: 'District capacity',
    value: now,
    unit: 'share',
    text: percent(now),
    status: statusOverTime(now, end, lines.capacity, lines.margin),
    sentence: `${percent(end)} at the end of the forecast; systems count as in place from ${percent(lines.capacity)}.`,
    screen: 'people',
  }
}

const yearSum = (hours: Float64Array): number => hours.subarray(0, 12).reduce((sum, value) => sum + value, 0)

/** How much of the coaching that is needed in the next twelve months there is. */
function coachingFigure({ neededHours, unmetHours }: CoachingNeed, settings: Settings): Figure {
  const about = { key: 'coaching', label: 'Coaching need met', unit: 'share', screen: 'people' } as const
  const needed = yearSum(neededHours)
  if (needed === 0) {
    const sentence = 'Nobody needs coaching in the next twelve months: no school that has started has trained staff.'
    return { ...about, value: null, text: '–', status: 'notStarted', sentence }
  }
  const unmet = yearSum(unmetHours)
  const share = 1 - unmet / needed
  return {
    ...about,
    value: share,
    text: percent(share),
    status: statusAgainst(share, 1, linesOf(settings).margin),
    sentence: `In the next twelve months ${amount(Math.round(needed))} coach hours are needed; ${Math.round(unmet) === 0 ? 'none' : amount(Math.round(unmet))} of them are lacking.`,
  }
}

/**
 * The headline of a plan from the runs of its districts and its ledger: one definition for every place that prints it.
 * Shares of several districts are averaged by headcount; phases stay within a district.
 */
export function headlineOf(plan: Plan, runs: readonly DistrictRun[], ledger: Ledger): Headline {
  const settings = settingsOf(plan)
  const row = planRow(plan)
  const asOf = row?.asOfMonth ?? row?.startMonth ?? ledger.firstMonth
  const reach = reachOf(runs)
  const weakest = planSeries(runs, 'bottleneck')
  const coaching = coachingOf(runs)
  const staff = runs.reduce((sum, { forecast }) => sum + forecast.headcount, 0)
  const money = {
    asOf,
    fiscalYear: fiscalYearOf(asOf, row?.fiscalYearStart ?? 7),
    years: byFiscalYear(plan, ledger),
    cliffs: fundCliffs(plan, ledger),
    vacancies: vacanciesIn(plan, asOf),
  }
  return {
    asOf,
    lastMonth: addMonths(asOf, weakest.length - 1),
    figures: [
      ...progressFigures(runs, reach, settings),
      fidelityFigure(weakest, staff, settings),
      capacityFigure(planSeries(runs, 'capacity'), settings),
      coachingFigure(coaching, settings),
      ...moneyFigures(money, linesOf(settings).margin),
    ],
    reach,
    weakest,
    fidelity: planSeries(runs, 'fidelity'),
    line: linesOf(settings).share,
    coaching,
    years: money.years,
    sources: bySource(plan, ledger),
    cliffs: money.cliffs,
    overCommitments: overCommitments(plan, ledger),
    vacancies: money.vacancies,
  }
}

/** A figure of a headline by its key. */
export function figureOf(headline: Headline, key: FigureKey): Figure {
  const figure = headline.figures.find((candidate) => candidate.key === key)
  if (!figure) throw new RangeError(`the headline has no figure "${key}"`)
  return figure
}
