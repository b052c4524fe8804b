import { attendances, type Attendance } from '../money/attendance'
import { groupBy } from '../money/grouping'
import { addMonths } from '../plan/month'
import { rowsOf, type Plan } from '../plan/plan'
import type { Row } from '../plan/tables'

/** Professional learning on one component that the people of one role in one wave get, against what it needs. */
export type Dose = {
  readonly componentId: string
  readonly roleId: string
  readonly waveId: string
  /** People of the role at the schools of the wave. */
  readonly headcount: number
  /** Hours that a person needs, as the component says. */
  readonly neededHours: number
  /** Hours for which a person has a seat, on average over all of them. */
  readonly offeredHours: number
  /** Hours in which a person takes part, on average: with those who came, or are expected to. */
  readonly expectedHours: number
}

const full = 10_000

/** The plan with everybody who has a seat in it coming, so that what takes part is the seats. */
const withEveryoneComing = (plan: Plan): Plan => ({
  ...plan,
  session: new Map(
    [...plan.session].map(([id, row]) => [id, { ...row, attendancePlanned: full, attendanceActual: null }]),
  ),
})

/** Hours a person of the audience spends in a session, on average over all of it. */
const hoursEach = ({ session, attendees, audience }: Attendance): number =>
  audience > 0 ? (session.hours * attendees) / audience : 0

/** By component id, then by staff group id. */
type Hours = ReadonlyMap<string, ReadonlyMap<string, number>>

/** Months after the start of a wave within which its people should have had the hours of a component. */
export const monthsForDose = 12

/** For every staff group, the first month that is too late for its dose; missing: its wave has no start month. */
function lateFrom(plan: Plan): Map<string, string> {
  const late = new Map<string, string>()
  for (const { id, unitId } of plan.staffGroup.values()) {
    const start = plan.wave.get(plan.unit.get(unitId)?.waveId ?? '')?.startMonth ?? null
    if (start !== null) late.set(id, addMonths(start, monthsForDose))
  }
  return late
}

/** Hours of every staff group on every component. */
function hoursOf(attended: readonly Attendance[], late: ReadonlyMap<string, string>): Hours {
  const hours = new Map<string, Map<string, number>>()
  for (const attendance of attended) {
    const { session, groupIds } = attendance
    const each = hoursEach(attendance)
    const inTime = groupIds.filter((id) => session.month < (late.get(id) ?? '9999-12'))
    for (const componentId of session.componentIds) {
      const byGroup = hours.get(componentId) ?? new Map<string, number>()
      hours.set(componentId, byGroup)
      for (const id of inTime) byGroup.set(id, (byGroup.get(id) ?? 0) + each)
    }
  }
  return hours
}

const meanOver = (groups: readonly Row<'staffGroup'>[], componentId: string, hours: Hours): number => {
  const byGroup = hours.get(componentId)
  const people = groups.reduce((sum, { headcount }) => sum + headcount, 0)
  const all = groups.reduce((sum, { id, headcount }) => sum + headcount * (byGroup?.get(id) ?? 0), 0)
  return people > 0 ? all / people : 0
}

/**
 * The dose of every component for every role that practices or is invited to a session, wave by wave, in the planner's
 * order of components, roles and waves: until twelve months after the wave starts, from the same seats and attendance that the forecast and
 * the ledger use (`attendances`). Roles without people at a wave's schools are left out.
 */
export function dosesOf(plan: Plan): Dose[] {
  const late = lateFrom(plan)
  const offered = hoursOf(attendances(withEveryoneComing(plan)), late)
  const expected = hoursOf(attendances(plan), late)
  const invited = new Set([...plan.session.values()].flatMap(({ roleIds }) => roleIds))
  const roles = rowsOf(plan, 'role').filter(({ id, kind }) => kind === 'practitioner' || invited.has(id))
  const groups = groupBy(
    rowsOf(plan, 'staffGroup').filter(({ headcount }) => headcount > 0),
    ({ roleId, unitId }) => `${roleId} ${plan.unit.get(unitId)?.waveId ?? ''}`,
  )
  const waves = rowsOf(plan, 'wave')
  return rowsOf(plan, 'component').flatMap((component) =>
    roles.flatMap((role) =>
      waves.flatMap((wave): Dose[] => {
        const here = groups.get(`${role.id} ${wave.id}`)
        if (!here) return []
        return [
          {
            componentId: component.id,
            roleId: role.id,
            waveId: wave.id,
            headcount: here.reduce((sum, { headcount }) => sum + headcount, 0),
            neededHours: component.trainingHoursNeeded,
            offeredHours: meanOver(here, component.id, offered),
            expectedHours: meanOver(here, component.id, expected),
          },
        ]
      }),
    ),
  )
}

/** Whether the seats of a plan give people the hours that a component needs; a quarter of an hour is let pass. */
export const isDoseEnough = ({ offeredHours, neededHours }: Dose): boolean => offeredHours >= neededHours - 0.25

/** What one session gives to a dose. */
export type DosePart = {
  readonly attendance: Attendance
  /** Hours of the dose, on average over all the people that it is told of; 0 where it comes too late. */
  readonly hours: number
}

/** Which dose: on a component, of a role, in a wave; with a seat, or taking part. */
export type DoseKey = Pick<Dose, 'componentId' | 'roleId' | 'waveId'>

/** The sessions for the people of a dose on its component, by month; their hours add up to the dose. */
export function dosePartsOf(
  plan: Plan,
  { componentId, roleId, waveId }: DoseKey,
  of: 'offered' | 'expected',
): DosePart[] {
  const late = lateFrom(plan)
  const groups = rowsOf(plan, 'staffGroup').filter(
    (group) => group.roleId === roleId && plan.unit.get(group.unitId)?.waveId === waveId && group.headcount > 0,
  )
  const headcount = groups.reduce((sum, group) => sum + group.headcount, 0)
  return attendances(of === 'offered' ? withEveryoneComing(plan) : plan).flatMap((attendance) => {
    const { session } = attendance
    const invited = new Set(attendance.groupIds)
    const here = groups.filter(({ id }) => invited.has(id))
    if (here.length === 0 || !session.componentIds.includes(componentId)) return []
    const inTime = here.filter(({ id }) => session.month < (late.get(id) ?? '9999-12'))
    const people = inTime.reduce((sum, group) => sum + group.headcount, 0)
    return [{ attendance, hours: (hoursEach(attendance) * people) / headcount }]
  })
}
