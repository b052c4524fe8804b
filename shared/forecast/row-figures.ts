import { periodIn, periodsByPosition, periodsOf } from '../money/position-months'
import { formatFte, formatNumber } from '../plan/format-value'
import { monthWords } from '../plan/month'
import { planRow, rowsOf, type Plan } from '../plan/plan'
import type { TableName } from '../plan/table-name'
import type { Row } from '../plan/tables'
import { nameOf } from '../plan/words'
import { line, type ExplanationLine } from './explanation'
import { periodLine } from './position-words'
import type { RowFigure } from './row-figure'
import { costFigures } from './row-figures-of-cost'

export const rowFigureKeys = [
  'staffOfUnit',
  'schoolsOfWave',
  'staffOfWave',
  'studentsOfWave',
  'fteOfPosition',
  'yearCostOfPosition',
  'costOfPosition',
  'costOfSession',
] as const
export type RowFigureKey = (typeof rowFigureKeys)[number]

type Unit = Row<'unit'>

/** Places where people practice, which join waves; districts and regions only hold them together. */
export const isSchool = ({ kind }: Pick<Unit, 'kind'>): boolean => kind === 'school' || kind === 'department'

/** People by place: every role together. */
export function staffByUnit(groups: Plan['staffGroup']): ReadonlyMap<string, number> {
  const staff = new Map<string, number>()
  for (const { unitId, headcount } of groups.values()) staff.set(unitId, (staff.get(unitId) ?? 0) + headcount)
  return staff
}

/** What the schools of each wave come to. */
function byWave(plan: Plan, amountOf: (unit: Unit) => number): ReadonlyMap<string, number> {
  const sums = new Map<string, number>()
  for (const unit of plan.unit.values()) {
    const { waveId } = unit
    if (waveId !== null && isSchool(unit)) sums.set(waveId, (sums.get(waveId) ?? 0) + amountOf(unit))
  }
  return sums
}

const schoolsIn = (plan: Plan, waveId: string): Unit[] =>
  rowsOf(plan, 'unit').filter((unit) => unit.waveId === waveId && isSchool(unit))

const schoolLine = (plan: Plan, { id }: Unit, text: string, amount: number): ExplanationLine =>
  line(nameOf(plan, 'unit', id), text, { amount, rows: [{ table: 'unit', id }] })

function staffLines(plan: Plan, id: string): ExplanationLine[] {
  const groups = rowsOf(plan, 'staffGroup').filter(({ unitId }) => unitId === id)
  return groups.map((group) =>
    line(nameOf(plan, 'role', group.roleId), formatNumber(group.headcount), {
      amount: group.headcount,
      rows: [{ table: 'staffGroup', id: group.id }],
    }),
  )
}

function staffOfWaveLines(plan: Plan, id: string): ExplanationLine[] {
  const staff = staffByUnit(plan.staffGroup)
  return schoolsIn(plan, id).map((unit) => {
    const people = staff.get(unit.id) ?? 0
    const question = { kind: 'rowFigure', key: 'staffOfUnit', id: unit.id } as const
    return { ...schoolLine(plan, unit, formatNumber(people), people), question }
  })
}

const studentLines = (plan: Plan, id: string): ExplanationLine[] =>
  schoolsIn(plan, id).map((unit) => {
    const { enrolment } = unit
    return schoolLine(plan, unit, enrolment === null ? 'no figure' : formatNumber(enrolment), enrolment ?? 0)
  })

/** The first month of the forecast; null where the plan does not say. */
const firstMonth = (plan: Plan): string | null => planRow(plan)?.asOfMonth ?? planRow(plan)?.startMonth ?? null

function fteOfPositions(plan: Plan): ReadonlyMap<string, number> {
  const month = firstMonth(plan)
  if (month === null) return new Map()
  return new Map([...periodsByPosition(plan)].map(([id, own]) => [id, periodIn(own, month)?.fte ?? 0]))
}

function fteLines(plan: Plan, id: string): ExplanationLine[] {
  const month = firstMonth(plan)
  const held = month === null ? null : periodIn(periodsOf(plan, id), month)
  return held ? [periodLine(plan, held)] : []
}

/** Every computed column of a sheet; none can be shown without what explains it. */
export const rowFigures: Readonly<Record<RowFigureKey, RowFigure>> = {
  staffOfUnit: {
    table: 'unit',
    uses: ['staffGroup'],
    label: () => 'Staff',
    help: 'People who work there, from “Staff by school” on the screen People and FTE.',
    how: () => 'The headcount of every staff group of this place, from “Staff by school”, added up.',
    valuesOf: ({ staffGroup }) => staffByUnit(staffGroup),
    lines: staffLines,
    print: formatNumber,
  },
  schoolsOfWave: {
    table: 'wave',
    uses: ['unit'],
    label: () => 'Schools',
    help: 'Schools in this wave.',
    how: () => 'The schools and departments that name this wave, counted.',
    valuesOf: (plan) => byWave(plan, () => 1),
    lines: (plan, id) => schoolsIn(plan, id).map((unit) => schoolLine(plan, unit, '1', 1)),
    print: formatNumber,
  },
  staffOfWave: {
    table: 'wave',
    uses: ['unit', 'staffGroup'],
    label: () => 'Staff',
    help: 'People who work at its schools.',
    how: () => 'The staff of every school and department that names this wave, added up.',
    valuesOf: (plan) => {
      const staff = staffByUnit(plan.staffGroup)
      return byWave(plan, ({ id }) => staff.get(id) ?? 0)
    },
    lines: staffOfWaveLines,
    print: formatNumber,
  },
  studentsOfWave: {
    table: 'wave',
    uses: ['unit'],
    label: () => 'Students',
    help: 'Students at its schools.',
    how: () => 'The students of every school that names this wave, added up; a school without a figure counts as none.',
    valuesOf: (plan) => byWave(plan, ({ enrolment }) => enrolment ?? 0),
    lines: studentLines,
    print: formatNumber,
  },
  fteOfPosition: {
    table: 'position',
    uses: ['plan', 'positionPeriod'],
    label: (plan) => {
      const month = firstMonth(plan)
      return month === null ? 'FTE' : `FTE ${monthWords(month)}`
    },
    help: 'Full-time equivalents in the first month of the forecast, from the lines below.',
    how: (plan) => {
      const month = firstMonth(plan)
      const when = month === null ? 'the first month of the forecast' : monthWords(month)
      return `The FTE of the line that holds in ${when}: the latest that has begun, unless its last month is over. Planned FTE, whether or not somebody is in the post.`
    },
    valuesOf: fteOfPositions,
    lines: fteLines,
    print: formatFte,
  },
  ...costFigures,
}

/** The figures that are worked out for a row; a district or region, which only holds places together, has none. */
export function figuresOfRow(plan: Plan, table: TableName, id: string): RowFigureKey[] {
  const unit = table === 'unit' ? plan.unit.get(id) : undefined
  return rowFigureKeys.filter((key) => rowFigures[key].table === table && (!unit || isSchool(unit)))
}
