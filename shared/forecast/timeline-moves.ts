import type { Change } from '../plan/change'
import { daysInMonth } from '../plan/day'
import type { Value } from '../plan/field'
import { addMonths, monthNumber, monthOfDay, monthText, monthsBetween } from '../plan/month'
import type { Plan } from '../plan/plan'
import type { TableName } from '../plan/table-name'
import { tableOf, type AnyRow, type Row } from '../plan/tables'
import { nameOf } from '../plan/words'
import type { LanePlace } from './timeline-lane'
import { heldPeriods } from './timeline-people'

/** What moves a row in time: months, days within their month, and counts of months. */
const monthKeys: Readonly<Partial<Record<TableName, readonly string[]>>> = {
  wave: ['startMonth'],
  session: ['month'],
  milestone: ['month'],
  position: ['expectedFillMonth'],
  positionPeriod: ['fromMonth', 'toMonth'],
  fundingSource: ['startMonth', 'obligationEndMonth', 'liquidationEndMonth'],
  costLine: ['firstMonth', 'lastMonth', 'obligatedMonth'],
}

const rowAt = (plan: Plan, { table, id }: LanePlace): AnyRow | undefined =>
  (plan[table] as ReadonlyMap<string, AnyRow>).get(id)

/** The change that gives fields of a row new values; none where nothing changes or the row is gone. */
function setFields(plan: Plan, place: LanePlace, values: Readonly<Record<string, Value>>): Change[] {
  const row = rowAt(plan, place)
  if (!row) return []
  const changed = Object.entries(values).filter(([key, after]) => row[key] !== after)
  if (changed.length === 0) return []
  const fields = changed.map(([key, after]) => [key, { before: row[key] as Value, after }] as const)
  return [{ kind: 'update', ...place, fields: Object.fromEntries(fields) }]
}

/** The same day some months later; the last of the month where that month is shorter. */
function addMonthsToDay(day: string, months: number): string {
  const month = addMonths(monthOfDay(day), months)
  const last = daysInMonth(Number(month.slice(0, 4)), Number(month.slice(5)))
  return `${month}-${String(Math.min(Number(day.slice(8)), last)).padStart(2, '0')}`
}

const periodsOf = (plan: Plan, positionId: string): Row<'positionPeriod'>[] =>
  [...plan.positionPeriod.values()].filter((row) => row.positionId === positionId)

/** A move counts from the at-scale month, and not before it. */
function moveAfterAtScale(plan: Plan, place: LanePlace, months: number): Change[] {
  const move = plan.reorganisationMove.get(place.id)
  if (!move) return []
  return setFields(plan, place, { monthsAfterAtScale: Math.min(120, Math.max(0, move.monthsAfterAtScale + months)) })
}

/**
 * The changes that move what a lane shows by whole months (negative: earlier), all its dates alike: a position with its
 * lines and the month it is filled, a session with its day. None for lanes that cannot be moved.
 */
export function moveChanges(plan: Plan, place: LanePlace, months: number): Change[] {
  const row = rowAt(plan, place)
  if (!row || months === 0) return []
  if (place.table === 'reorganisationMove') return moveAfterAtScale(plan, place, months)
  const values: Record<string, Value> = {}
  for (const key of monthKeys[place.table] ?? []) {
    const month = row[key]
    if (typeof month === 'string') values[key] = addMonths(month, months)
  }
  if (place.table === 'session' && typeof row['date'] === 'string') {
    values['date'] = addMonthsToDay(row['date'], months)
  }
  const own = setFields(plan, place, values)
  if (place.table !== 'position') return own
  const periods = periodsOf(plan, place.id)
  return [...own, ...periods.flatMap(({ id }) => moveChanges(plan, { table: 'positionPeriod', id }, months))]
}

/** The end some months later; never before the first month, never past `most`. */
function movedEnd(first: string, end: string, months: number, most: string | null = null): string {
  const wanted = Math.max(monthNumber(first), monthNumber(end) + months)
  return monthText(most === null ? wanted : Math.min(wanted, monthNumber(most)))
}

function resizePeriod(plan: Plan, id: string, months: number, lastMonth: number): Change[] {
  const period = plan.positionPeriod.get(id)
  if (!period) return []
  const held = heldPeriods(periodsOf(plan, period.positionId), lastMonth)
  const at = held.findIndex((one) => one.period.id === id)
  const [mine, next] = [held[at], held[at + 1]]
  if (!mine || (mine.span.isOpen && months > 0)) return []
  const most = next ? addMonths(next.period.fromMonth, -1) : null
  const toMonth = movedEnd(period.fromMonth, monthText(mine.span.last), months, most)
  return setFields(plan, { table: 'positionPeriod', id }, { toMonth })
}

function resizeFund(plan: Plan, id: string, months: number, lastMonth: number): Change[] {
  const fund = plan.fundingSource.get(id)
  if (!fund) return []
  const { startMonth, obligationEndMonth: commits, liquidationEndMonth: pays } = fund
  if (commits === null && months > 0) return []
  const end = commits ?? monthText(lastMonth)
  const moved = movedEnd(startMonth ?? '0000-01', end, months)
  const liquidationEndMonth = pays === null ? null : addMonths(moved, Math.max(0, monthsBetween(end, pays)))
  return setFields(plan, { table: 'fundingSource', id }, { obligationEndMonth: moved, liquidationEndMonth })
}

function resizeCost(plan: Plan, id: string, months: number, lastMonth: number): Change[] {
  const line = plan.costLine.get(id)
  if (!line || line.frequency === 'once' || (line.lastMonth === null && months > 0)) return []
  const end = line.lastMonth ?? monthText(Math.max(lastMonth, monthNumber(line.firstMonth)))
  return setFields(plan, { table: 'costLine', id }, { lastMonth: movedEnd(line.firstMonth, end, months) })
}

/**
 * The changes that move the end of what a lane shows by whole months: never before its first month, of a position's line
 * never into the next. What goes on for good ends, where it is shortened, that long before the end of the forecast
 * (`lastMonth`, as `monthNumber`); it cannot be made longer. A fund's last month to pay keeps its distance. None for
 * lanes without an end.
 */
export function resizeChanges(plan: Plan, place: LanePlace, months: number, lastMonth: number): Change[] {
  if (months === 0) return []
  switch (place.table) {
    case 'positionPeriod':
      return resizePeriod(plan, place.id, months, lastMonth)
    case 'position': {
      const last = heldPeriods(periodsOf(plan, place.id), lastMonth).at(-1)
      return last ? resizePeriod(plan, last.period.id, months, lastMonth) : []
    }
    case 'fundingSource':
      return resizeFund(plan, place.id, months, lastMonth)
    case 'costLine':
      return resizeCost(plan, place.id, months, lastMonth)
    default:
      return []
  }
}

/** A month of a lane that can be typed, with the words of its field. */
export type DateField = {
  readonly place: LanePlace
  readonly key: string
  readonly label: string
  readonly help: string
  /** `YYYY-MM`; null where it is empty. */
  readonly month: string | null
  /** True where it must not be empty. */
  readonly isRequired: boolean
}

function fieldsOfRow(plan: Plan, place: LanePlace, after: string): DateField[] {
  const row = rowAt(plan, place)
  if (!row) return []
  return (monthKeys[place.table] ?? []).flatMap((key) => {
    const field = tableOf(place.table).fields[key]
    if (!field) return []
    const { label, help, required: isRequired } = field
    return [{ place, key, label: `${label}${after}`, help, month: (row[key] as string | null) ?? null, isRequired }]
  })
}

/** The months of a lane that can be typed, in the order of its fields; of a position, those of all its lines. */
export function dateFields(plan: Plan, place: LanePlace): DateField[] {
  if (place.table !== 'position') return fieldsOfRow(plan, place, '')
  const held = heldPeriods(periodsOf(plan, place.id), 0)
  const own = plan.position.get(place.id)?.status === 'vacant' ? fieldsOfRow(plan, place, '') : []
  const lines = held.flatMap(({ period }, at) =>
    fieldsOfRow(plan, { table: 'positionPeriod', id: period.id }, held.length > 1 ? ` (line ${at + 1})` : ''),
  )
  return [...lines, ...own]
}

/** The changes that put typed months in place; one change a row. A session's day goes along with its month. */
export function dateChanges(plan: Plan, typed: readonly Pick<DateField, 'place' | 'key' | 'month'>[]): Change[] {
  const byRow = new Map<string, { place: LanePlace; values: Record<string, Value> }>()
  for (const { place, key, month } of typed) {
    const row = byRow.get(place.id) ?? { place, values: {} }
    row.values[key] = month
    const session = place.table === 'session' ? plan.session.get(place.id) : undefined
    if (session && session.date !== null && month !== null) {
      row.values['date'] = addMonthsToDay(session.date, monthsBetween(session.month, month))
    }
    byRow.set(place.id, row)
  }
  return [...byRow.values()].flatMap(({ place, values }) => setFields(plan, place, values))
}

const monthsWords = (months: number): string => (Math.abs(months) === 1 ? '1 month' : `${Math.abs(months)} months`)

/** What a move is called: "Move Wave 1 later by 3 months". */
export const moveLabel = (plan: Plan, place: LanePlace, months: number): string =>
  `Move ${nameOf(plan, place.table, place.id)} ${months < 0 ? 'earlier' : 'later'} by ${monthsWords(months)}`

/** What a new end is called: "End Title II-A earlier by 2 months". */
export const resizeLabel = (plan: Plan, place: LanePlace, months: number): string =>
  `End ${nameOf(plan, place.table, place.id)} ${months < 0 ? 'earlier' : 'later'} by ${monthsWords(months)}`
