import { planRow, rowsOf, type Plan } from '../plan/plan'
import type { Row } from '../plan/tables'

/** The month from which a plan is forecast: "As of", else its first; null in a plan without its one row. */
export const asOfMonth = (plan: Plan): string | null => {
  const row = planRow(plan)
  return row?.asOfMonth ?? row?.startMonth ?? null
}

/** A school of the rollout: where people practice, with the wave it is in. */
export type RolloutSchool = { readonly unit: Row<'unit'>; readonly wave: Row<'wave'> }

/** Schools and departments that are in a wave, in the planner's order. */
export function schoolsInWaves(plan: Plan): RolloutSchool[] {
  return rowsOf(plan, 'unit').flatMap((unit) => {
    const wave = unit.waveId === null ? undefined : plan.wave.get(unit.waveId)
    return wave ? [{ unit, wave }] : []
  })
}

/** Those of them whose wave has begun by a month. */
export const schoolsBegun = (plan: Plan, month: string): RolloutSchool[] =>
  schoolsInWaves(plan).filter(({ wave }) => wave.startMonth !== null && wave.startMonth <= month)

/** Practitioners by unit. */
export function practitionersByUnit(plan: Plan): ReadonlyMap<string, number> {
  const people = new Map<string, number>()
  for (const { unitId, roleId, headcount } of plan.staffGroup.values())
    if (plan.role.get(roleId)?.kind === 'practitioner') people.set(unitId, (people.get(unitId) ?? 0) + headcount)
  return people
}
