import { daysBetween } from '../plan/day'
import { rowsOf, type Plan } from '../plan/plan'
import type { Row } from '../plan/tables'
import { schoolFidelity } from './evidence-fidelity'
import { roundsOf } from './evidence-rounds'
import { counted } from './figure'

/** One outcome of a school beside how well it practiced when that outcome was measured. */
export type OutcomePair = {
  readonly unit: Row<'unit'>
  /** Day of the outcome. */
  readonly day: string
  /** Share with fidelity, mean over the components seen, 0–1. */
  readonly fidelity: number
  /** In the unit of the measure. */
  readonly value: number
}

/** An outcome is held beside observations of at most this many days before it. */
const longestLagDays = 184

/** From this many pairs on a correlation is told. */
const fewestPairs = 5

/**
 * Every result of an outcome measure beside the school's latest observations until that day, where those are not older
 * than half a year.
 */
export function outcomePairs(plan: Plan, outcomeMeasureId: string): OutcomePair[] {
  const rounds = roundsOf(plan)
  return rowsOf(plan, 'outcomeResult').flatMap((result): OutcomePair[] => {
    const unit = plan.unit.get(result.unitId)
    if (result.measureId !== outcomeMeasureId || !unit) return []
    const before = rounds
      .map((round) => ({ ...round, rows: round.rows.filter(({ date }) => date <= result.date) }))
      .filter(({ rows }) => rows.length > 0)
    const seen = schoolFidelity(plan, before, unit)
    if (!seen || daysBetween(seen.lastDay, result.date) > longestLagDays) return []
    return [{ unit, day: result.date, fidelity: seen.meanShare, value: result.value }]
  })
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

/** Pearson's correlation of two lists of one length, −1 to 1; null where a list does not vary. */
export function pearson(xs: readonly number[], ys: readonly number[]): number | null {
  const [meanX, meanY] = [mean(xs), mean(ys)]
  const [xy, xx, yy] = xs.reduce<[number, number, number]>(
    ([a, b, c], x, at) => {
      const [dx, dy] = [x - meanX, (ys[at] ?? 0) - meanY]
      return [a + dx * dy, b + dx * dx, c + dy * dy]
    },
    [0, 0, 0],
  )
  const isFlat = xx <= 1e-12 * Math.max(1, meanX * meanX) || yy <= 1e-12 * Math.max(1, meanY * meanY)
  return isFlat ? null : Math.max(-1, Math.min(1, xy / Math.sqrt(xx * yy)))
}

/** The rank of every value, 1 for the smallest; equal values share the mean of their ranks. */
export function ranksOf(values: readonly number[]): number[] {
  const sorted = values.toSorted((a, b) => a - b)
  return values.map((value) => (sorted.indexOf(value) + sorted.lastIndexOf(value)) / 2 + 1)
}

/** Spearman's rank correlation: Pearson's of the ranks. */
export const spearman = (xs: readonly number[], ys: readonly number[]): number | null =>
  pearson(ranksOf(xs), ranksOf(ys))

/** How an outcome goes with fidelity; above 0: the better it is done, the better the outcome, whichever way better is. */
export type Correlation = {
  readonly pairs: number
  readonly schools: number
  /** Both null where there are too few pairs or one side does not vary. */
  readonly spearman: number | null
  readonly pearson: number | null
  /** What it says and what it cannot say, in plain words. */
  readonly sentence: string
}

const strength = (r: number): string =>
  Math.abs(r) >= 0.7 ? 'closely' : Math.abs(r) >= 0.4 ? 'partly' : Math.abs(r) >= 0.2 ? 'loosely' : 'hardly'

function sentenceOf(name: string, r: number, pairs: number, schools: number): string {
  const way = r >= 0 ? 'better' : 'worse'
  const what =
    Math.abs(r) < 0.2
      ? `How well it is done and “${name}” hardly go together.`
      : `Where it is done better, “${name}” is ${way}: the two go ${strength(r)} together.`
  const twice =
    pairs > schools ? ' The same schools are counted more than once, which makes it look surer than it is.' : ''
  const few = pairs < 30 ? ' With so few results it may be chance.' : ''
  return `${what} It does not show that one brings about the other.${twice}${few}`
}

/** The correlation of an outcome with fidelity (R7), or why it cannot be told yet. */
export function correlationOf(
  { name, direction }: Pick<Row<'outcomeMeasure'>, 'name' | 'direction'>,
  pairs: readonly OutcomePair[],
): Correlation {
  const schools = new Set(pairs.map(({ unit }) => unit.id)).size
  const about = { pairs: pairs.length, schools }
  if (pairs.length < fewestPairs) {
    const have = counted(pairs.length, 'result has', 'results have')
    const sentence = `${have} an observation of the same school in the half year before it; ${fewestPairs} are needed to say whether “${name}” goes with fidelity.`
    return { ...about, spearman: null, pearson: null, sentence }
  }
  const xs = pairs.map(({ fidelity }) => fidelity)
  const ys = pairs.map(({ value }) => (direction === 'lower' ? -value : value))
  const byRank = spearman(xs, ys)
  if (byRank === null) {
    const sentence =
      'All schools have the same fidelity or the same outcome, so nothing can be said of how they go together.'
    return { ...about, spearman: null, pearson: null, sentence }
  }
  return {
    ...about,
    spearman: byRank,
    pearson: pearson(xs, ys),
    sentence: sentenceOf(name, byRank, pairs.length, schools),
  }
}
