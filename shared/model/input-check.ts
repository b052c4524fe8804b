import type { CompleteModelInput, InputComponent, InputDistrict, InputGroup, InputInitialRow, InputUnit } from './input'
import {
  aboveZero,
  booleanField,
  type Fields,
  listAt,
  numberField,
  numberList,
  objectAt,
  shareRange,
  textField,
  valueOf,
  wholeField,
  zeroOrMore,
} from './input-fields'
import { IdTable } from './input-ids'
import { checkParameters } from './input-parameters'
import { type ModelInputProblem, ProblemList } from './input-problem'
import { checkSupports } from './input-supports'

/** The answer of `checkModelInput`: the input with all defaults filled in, or all problems found (at most 100). */
export type ModelInputCheck =
  | { readonly ok: true; readonly value: CompleteModelInput }
  | { readonly ok: false; readonly errors: readonly ModelInputProblem[] }

const inputKeys = new Set([
  'formatVersion',
  'start',
  'horizonMonths',
  'calendar',
  'leaving',
  'components',
  'units',
  'groups',
  'district',
  'initial',
  'supports',
  'parameters',
])
const componentKeys = new Set(['id', 'weight', 'core'])
const unitKeys = new Set(['id', 'startMonth', 'initialCapacity', 'keyPersonDependency'])
const groupKeys = new Set([
  'id',
  'unitId',
  'headcount',
  'annualTurnover',
  'onboardingCoverage',
  'readiness',
  'contextFit',
])
const districtKeys = new Set(['initialCapacity', 'keyPersonDependency'])
const initialKeys = new Set(['groupId', 'componentId', 'trained', 'using', 'fidelity'])

/** How far a sum of shares may miss its line: rounding of figures that were divided, not a real excess. */
const sumTolerance = 1e-9

const wholeRange = { min: Number.NEGATIVE_INFINITY, isMinAllowed: true, max: null }
const horizonRange = { min: 1, isMinAllowed: true, max: 600 }

/** Reads the rows of a list; `read` is called with each row that is an object and with its path. */
function rowsOf<Row>(
  value: unknown,
  name: string,
  keys: ReadonlySet<string>,
  problems: ProblemList,
  read: (fields: Fields, path: string) => Row,
): Row[] {
  const list = listAt(value, name, problems)
  const rows: Row[] = []
  if (list === null) return rows
  for (let index = 0; index < list.length && !problems.isFull; index += 1) {
    const path = `${name}[${index}]`
    const fields = objectAt(list[index], path, keys, problems)
    if (fields !== null) rows.push(read(fields, path))
  }
  return rows
}

function refuseEmpty(value: unknown, name: string, problems: ProblemList): void {
  if (Array.isArray(value) && value.length === 0) problems.add('empty-list', name, 'must have at least one entry')
}

function idOf(fields: Fields, path: string, ids: IdTable, problems: ProblemList): string {
  const id = textField(fields, 'id', path, problems)
  if (id === null) return ''
  if (!ids.add(id)) problems.add('duplicate-id', `${path}.id`, `“${id}” is there twice`)
  return id
}

function checkComponents(value: unknown, ids: IdTable, problems: ProblemList): Required<InputComponent>[] {
  refuseEmpty(value, 'components', problems)
  return rowsOf(value, 'components', componentKeys, problems, (fields, path) => ({
    id: idOf(fields, path, ids, problems),
    weight: numberField(fields, 'weight', path, aboveZero, problems),
    core: booleanField(fields, 'core', path, problems, true),
  }))
}

function checkUnits(value: unknown, ids: IdTable, problems: ProblemList): Required<InputUnit>[] {
  refuseEmpty(value, 'units', problems)
  return rowsOf(value, 'units', unitKeys, problems, (fields, path) => ({
    id: idOf(fields, path, ids, problems),
    startMonth:
      valueOf(fields, 'startMonth') === null ? null : wholeField(fields, 'startMonth', path, wholeRange, problems),
    initialCapacity: numberField(fields, 'initialCapacity', path, shareRange, problems, 0),
    keyPersonDependency: numberField(fields, 'keyPersonDependency', path, shareRange, problems, 0),
  }))
}

function checkGroups(value: unknown, unitIds: IdTable, ids: IdTable, problems: ProblemList): Required<InputGroup>[] {
  refuseEmpty(value, 'groups', problems)
  return rowsOf(value, 'groups', groupKeys, problems, (fields, path) => ({
    id: idOf(fields, path, ids, problems),
    unitId: unitIds.knownField(fields, 'unitId', path, problems),
    headcount: numberField(fields, 'headcount', path, zeroOrMore, problems),
    annualTurnover: numberField(fields, 'annualTurnover', path, shareRange, problems),
    onboardingCoverage: numberField(fields, 'onboardingCoverage', path, shareRange, problems, 0),
    readiness: numberField(fields, 'readiness', path, zeroOrMore, problems, 1),
    contextFit: numberField(fields, 'contextFit', path, zeroOrMore, problems, 1),
  }))
}

function checkDistrict(value: unknown, problems: ProblemList): Required<InputDistrict> {
  if (value === undefined) problems.add('missing', 'district', 'is missing')
  const fields = value === undefined ? null : objectAt(value, 'district', districtKeys, problems)
  if (fields === null) return { initialCapacity: 0, keyPersonDependency: 0 }
  return {
    initialCapacity: numberField(fields, 'initialCapacity', 'district', shareRange, problems),
    keyPersonDependency: numberField(fields, 'keyPersonDependency', 'district', shareRange, problems, 0),
  }
}

function checkInitial(
  value: unknown,
  groupIds: IdTable,
  componentIds: IdTable,
  problems: ProblemList,
): InputInitialRow[] {
  const pairs = new Set<number>()
  return rowsOf(value === undefined ? [] : value, 'initial', initialKeys, problems, (fields, path) => {
    const row = {
      groupId: groupIds.knownField(fields, 'groupId', path, problems),
      componentId: componentIds.knownField(fields, 'componentId', path, problems),
      trained: numberField(fields, 'trained', path, shareRange, problems),
      using: numberField(fields, 'using', path, shareRange, problems),
      fidelity: numberField(fields, 'fidelity', path, shareRange, problems),
    }
    const sum = row.trained + row.using + row.fidelity
    if (sum > 1 + sumTolerance)
      problems.add('sum-above-one', path, `trained, using and fidelity sum to ${sum}, above 1`)
    const group = groupIds.indexOf(row.groupId)
    const component = componentIds.indexOf(row.componentId)
    if (group !== undefined && component !== undefined) {
      const pair = group * componentIds.size + component
      if (pairs.has(pair)) problems.add('duplicate-pair', path, 'this group and component have a row already')
      pairs.add(pair)
    }
    return row
  })
}

function checkStart(fields: Fields, problems: ProblemList): string {
  const start = textField(fields, 'start', '', problems)
  if (start !== null && !/^\d{4}-(0[1-9]|1[0-2])$/.test(start)) {
    problems.add('not-a-month', 'start', `must be a month like 2026-07, but is “${start.slice(0, 40)}”`)
  }
  return start ?? ''
}

function checkLeaving(fields: Fields, problems: ProblemList): readonly number[] {
  const leaving = numberList(valueOf(fields, 'leaving'), 'leaving', 12, zeroOrMore, problems)
  const sum = leaving.reduce((total, part) => total + part, 0)
  if (leaving.length === 12 && !(Math.abs(sum - 1) <= sumTolerance)) {
    problems.add('sum-not-one', 'leaving', `must sum to 1, but sums to ${sum}`)
  }
  return leaving
}

function checkVersion(fields: Fields, problems: ProblemList): void {
  const version = valueOf(fields, 'formatVersion')
  if (version === undefined) problems.add('missing', 'formatVersion', 'is missing')
  else if (version !== 1) problems.add('unknown-version', 'formatVersion', 'must be 1, the only version there is')
}

/**
 * Checks a ModelInput of any origin and fills in the defaults (model card, "What goes in").
 *
 * Every rule is tested: required fields, kinds, ranges, finite numbers, lengths of the monthly lists, known and
 * unrepeated ids, unknown keys. Each problem has a code, the path to the value and a message. Nothing of `value` is
 * kept but its texts. Cost grows in proportion to the size of the input.
 */
export function checkModelInput(value: unknown): ModelInputCheck {
  const problems = new ProblemList()
  const fields = objectAt(value, '', inputKeys, problems)
  if (fields === null) return { ok: false, errors: problems.problems }
  checkVersion(fields, problems)
  const componentIds = new IdTable()
  const unitIds = new IdTable()
  const groupIds = new IdTable()
  const horizonMonths = wholeField(fields, 'horizonMonths', '', horizonRange, problems)
  const complete: CompleteModelInput = {
    formatVersion: 1,
    start: checkStart(fields, problems),
    horizonMonths,
    calendar: numberList(valueOf(fields, 'calendar'), 'calendar', 12, shareRange, problems),
    leaving: checkLeaving(fields, problems),
    components: checkComponents(valueOf(fields, 'components'), componentIds, problems),
    units: checkUnits(valueOf(fields, 'units'), unitIds, problems),
    groups: checkGroups(valueOf(fields, 'groups'), unitIds, groupIds, problems),
    district: checkDistrict(valueOf(fields, 'district'), problems),
    initial: checkInitial(valueOf(fields, 'initial'), groupIds, componentIds, problems),
    supports: checkSupports(valueOf(fields, 'supports'), { horizonMonths, unitIds, groupIds, componentIds }, problems),
    parameters: checkParameters(valueOf(fields, 'parameters'), problems),
  }
  return problems.problems.length === 0 ? { ok: true, value: complete } : { ok: false, errors: problems.problems }
}
