import type { Attendance } from '../money/attendance'
import type { Ledger } from '../money/ledger'
import type { Plan } from '../plan/plan'
import type { TableName } from '../plan/table-name'
import type { ScreenName } from './missing'
import type { DistrictRun } from './run'

export type AttentionCode =
  | 'school-without-staff'
  | 'school-without-training'
  | 'session-before-start'
  | 'grant-leaves-gap'
  | 'unfunded'
  | 'fund-over-committed'
  | 'fund-may-not-pay'
  | 'position-vacant'
  | 'coaching-short'
  | 'scale-not-reached'
  | 'scale-not-held'
  | 'session-over-seats'
  | 'single-carrier'
  | 'nobody-carries'
  | 'component-without-measure'
  | 'wave-without-start'
  | 'schools-without-wave'
  | 'district-without-staff'
  | 'gate-undecided'
  | 'milestone-overdue'
  | 'barrier-open'
  | 'observations-later'
  | 'assumptions'
  | 'started-untrained'
  | 'person-over-full-time'
  | 'person-carries-many'
  | 'wave-after-horizon'
  | 'milestone-without-school'
  | 'follow-up-overdue'
  | 'gate-without-criteria'
  | 'many-elements'
  | 'component-not-described'
  | 'prerequisite-later'
  | 'dose-short'
  | 'session-clash'
  | 'session-carries-nothing'
  | 'context-differs'
  | 'full-below-line'
  | 'observed-over-staff'
  | 'data-old'

/** One thing to check: what, in a sentence, and where to go for it. */
export type AttentionItem = {
  readonly code: AttentionCode
  readonly sentence: string
  readonly screen: ScreenName
  /** The row it is about; null: several rows, or none. */
  readonly table: TableName | null
  readonly rowId: string | null
}

/** What every check looks at. */
export type AttentionQuestion = {
  readonly plan: Plan
  readonly runs: readonly DistrictRun[]
  readonly ledger: Ledger
  readonly attendances: readonly Attendance[]
  /** First month of the forecast. */
  readonly asOf: string
}
