import type { Attendance } from '../money/attendance'
import type { Ledger } from '../money/ledger'
import { addMonths } from '../plan/month'
import type { Plan } from '../plan/plan'
import type { TableName } from '../plan/table-name'
import { tables, type Row } from '../plan/tables'

export type LaneName = NonNullable<Row<'gateCriterion'>['lane']>

export const laneWords: Readonly<Record<LaneName, string>> = tables.gateCriterion.fields.lane.options

/** Something that is lacking, in a sentence, and the row where it is put right. */
export type LaneGap = { readonly sentence: string; readonly table: TableName; readonly rowId: string | null }

/** One of the things that everyone in the next phase has to have (R4): tools, information, training. */
export type Lane = {
  readonly lane: LaneName
  readonly isReady: boolean
  /** The rule, the same for every wave. */
  readonly rule: string
  /** 0–1; null where there is nothing to judge by. */
  readonly value: number | null
  /** Ready from here on, 0–1. */
  readonly line: number
  readonly gaps: readonly LaneGap[]
}

/** What a lane judges by, before it is held against its line. */
export type LaneFinding = Omit<Lane, 'isReady'>

/** What every lane looks at. */
export type ReadinessQuestion = {
  readonly plan: Plan
  readonly ledger: Ledger
  readonly attendances: readonly Attendance[]
  readonly asOf: string
  readonly wave: Row<'wave'>
  readonly schools: readonly Row<'unit'>[]
}

/** A wave that nobody is in cannot be judged. */
export const noSchools = (wave: Row<'wave'>): LaneGap => ({
  sentence: `${wave.name} has no schools yet.`,
  table: 'wave',
  rowId: wave.id,
})

/** The units that something may work for and thereby for these schools: they, and all that lies above them. */
export function unitsAbove(plan: Plan, schools: readonly Row<'unit'>[]): ReadonlySet<string> {
  const found = new Set<string>()
  for (const school of schools) {
    for (let id: string | null = school.id; id !== null && !found.has(id); id = plan.unit.get(id)?.parentId ?? null)
      found.add(id)
  }
  return found
}

/** The month by which a wave's people should have been trained: shortly after its start. */
export const trainedBy = (startMonth: string): string => addMonths(startMonth, 2)

/** A share 0–1 as whole percent that never reads as the line where it stays below it. */
export const percentToward = (value: number, line: number): string =>
  value < line - 1e-9 && Math.round(value * 100) >= Math.round(line * 100)
    ? `${Math.floor(value * 100 + 1e-9)}%`
    : `${Math.round(value * 100)}%`
