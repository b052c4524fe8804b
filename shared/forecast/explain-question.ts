import type { Ledger, LedgerLine } from '../money/ledger'
import type { BreakdownBy } from '../money/breakdown'
import type { Plan } from '../plan/plan'
import type { TableName } from '../plan/table-name'
import type { FigureKey } from './figure'
import type { Headline } from './headline'
import type { RowFigureKey } from './row-figures'
import type { DistrictRun } from './run'

/** A computed figure that can be explained. Fiscal years are named by the year they end in; null: the whole plan. */
export type ExplainQuestion =
  /** A headline figure, as on the tiles of the Overview. */
  | { readonly kind: 'figure'; readonly key: FigureKey }
  | { readonly kind: 'costOfYear'; readonly fiscalYear: number | null }
  /** What one fund, phase, school, component or category costs; `key` as `breakdownOf` names it. */
  | { readonly kind: 'costPart'; readonly by: BreakdownBy; readonly key: string; readonly fiscalYear: number | null }
  /** What is needed for good, or only for the push. */
  | { readonly kind: 'costOfNeed'; readonly isRecurring: boolean; readonly fiscalYear: number | null }
  /** What a fiscal year costs for each of those it reaches. */
  | { readonly kind: 'unitCost'; readonly of: ReachedKind; readonly fiscalYear: number }
  /** What a cost line came to in a fiscal year, against what was planned. */
  | { readonly kind: 'lineVariance'; readonly lineId: string; readonly fiscalYear: number }
  /** What a session that was held cost, against what was planned. */
  | { readonly kind: 'sessionVariance'; readonly sessionId: string }
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
  /** What stands in a computed column of a sheet for one row. */
  | { readonly kind: 'rowFigure'; readonly key: RowFigureKey; readonly id: string }
  /** The total or a subtotal of a sheet's column: a field or a row figure, over some rows; `of`: which, in words. */
  | {
      readonly kind: 'columnTotal'
      readonly table: TableName
      readonly key: string
      readonly ids: readonly string[]
      readonly of: string | null
    }
  /** FTE of a position in a month (`YYYY-MM`), in the post or vacant; `positionId` null: of all positions. */
  | {
      readonly kind: 'positionMonth'
      readonly positionId: string | null
      readonly month: string
      readonly isVacant: boolean
    }
  /** Pay and benefits of a position in a fiscal year, also what is not the rollout's; `positionId` null: of all. */
  | {
      readonly kind: 'positionYear'
      readonly positionId: string | null
      readonly fiscalYear: number
      readonly of: 'cost' | 'pay' | 'benefits'
    }
  /** A figure of a session under “Seats and attendance”. */
  | { readonly kind: 'sessionFigure'; readonly sessionId: string; readonly of: SessionFigureKey }
  /** What all sessions come to there. */
  | { readonly kind: 'sessionTotal'; readonly of: SessionTotalKey }
  /** Hours on a component that a person of a role in a wave has a seat for, or takes part in. */
  | {
      readonly kind: 'dose'
      readonly componentId: string
      readonly roleId: string
      readonly waveId: string
      readonly of: 'offered' | 'expected'
    }

/** For whom a year's cost is told apart. */
export type ReachedKind = 'school' | 'staff' | 'student' | 'fidelity'

export type SessionTotalKey = 'expected' | 'came' | 'expectedCents' | 'cameCents'
export type SessionFigureKey = SessionTotalKey | 'audience' | 'unseated'

/** What explanations of money are made from; without runs where the plan cannot be forecast yet. */
export type MoneyFacts = Pick<ExplainFacts, 'plan' | 'ledger' | 'runs'>

/** What explanations are made from: a plan, its runs, its ledger as run, and the headline of them. */
export type ExplainFacts = {
  readonly plan: Plan
  readonly runs: readonly DistrictRun[]
  readonly ledger: Ledger
  readonly headline: Headline
}
