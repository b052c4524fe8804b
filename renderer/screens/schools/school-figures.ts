import { isSchool } from '@shared/forecast/row-figures'
import type { Row } from '@shared/plan/tables'

export type WaveColumn = {
  /** Null: schools that are not in the rollout. */
  readonly wave: Row<'wave'> | null
  readonly schools: readonly Row<'unit'>[]
  readonly staff: number
  readonly students: number
}

/** The wave board: one column a wave in the planner's order, and first the schools that are in none. */
export function waveColumns(
  units: readonly Row<'unit'>[],
  waves: readonly Row<'wave'>[],
  staff: ReadonlyMap<string, number>,
): WaveColumn[] {
  const schools = units.filter(isSchool)
  const columnOf = (wave: Row<'wave'> | null): WaveColumn => {
    const inside = schools.filter(({ waveId }) => waveId === (wave?.id ?? null))
    return {
      wave,
      schools: inside,
      staff: inside.reduce((sum, { id }) => sum + (staff.get(id) ?? 0), 0),
      students: inside.reduce((sum, { enrolment }) => sum + (enrolment ?? 0), 0),
    }
  }
  return [null, ...waves].map(columnOf)
}
