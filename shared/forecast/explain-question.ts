import type { Ledger, LedgerLine } from '../money/ledger'
import type { Plan } from '../plan/plan'
import type { FigureKey } from './figure'
import type { Headline } from './headline'
import type { DistrictRun } from './run'

/** A computed figure that can be explained. Fiscal years are named by the year they end in; null: the whole plan. */
export type ExplainQuestion =
  /** A headline figure, as on the tiles of the Overview. */
  | { readonly kind: 'figure'; readonly key: FigureKey }
  | { readonly kind: 'costOfYear'; readonly fiscalYear: number }
  /** What a fund pays; `sourceId` null: what counts as paid although no fund is named. */
  | { readonly kind: 'paidByFund'; readonly sourceId: string | null; readonly fiscalYear: number | null }
  | { readonly kind: 'unfunded'; readonly fiscalYear: number | null }
  /** What one position, session or cost line costs. */
  | {
      readonly kind: 'lineCost'
      readonly table: LedgerLine['kind']
      readonly id: string
      readonly fiscalYear: number | null
    }
  /** Coach hours needed, available and lacking in a month of the forecast, counted from 0. */
  | { readonly kind: 'coachHours'; readonly month: number }

/** What explanations are made from: a plan, its runs, its ledger as run, and the headline of them. */
export type ExplainFacts = {
  readonly plan: Plan
  readonly runs: readonly DistrictRun[]
  readonly ledger: Ledger
  readonly headline: Headline
}
