import { oncePerTables } from '../plan/once-per'
import { inOrder, rowsOf, type Plan } from '../plan/plan'
import type { Row } from '../plan/tables'
import { groupBy } from './grouping'

/** Who a session is for and how many of them it reaches. */
export type Attendance = {
  readonly session: Row<'session'>
  /** The staff groups it is for, in the planner's order. */
  readonly groupIds: readonly string[]
  /** People in those groups. */
  readonly audience: number
  /** Of those who had no seat in the series yet, the share that takes part, 0–1. */
  readonly coverage: number
  /** People who get a seat in it. */
  readonly seated: number
  /** People expected to take part (or who did, where that is known). */
  readonly attendees: number
  /** Those of the audience who had no seat in the series up to and with this session. */
  readonly unseated: number
}

/** A unit and everything below it; `children` by parent id. A circle, which a valid plan does not have, is left out. */
function branch(unitId: string, children: Places['children'], found: Set<string>): void {
  if (found.has(unitId)) return
  found.add(unitId)
  for (const child of children.get(unitId) ?? []) branch(child.id, children, found)
}

type Tables = Pick<Plan, 'session' | 'unit' | 'staffGroup' | 'role'>
type AudienceTables = Pick<Tables, 'unit' | 'staffGroup' | 'role'>

/** Where people work, found by what a session may name. */
type Places = {
  /** Units by the unit above them. */
  readonly children: ReadonlyMap<string | null, readonly Row<'unit'>[]>
  /** Units by the wave they are in; null: in none. */
  readonly inWave: ReadonlyMap<string | null, readonly Row<'unit'>[]>
  /** Staff groups by the unit they work in, each with its place in the planner's order. */
  readonly staff: ReadonlyMap<string, readonly { readonly group: Row<'staffGroup'>; readonly at: number }[]>
}

function placesOf(plan: AudienceTables): Places {
  const staff = rowsOf(plan, 'staffGroup').map((group, at) => ({ group, at }))
  return {
    children: groupBy(plan.unit.values(), (unit) => unit.parentId),
    inWave: groupBy(plan.unit.values(), (unit) => unit.waveId),
    staff: groupBy(staff, ({ group }) => group.unitId),
  }
}

/** Schools named, with all that lies below them; schools of the waves named; with neither, every school of a wave. */
function unitsFor(session: Row<'session'>, { children, inWave }: Places): Set<string> {
  const found = new Set<string>()
  for (const unitId of session.unitIds) branch(unitId, children, found)
  const isForAll = session.unitIds.length === 0 && session.waveIds.length === 0
  for (const waveId of isForAll ? inWave.keys() : session.waveIds) {
    if (waveId !== null) for (const unit of inWave.get(waveId) ?? []) found.add(unit.id)
  }
  return found
}

function groupsFor(session: Row<'session'>, plan: AudienceTables, places: Places): Row<'staffGroup'>[] {
  const isFor = (roleId: string): boolean =>
    session.roleIds.length > 0 ? session.roleIds.includes(roleId) : plan.role.get(roleId)?.kind === 'practitioner'
  return [...unitsFor(session, places)]
    .flatMap((unitId) => places.staff.get(unitId) ?? [])
    .filter(({ group }) => isFor(group.roleId))
    .sort((a, b) => a.at - b.at)
    .map(({ group }) => group)
}

/** Seats given so far in one series, by staff group. */
type Seated = Map<string, number>

/** Seats given in one session: which part of those who waited got one, how many, and who goes on waiting. */
type Taken = { readonly part: number; readonly seats: number; readonly unseated: number }

/**
 * Gives the seats of one session to those of its audience who had none in the series yet, evenly over the groups, and
 * tells which share of them that is. Once everyone had a seat the series starts over.
 */
function takeSeats(session: Row<'session'>, groups: readonly Row<'staffGroup'>[], seated: Seated): Taken {
  const open = (group: Row<'staffGroup'>): number => Math.max(0, group.headcount - (seated.get(group.id) ?? 0))
  if (groups.every((group) => open(group) <= 1e-9)) for (const group of groups) seated.delete(group.id)
  const waiting = groups.reduce((sum, group) => sum + open(group), 0)
  const seats = Math.min(session.seats ?? waiting, waiting)
  if (waiting <= 0) return { part: 0, seats: 0, unseated: 0 }
  const part = seats / waiting
  for (const group of groups) seated.set(group.id, (seated.get(group.id) ?? 0) + open(group) * part)
  return { part, seats, unseated: waiting - seats }
}

const byMonth = (a: Row<'session'>, b: Row<'session'>): number => (a.month < b.month ? -1 : a.month > b.month ? 1 : 0)

/** The people that a session is for. */
type Audience = {
  readonly groups: readonly Row<'staffGroup'>[]
  readonly groupIds: readonly string[]
  readonly headcount: number
}

/** Finds who a session is for: sessions that name the same places and roles have the same audience, found once. */
const audienceFinder = oncePerTables(
  ['unit', 'staffGroup', 'role'],
  (plan): ((session: Row<'session'>) => Audience) => {
    const places = placesOf(plan)
    const known = new Map<string, Audience>()
    return (session) => {
      const key = [session.unitIds, session.waveIds, session.roleIds].map((ids) => ids.join(' ')).join('\n')
      const before = known.get(key)
      if (before) return before
      const groups = groupsFor(session, plan, places)
      const headcount = groups.reduce((sum, group) => sum + group.headcount, 0)
      const audience = { groups, groupIds: groups.map(({ id }) => id), headcount }
      known.set(key, audience)
      return audience
    }
  },
)

function attendancesIn(plan: Tables): readonly Attendance[] {
  const audienceOf = audienceFinder(plan)
  const series = new Map<string, Seated>()
  return inOrder(plan.session.values())
    .sort(byMonth)
    .map((session) => {
      const { groups, groupIds, headcount } = audienceOf(session)
      const seated: Seated = (session.series !== null && series.get(session.series)) || new Map<string, number>()
      if (session.series !== null) series.set(session.series, seated)
      const { part, seats, unseated } = takeSeats(session, groups, seated)
      const attendance = (session.attendanceActual ?? session.attendancePlanned) / 10_000
      return {
        session,
        groupIds,
        audience: headcount,
        coverage: part * attendance,
        seated: seats,
        attendees: seats * attendance,
        unseated,
      }
    })
}

/**
 * Who takes part in every session of the plan, in order of month (docs/forecast.md: coverage = seats over those of the
 * series who had none yet, × the share that comes). Roles named, or all practitioners; see `unitsFor` for the places.
 */
export const attendances = oncePerTables(['session', 'unit', 'staffGroup', 'role'], attendancesIn)

/** The same as if no session had been held yet: everywhere who is expected. */
export const attendancesAsExpected = oncePerTables(['session', 'unit', 'staffGroup', 'role'], (plan) =>
  attendancesIn({
    ...plan,
    session: new Map([...plan.session].map(([id, row]) => [id, { ...row, attendanceActual: null }])),
  }),
)
