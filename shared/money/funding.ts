import { monthNumber } from '../plan/month'
import type { Row } from '../plan/tables'
import { dateObjection } from './fund-rules'
import type { Span } from './span'

/** What one fund pays of something, as a share 0–1 of every month's cost; `source` null: paid, but no fund is named. */
export type SourceShare = { readonly source: Row<'fundingSource'> | null; readonly share: Float64Array }

export type Funding = {
  /** False where nothing says who pays: it counts as funded, which is an assumption. */
  readonly isAssigned: boolean
  readonly paying: readonly SourceShare[]
  /** The sum over the funds, 0–1. */
  readonly funded: Float64Array
}

type Payer = {
  readonly source: Row<'fundingSource'>
  /** Basis points; null for "the rest". */
  readonly share: number | null
  readonly from: number
  readonly to: number
}

function payersOf(
  assignments: readonly Row<'assignment'>[],
  sources: ReadonlyMap<string, Row<'fundingSource'>>,
): Payer[] {
  return assignments.flatMap((row) => {
    const source = sources.get(row.sourceId)
    if (!source) return []
    const from = row.fromMonth === null ? Number.NEGATIVE_INFINITY : monthNumber(row.fromMonth)
    const to = row.toMonth === null ? Number.POSITIVE_INFINITY : monthNumber(row.toMonth)
    return [{ source, share: row.share, from, to }]
  })
}

/**
 * What each payer pays in one month, in basis points. "The rest" is what those that pay in this month leave; several
 * of them divide it evenly. Shares beyond 100 %, which a valid plan does not have, are scaled down to it.
 */
function sharesIn(payers: readonly Payer[]): number[] {
  const given = payers.reduce((sum, payer) => sum + (payer.share ?? 0), 0)
  const scale = given > 10_000 ? 10_000 / given : 1
  const restCount = payers.filter((payer) => payer.share === null).length
  const rest = Math.max(0, 10_000 - given)
  return payers.map((payer) => (payer.share === null ? rest / restCount : payer.share * scale))
}

/** What nobody is named to pay for counts as funded in every month. */
export function unassigned(span: Span): Funding {
  const share = new Float64Array(span.months).fill(1)
  return { isAssigned: false, paying: [{ source: null, share }], funded: share }
}

/**
 * Who pays which share of a position, session or cost line, month by month. `committedIn` tells for a month (as
 * `monthNumber`) in which month its cost is committed: the month itself for work, the order's month for a cost line.
 */
export function fundingOf(
  span: Span,
  assignments: readonly Row<'assignment'>[],
  sources: ReadonlyMap<string, Row<'fundingSource'>>,
  committedIn: (month: number) => number = (month) => month,
): Funding {
  if (assignments.length === 0) return unassigned(span)
  const all = payersOf(assignments, sources)
  const basisPoints = new Map(all.map(({ source }) => [source, new Float64Array(span.months)]))
  const first = monthNumber(span.firstMonth)
  for (let index = 0; index < span.months; index += 1) {
    const month = first + index
    const committed = committedIn(month)
    const payers = all.filter(
      ({ source, from, to }) => month >= from && month <= to && dateObjection(source, month, committed) === null,
    )
    sharesIn(payers).forEach((share, at) => {
      const source = payers[at]?.source
      const shares = source && basisPoints.get(source)
      if (shares) shares[index] = (shares[index] ?? 0) + share
    })
  }
  const paying = [...basisPoints].map(([source, shares]) => ({ source, share: shares.map((share) => share / 10_000) }))
  const funded = Float64Array.from({ length: span.months }, (_, index) => {
    const sum = [...basisPoints.values()].reduce((total, shares) => total + (shares[index] ?? 0), 0)
    // a rest in thirds may miss the whole by a rounding, which is nobody's gap
    return sum > 10_000 - 1e-6 ? 1 : sum / 10_000
  })
  return { isAssigned: true, paying: paying.filter(({ share }) => share.some((value) => value > 0)), funded }
}
