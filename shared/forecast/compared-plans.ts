import type { Ledger } from '../money/ledger'
import { sumOf, yearPlaces } from '../money/totals'
import { addMonths, monthWords } from '../plan/month'
import { rowsOf, type Plan } from '../plan/plan'
import { settingsOf } from '../plan/settings'
import { nameOf } from '../plan/words'
import { compareHeadlines, signed, type ComparedLine } from './comparison'
import { amount, counted, dollars, percent } from './figure'
import type { Headline } from './headline'
import { chanceAtScale, costRangeWords, endRange, type Likely } from './likely'

/** A plan as it stands beside others; `likely` null while its runs are not there. */
export type ComparedPlan = {
  readonly plan: Plan
  readonly ledger: Ledger
  readonly headline: Headline
  readonly likely: Likely | null
}

/** Who is carried least: how many required responsibilities one carries alone, and the first of them. */
export function leastBackedUp(plan: Plan): { readonly count: number; readonly words: string } {
  const required = rowsOf(plan, 'responsibility').filter(({ isRequired }) => isRequired)
  const alone = required.filter(({ carriedBy, backup }) => carriedBy !== null && backup === null)
  const [first] = alone
  if (!first) return { count: 0, words: required.length === 0 ? 'None is entered' : 'All have a backup' }
  return {
    count: alone.length,
    words: `${alone.length} without a backup, first ${nameOf(plan, 'responsibility', first.id)}`,
  }
}

const total = (hours: Float64Array): number => Math.round(hours.reduce((sum, value) => sum + value, 0))

const line = (
  key: ComparedLine['key'],
  label: string,
  words: readonly [string, string],
  difference: string,
): ComparedLine => ({ key, label, before: words[0], after: words[1], difference })

const counts = (
  key: ComparedLine['key'],
  label: string,
  [before, after]: readonly [number, number],
  words: string,
): ComparedLine =>
  line(
    key,
    label,
    [amount(before), amount(after)],
    signed(after - before, (size) => `${amount(size)} ${words}`),
  )

const chances = (key: ComparedLine['key'], label: string, [before, after]: readonly [number, number]): ComparedLine =>
  line(
    key,
    label,
    [percent(before), percent(after)],
    signed(Math.round(after * 100) - Math.round(before * 100), (size) => counted(size, 'point', 'points')),
  )

/** How the ends of a range move, those that do: "low −45 points, high −55 points"; a sign stays with its figure. */
function endsMoved(low: string, high: string): string {
  const moved = [low && `low ${low}`, high && `high ${high}`].filter((words) => words !== '')
  return moved.join(', ').replaceAll(/(?<=[+−])/gu, '\u2060')
}

const inPoints = (before: number, after: number): string =>
  signed(Math.round(after * 100) - Math.round(before * 100), (size) => counted(size, 'point', 'points'))

const inDollars = (before: number, after: number): string =>
  signed(Math.round(after / 100) - Math.round(before / 100), (size) => dollars(size * 100))

function likelyLines(before: Likely, after: Likely, sustainMonths: number): ComparedLine[] {
  const ranges = [endRange(before.summary), endRange(after.summary)] as const
  const costs = [costRangeWords(before.cost), costRangeWords(after.cost)] as const
  const shareAt = ({ summary: { bands } }: Likely, end: 'p10' | 'p90'): number => bands.bottleneck[end].at(-1) ?? 0
  const moveOf = (end: 'p10' | 'p90') => ({
    share: inPoints(shareAt(before, end), shareAt(after, end)),
    cost: inDollars(before.cost[end], after.cost[end]),
  })
  const [low, high] = [moveOf('p10'), moveOf('p90')]
  const lasting = `Chance of holding it for ${counted(sustainMonths, 'month', 'months')}`
  return [
    chances('chance', 'Chance of getting to scale', [chanceAtScale(before.summary), chanceAtScale(after.summary)]),
    chances('holding', lasting, [before.summary.chanceOfHolding, after.summary.chanceOfHolding]),
    line('range', 'Likely range at the end', ranges, endsMoved(low.share, high.share)),
    line('costRange', 'Likely range of the cost', costs, endsMoved(low.cost, high.cost)),
  ]
}

/** What one plan does that another does not, line by line; how likely it is as soon as the runs of both are there. */
export function comparePlans(before: ComparedPlan, after: ComparedPlan): ComparedLine[] {
  const [had, has] = [before.headline, after.headline]
  const backups = [leastBackedUp(before.plan), leastBackedUp(after.plan)] as const
  const lines = compareHeadlines(had, has)
  // hours lacking stand below those needed and available, which they come from
  const [lacking, others] = [true, false].map((isIt) => lines.filter(({ key }) => (key === 'lackingHours') === isIt))
  return [
    ...(others ?? []),
    counts(
      'people',
      'Staff in schools at scale at the end',
      [Math.round(had.reach.staff.end), Math.round(has.reach.staff.end)],
      'staff',
    ),
    counts(
      'neededHours',
      'Coach hours needed',
      [total(had.coaching.neededHours), total(has.coaching.neededHours)],
      'hours',
    ),
    counts(
      'availableHours',
      'Coach hours available',
      [total(had.coaching.availableHours), total(has.coaching.availableHours)],
      'hours',
    ),
    ...(lacking ?? []),
    line(
      'backup',
      'Responsibilities that rest on one',
      [backups[0].words, backups[1].words],
      signed(backups[1].count - backups[0].count, String),
    ),
    ...(before.likely && after.likely
      ? likelyLines(before.likely, after.likely, settingsOf(before.plan).sustainMonths)
      : []),
  ]
}

/**
 * What becomes of a plan by the end of its forecast, in plain words: whether it holds the at-scale line (0–1), or falls,
 * and how soon after its highest it is below half of that.
 */
export function holdingSentence(name: string, headline: Headline, atScaleShare: number): string {
  const { weakest, asOf, lastMonth } = headline
  const peak = weakest.reduce((most, value) => Math.max(most, value), 0)
  const end = weakest.at(-1) ?? 0
  const when = `by ${monthWords(lastMonth)}`
  if (peak < atScaleShare) return `“${name}” does not reach the line; it stands at ${percent(end)} ${when}.`
  if (end >= atScaleShare) return `“${name}” holds, at ${percent(end)} ${when}.`
  const peakAt = weakest.indexOf(peak)
  const toHalf = weakest.subarray(peakAt).findIndex((value) => value < peak / 2)
  const half = toHalf === -1 ? '' : `, is below half of that ${counted(toHalf, 'month', 'months')} later`
  const rises = `rises to ${percent(peak)} in ${monthWords(addMonths(asOf, peakAt))}`
  return `“${name}” ${rises}${half}, and falls to ${percent(end)} ${when}.`
}

/** What something costs in two plans, in whole cents. */
export type CostDifference = {
  readonly key: string
  readonly label: string
  readonly before: number
  readonly after: number
}

const isDifferent = ({ before, after }: CostDifference): boolean => before !== after

/** What each named position costs, where the two plans differ; in all months of the plan. */
export function positionDifferences(before: ComparedPlan, after: ComparedPlan): CostDifference[] {
  const costs = ({ ledger }: ComparedPlan): Map<string, { label: string; cents: number }> => {
    const found = new Map<string, { label: string; cents: number }>()
    for (const { kind, id, label, costCents } of ledger.lines) {
      if (kind === 'position') found.set(id, { label, cents: (found.get(id)?.cents ?? 0) + sumOf(costCents) })
    }
    return found
  }
  const [had, has] = [costs(before), costs(after)]
  return [...new Set([...had.keys(), ...has.keys()])]
    .map((id) => ({
      key: id,
      label: had.get(id)?.label ?? has.get(id)?.label ?? '',
      before: had.get(id)?.cents ?? 0,
      after: has.get(id)?.cents ?? 0,
    }))
    .filter(isDifferent)
}

/** The fiscal years that either plan has costs in. */
export const comparedYears = (plans: readonly ComparedPlan[]): number[] =>
  [...new Set(plans.flatMap(({ plan }) => yearPlaces(plan).map(({ fiscalYear }) => fiscalYear)))].sort((a, b) => a - b)

/**
 * What each fund pays in a fiscal year (null: in all of them), and what nobody pays, for several plans side by side.
 * Funds are told apart by name, so that one that two scenarios each brought is one line.
 */
export function fundsSideBySide(
  plans: readonly ComparedPlan[],
  fiscalYear: number | null,
): { readonly label: string; readonly cents: readonly number[] }[] {
  const paid = plans.map(({ plan, headline }) => {
    const years = headline.years.filter((year) => fiscalYear === null || year.fiscalYear === fiscalYear)
    const byFund = new Map<string, number>()
    const add = (label: string, cents: number): void => void byFund.set(label, (byFund.get(label) ?? 0) + cents)
    for (const year of years) {
      for (const { sourceId, cents } of year.paid)
        add(sourceId === null ? 'No fund named' : nameOf(plan, 'fundingSource', sourceId), cents)
      add('Without funds', year.unfundedCents)
    }
    return byFund
  })
  const labels = [...new Set(paid.flatMap((byFund) => [...byFund.keys()]))]
  return labels
    .toSorted((one, other) => Number(one === 'Without funds') - Number(other === 'Without funds'))
    .map((label) => ({ label, cents: paid.map((byFund) => byFund.get(label) ?? 0) }))
    .filter(({ cents }) => cents.some((one) => one !== 0))
}

/** A difference of money in words: "+$92,000", "the same". */
export const moneyDifference = (before: number, after: number): string =>
  before === after ? 'the same' : signed(after - before, dollars)
