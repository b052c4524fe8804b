import { groupBy } from '../money/grouping'
import { planRow, rowsOf, type Plan } from '../plan/plan'
import type { Row } from '../plan/tables'

/** A school or other place where people practice, with the staff groups of practitioners in it. */
export type Place = { readonly unit: Row<'unit'>; readonly groups: readonly Row<'staffGroup'>[] }

/** What is forecast together: peers, capacity and phases stay within a district. */
export type District = {
  /** Null: schools that belong to no district row; they go by the plan's name. */
  readonly row: Row<'unit'> | null
  readonly name: string
  readonly places: readonly Place[]
  readonly headcount: number
}

/** The nearest district above a unit, or the unit itself where it is one; null where there is none. */
export function districtIdOf(plan: Plan, unitId: string | null): string | null {
  const seen = new Set<string>()
  for (let id = unitId; id !== null && !seen.has(id); id = plan.unit.get(id)?.parentId ?? null) {
    seen.add(id)
    if (plan.unit.get(id)?.kind === 'district') return id
  }
  return null
}

/** Staff groups of practitioners, in the planner's order. */
export const practitionerGroups = (plan: Plan): Row<'staffGroup'>[] =>
  rowsOf(plan, 'staffGroup').filter((group) => plan.role.get(group.roleId)?.kind === 'practitioner')

/** Schools always; any other unit where practitioners work in it or where it has a wave. */
const isPlace = (unit: Row<'unit'>, groups: readonly unknown[]): boolean =>
  unit.kind === 'school' || groups.length > 0 || (unit.kind === 'department' && unit.waveId !== null)

export const headcountOf = (groups: readonly Row<'staffGroup'>[]): number =>
  groups.reduce((sum, group) => sum + group.headcount, 0)

/**
 * The districts of a plan with the places in them, in the planner's order. Schools under no district row form a last
 * one, named after the plan.
 */
export function districtsOf(plan: Plan): District[] {
  const groups = groupBy(practitionerGroups(plan), (group) => group.unitId)
  const places = rowsOf(plan, 'unit')
    .map((unit) => ({ unit, groups: groups.get(unit.id) ?? [] }))
    .filter((place) => isPlace(place.unit, place.groups))
  const byDistrict = groupBy(places, (place) => districtIdOf(plan, place.unit.id))
  const rows = rowsOf(plan, 'unit').filter((unit) => unit.kind === 'district')
  return [...rows, null].flatMap((row) => {
    const mine = byDistrict.get(row?.id ?? null) ?? []
    const headcount = mine.reduce((sum, place) => sum + headcountOf(place.groups), 0)
    const name = row?.name ?? planRow(plan)?.district ?? ''
    return mine.length === 0 ? [] : [{ row, name, places: mine, headcount }]
  })
}
