import type { InputSession, InputSupports } from './input'
import {
  type Fields,
  listAt,
  numberField,
  numberList,
  objectAt,
  shareRange,
  valueOf,
  wholeField,
  zeroOrMore,
} from './input-fields'
import type { IdTable } from './input-ids'
import { fieldPath, type ProblemList } from './input-problem'

/** What the supports refer to: the number of months and the ids of the other lists. */
export interface SupportsScope {
  readonly horizonMonths: number
  readonly unitIds: IdTable
  readonly groupIds: IdTable
  readonly componentIds: IdTable
}

const supportsKeys = new Set(['coachHours', 'coachHoursByUnit', 'capacityInvestment', 'sessions'])
const sessionKeys = new Set(['month', 'groupIds', 'componentIds', 'coverage', 'transfer'])

function zeros(length: number): readonly number[] {
  return Array.from({ length: Number.isFinite(length) ? length : 0 }, () => 0)
}

/** A list of known ids, none twice. `seenIn` marks, per id, the session that named it last, to find repeats cheaply. */
function knownIds(
  value: unknown,
  path: string,
  ids: IdTable,
  seenIn: Int32Array,
  session: number,
  problems: ProblemList,
): readonly string[] {
  const list = listAt(value, path, problems)
  if (list === null) return []
  const known: string[] = []
  for (let index = 0; index < list.length && !problems.isFull; index += 1) {
    const id = list[index]
    if (typeof id !== 'string') {
      problems.add('not-text', `${path}[${index}]`, 'must be an id, as text')
      continue
    }
    const place = ids.indexOf(id)
    if (place === undefined) problems.add('unknown-id', `${path}[${index}]`, `there is no “${id}”`)
    else if (seenIn[place] === session) problems.add('duplicate-id', `${path}[${index}]`, `“${id}” is there twice`)
    else seenIn[place] = session
    known.push(id)
  }
  return known
}

function checkSessions(value: unknown, scope: SupportsScope, problems: ProblemList): InputSession[] {
  const sessions: InputSession[] = []
  const list = listAt(value === undefined ? [] : value, 'supports.sessions', problems) ?? []
  const groupSeenIn = new Int32Array(scope.groupIds.size).fill(-1)
  const componentSeenIn = new Int32Array(scope.componentIds.size).fill(-1)
  const lastMonth = Number.isFinite(scope.horizonMonths) ? scope.horizonMonths - 1 : null
  const monthRange = { min: 0, isMinAllowed: true, max: lastMonth }
  for (let index = 0; index < list.length && !problems.isFull; index += 1) {
    const path = `supports.sessions[${index}]`
    const fields = objectAt(list[index], path, sessionKeys, problems)
    if (fields === null) continue
    const groups = valueOf(fields, 'groupIds')
    const components = valueOf(fields, 'componentIds')
    sessions.push({
      month: wholeField(fields, 'month', path, monthRange, problems),
      groupIds: knownIds(groups, `${path}.groupIds`, scope.groupIds, groupSeenIn, index, problems),
      componentIds: knownIds(components, `${path}.componentIds`, scope.componentIds, componentSeenIn, index, problems),
      coverage: numberField(fields, 'coverage', path, shareRange, problems),
      transfer: numberField(fields, 'transfer', path, shareRange, problems),
    })
  }
  return sessions
}

function checkHoursByUnit(
  value: unknown,
  scope: SupportsScope,
  problems: ProblemList,
): Readonly<Record<string, readonly number[]>> {
  const path = 'supports.coachHoursByUnit'
  const fields = value === undefined ? {} : objectAt(value, path, null, problems)
  const entries: [string, readonly number[]][] = []
  for (const [unitId, hours] of Object.entries(fields ?? {})) {
    if (problems.isFull) break
    const unitPath = fieldPath(path, unitId)
    if (scope.unitIds.indexOf(unitId) === undefined) problems.add('unknown-id', unitPath, `there is no “${unitId}”`)
    entries.push([unitId, numberList(hours, unitPath, scope.horizonMonths, zeroOrMore, problems)])
  }
  // Built from entries, so that a unit whose id is the name of an object's own machinery is a unit like any other.
  return Object.fromEntries(entries)
}

function monthlyNumbers(
  fields: Fields,
  key: string,
  scope: SupportsScope,
  range: typeof shareRange,
  problems: ProblemList,
): readonly number[] {
  const value = valueOf(fields, key)
  if (value === undefined) return zeros(scope.horizonMonths)
  return numberList(value, `supports.${key}`, scope.horizonMonths, range, problems)
}

/** Checks the `supports` of a ModelInput and fills in their defaults. */
export function checkSupports(value: unknown, scope: SupportsScope, problems: ProblemList): Required<InputSupports> {
  if (value === undefined) problems.add('missing', 'supports', 'is missing')
  const fields = value === undefined ? {} : (objectAt(value, 'supports', supportsKeys, problems) ?? {})
  return {
    coachHours: monthlyNumbers(fields, 'coachHours', scope, zeroOrMore, problems),
    coachHoursByUnit: checkHoursByUnit(valueOf(fields, 'coachHoursByUnit'), scope, problems),
    capacityInvestment: monthlyNumbers(fields, 'capacityInvestment', scope, shareRange, problems),
    sessions: checkSessions(valueOf(fields, 'sessions'), scope, problems),
  }
}
