import type { Plan } from './plan'

/** How large a plan is: its schools, and the people on staff (parts of a person as they were entered). */
export function sizeOf(plan: Pick<Plan, 'unit' | 'staffGroup'>): { schools: number; headcount: number } {
  let [schools, headcount] = [0, 0]
  for (const { kind } of plan.unit.values()) if (kind === 'school') schools += 1
  for (const group of plan.staffGroup.values()) headcount += group.headcount
  return { schools, headcount }
}
