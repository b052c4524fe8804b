import { groupBy } from '../money/grouping'
import { rowsOf, type Plan } from '../plan/plan'
import type { Row } from '../plan/tables'

/** A place with all that lies below it, added up. */
export type PlaceBranch = {
  readonly unit: Row<'unit'>
  readonly children: readonly PlaceBranch[]
  /** Schools and departments in it, itself among them, and how many of those are in a wave. */
  readonly schools: number
  readonly schoolsInWaves: number
  readonly staff: number
  readonly students: number
}

const isSchool = ({ kind }: Row<'unit'>): boolean => kind === 'school' || kind === 'department'

/**
 * The places of a plan as trees: regions, districts and schools, each with the sums of all below it. What belongs to
 * nothing stands at the top. A circle, which a valid plan does not have, is left out.
 */
export function placeTree(plan: Plan): PlaceBranch[] {
  const staff = new Map<string, number>()
  for (const { unitId, headcount } of plan.staffGroup.values()) staff.set(unitId, (staff.get(unitId) ?? 0) + headcount)
  const children = groupBy(rowsOf(plan, 'unit'), ({ parentId }) => parentId)
  const branch = (unit: Row<'unit'>, above: ReadonlySet<string>): PlaceBranch => {
    const inside = new Set([...above, unit.id])
    const below = (children.get(unit.id) ?? [])
      .filter(({ id }) => !inside.has(id))
      .map((child) => branch(child, inside))
    const sum = (own: number, of: (child: PlaceBranch) => number): number =>
      below.reduce((total, child) => total + of(child), own)
    return {
      unit,
      children: below,
      schools: sum(isSchool(unit) ? 1 : 0, (child) => child.schools),
      schoolsInWaves: sum(isSchool(unit) && unit.waveId !== null ? 1 : 0, (child) => child.schoolsInWaves),
      staff: sum(staff.get(unit.id) ?? 0, (child) => child.staff),
      // a district may give the students of all its schools: the larger of the two is meant
      students: Math.max(
        unit.enrolment ?? 0,
        sum(0, (child) => child.students),
      ),
    }
  }
  const tops = rowsOf(plan, 'unit').filter(({ parentId }) => parentId === null || !plan.unit.has(parentId))
  return tops.map((unit) => branch(unit, new Set()))
}
