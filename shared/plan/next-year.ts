import { addMonths, fiscalYearOf, monthsBetween } from './month'
import { emptyPlan, planRow, type Plan } from './plan'
import { idsIn, referencesFrom } from './references'
import { tableNames, type TableName } from './table-name'
import { tableOf, type AnyRow, type Row } from './tables'

/** A part of last year's plan that may be carried over. */
export type CarriedPart = {
  readonly label: string
  /** What becomes of it in the new plan. */
  readonly help: string
  readonly tables: readonly TableName[]
  /** Whether it is carried over unless the planner says otherwise. */
  readonly isUsual: boolean
}

/** What is asked when a plan is made from last year's, in the order in which it is asked. */
export const carriedParts = {
  schools: {
    label: 'Schools, waves, gates and staff',
    help: 'As they are, with the stage of each component at each school.',
    tables: ['unit', 'wave', 'gate', 'gateCriterion', 'role', 'staffGroup', 'stage'],
    isUsual: true,
  },
  components: {
    label: 'What has to be in place',
    help: 'The components, as they are.',
    tables: ['component'],
    isUsual: true,
  },
  measures: {
    label: 'Measures of fidelity and outcomes',
    help: 'The measures, as they are.',
    tables: ['fidelityMeasure', 'outcomeMeasure'],
    isUsual: true,
  },
  history: {
    label: 'What was observed',
    help: 'Observations, outcomes and capacity scores become the history that the new forecast starts from.',
    tables: ['observation', 'outcomeResult', 'capacityAssessment'],
    isUsual: true,
  },
  positions: {
    label: 'Positions and responsibilities',
    help: 'Positions that go on; those that ended before the new year are left out.',
    tables: ['position', 'positionPeriod', 'responsibility', 'reorganisationMove'],
    isUsual: true,
  },
  recurringFunds: {
    label: 'Recurring funds',
    help: 'Funds that come every year. Where no amount is entered for the new years, the last one goes on.',
    tables: ['fundingSource', 'sourceYear', 'assignment'],
    isUsual: true,
  },
  runningGrants: {
    label: 'One-time funds that have not ended',
    help: 'Grants that may still commit money in the new year.',
    tables: ['fundingSource', 'sourceYear', 'assignment'],
    isUsual: false,
  },
  costs: {
    label: 'Costs that go on',
    help: 'Monthly and yearly cost lines that have not ended, and single ones still to come.',
    tables: ['costLine', 'lineYear'],
    isUsual: true,
  },
  sessions: {
    label: 'Learning sessions, milestones and messages',
    help: 'Sessions twelve months later, with nobody counted yet. Milestones that were not reached, and messages.',
    tables: ['session', 'milestone', 'communication'],
    isUsual: true,
  },
  settings: {
    label: 'Settings and what the forecast assumes',
    help: 'Everything that was set otherwise than the program suggests.',
    tables: ['setting', 'parameter'],
    isUsual: true,
  },
  barriers: {
    label: 'Open barriers',
    help: 'What still stands in the way; closed ones are left out.',
    tables: ['barrier'],
    isUsual: true,
  },
  decisions: {
    label: 'Decisions and reports made',
    help: 'As a record of how the plan came about.',
    tables: ['decision', 'report'],
    isUsual: true,
  },
} as const satisfies Record<string, CarriedPart>

export type CarriedPartName = keyof typeof carriedParts
export const carriedPartNames = Object.keys(carriedParts) as readonly CarriedPartName[]

const monthsInYear = 12

/** The new plan's beginning, and which funds go over. */
type Year = {
  readonly startMonth: string
  readonly fiscalYear: number
  readonly parts: ReadonlySet<CarriedPartName>
}

/** The same day a year later; the last of February where there is no 29th. */
const dayNextYear = (day: string): string => {
  const next = `${String(Number(day.slice(0, 4)) + 1).padStart(4, '0')}${day.slice(4)}`
  return next.endsWith('-02-29') ? `${next.slice(0, 8)}28` : next
}

type Carry = { readonly [T in TableName]?: (row: Row<T>, year: Year) => Row<T> | null }

const isOver = (lastMonth: string | null, { startMonth }: Year): boolean => lastMonth !== null && lastMonth < startMonth

/** What becomes of a row of each table; null where it is left out. Tables that are not named here go over as they are. */
const carry: Carry = {
  position: (row, { startMonth }) =>
    row.expectedFillMonth !== null && row.expectedFillMonth < startMonth
      ? { ...row, expectedFillMonth: startMonth }
      : row,
  positionPeriod: (row, year) => (isOver(row.toMonth, year) ? null : row),
  fundingSource: (row, year) => {
    if (row.isRecurring) return year.parts.has('recurringFunds') ? row : null
    return year.parts.has('runningGrants') && !isOver(row.obligationEndMonth, year) ? row : null
  },
  costLine: (row, year) => {
    if (row.sessionId !== null) {
      const lastMonth = row.lastMonth === null ? null : addMonths(row.lastMonth, monthsInYear)
      const obligatedMonth = row.obligatedMonth === null ? null : addMonths(row.obligatedMonth, monthsInYear)
      return { ...row, firstMonth: addMonths(row.firstMonth, monthsInYear), lastMonth, obligatedMonth }
    }
    const isPaid = row.frequency === 'once' && row.firstMonth < year.startMonth
    return isPaid || isOver(row.lastMonth, year) ? null : row
  },
  lineYear: (row, { fiscalYear }) => (row.fiscalYear < fiscalYear ? null : row),
  assignment: (row, year) => {
    if (row.sessionId === null) return isOver(row.toMonth, year) ? null : row
    const later = (month: string | null): string | null => (month === null ? null : addMonths(month, monthsInYear))
    return { ...row, fromMonth: later(row.fromMonth), toMonth: later(row.toMonth) }
  },
  session: (row) => ({
    ...row,
    month: addMonths(row.month, monthsInYear),
    date: row.date === null ? null : dayNextYear(row.date),
    attendanceActual: null,
  }),
  milestone: (row, { startMonth }) => {
    if (row.doneOn !== null) return null
    const years = Math.max(0, Math.ceil(monthsBetween(row.month, startMonth) / monthsInYear))
    return { ...row, month: addMonths(row.month, years * monthsInYear) }
  },
  barrier: (row) => (row.closedOn === null ? row : null),
}

function carriedRows(plan: Plan, table: TableName, year: Year): AnyRow[] {
  const change = carry[table] as ((row: AnyRow, year: Year) => AnyRow | null) | undefined
  const rows: AnyRow[] = [...plan[table].values()]
  return change ? rows.map((row) => change(row, year)).filter((row) => row !== null) : rows
}

/** Amounts of the new years; where a fund has none of them, its last amount goes on in the first. */
function rolledAmounts(plan: Plan, { fiscalYear }: Year): AnyRow[] {
  const inOrderOfYears = [...plan.sourceYear.values()].toSorted((a, b) => a.fiscalYear - b.fiscalYear)
  const last = new Map(inOrderOfYears.map((row) => [row.sourceId, row]))
  const coming = inOrderOfYears.filter((row) => row.fiscalYear >= fiscalYear)
  const ended = [...last.values()].filter((row) => row.fiscalYear < fiscalYear)
  return [...coming, ...ended.map((row) => ({ ...row, fiscalYear }))]
}

/** A row without what it says of rows that are not there; null where it cannot be without it. */
function settled(plan: Plan, table: TableName, row: AnyRow): AnyRow | null {
  let kept = row
  for (const { key, target } of referencesFrom(table)) {
    const there: ReadonlyMap<string, unknown> = plan[target]
    const ids = idsIn(row, key)
    if (ids.every((id) => there.has(id))) continue
    const field = tableOf(table).fields[key]
    if (field?.kind === 'list') kept = { ...kept, [key]: ids.filter((id) => there.has(id)) }
    else if (field?.required) return null
    else kept = { ...kept, [key]: null }
  }
  return kept
}

/** Rows that stand for something else: without it there is nothing left of them. */
const standsForNothing = (plan: Plan, table: TableName, row: AnyRow): boolean => {
  if (table === 'assignment')
    return row['positionId'] === null && row['sessionId'] === null && row['costLineId'] === null
  if (table === 'reorganisationMove') return row['positionId'] === null && row['duty'] === null
  if (table !== 'note') return false
  const about: ReadonlyMap<string, unknown> | undefined = plan[row['aboutTable'] as TableName]
  return !about?.has(String(row['aboutRow']))
}

/** Takes away what speaks of rows that are gone, until nothing does. Every round takes something away, so it ends. */
function withoutLooseEnds(plan: Plan): Plan {
  for (let now = plan; ;) {
    const before = now
    const tables = tableNames.map((table) => {
      const rows: readonly AnyRow[] = [...before[table].values()]
      const kept = rows
        .map((row) => settled(before, table, row))
        .filter((row) => row !== null)
        .filter((row) => !standsForNothing(before, table, row))
      const isSame = kept.length === rows.length && kept.every((row, at) => row === rows[at])
      return [table, isSame ? before[table] : new Map(kept.map((row) => [row.id, row]))] as const
    })
    if (tables.every(([table, rows]) => rows === before[table])) return before
    now = Object.fromEntries(tables) as unknown as Plan
  }
}

/** Positions of which every line ended before the new year. */
const endedPositions = (plan: Plan, periods: readonly AnyRow[]): ReadonlySet<string> => {
  const going = new Set(periods.map((row) => String(row['positionId'])))
  return new Set([...plan.positionPeriod.values()].map((row) => row.positionId).filter((id) => !going.has(id)))
}

/**
 * The plan of the next year, made from a plan that has its own row: it starts twelve months later and holds the parts that
 * are to go over, with nothing in it that speaks of what was left out. Ids stay, so that the two can be compared. What was
 * observed before the new start counts as history. A valid plan gives a valid one, unless it reaches into the last year that
 * months can name.
 */
export function nextYearPlan(plan: Plan, parts: ReadonlySet<CarriedPartName>): Plan {
  const frame = planRow(plan)
  if (!frame) return emptyPlan
  const startMonth = addMonths(frame.startMonth, monthsInYear)
  const year: Year = { startMonth, fiscalYear: fiscalYearOf(startMonth, frame.fiscalYearStart), parts }
  const chosen = new Set<TableName>([...parts].flatMap((part): readonly TableName[] => carriedParts[part].tables))
  const rows = new Map<TableName, readonly AnyRow[]>()
  for (const table of tableNames) {
    if (chosen.has(table) || table === 'note') rows.set(table, carriedRows(plan, table, year))
  }
  if (chosen.has('sourceYear')) rows.set('sourceYear', rolledAmounts(plan, year))
  const ended = endedPositions(plan, rows.get('positionPeriod') ?? [])
  rows.set(
    'position',
    (rows.get('position') ?? []).filter(({ id }) => !ended.has(id)),
  )
  rows.set('plan', [{ ...frame, startMonth, asOfMonth: null, currencyYear: frame.currencyYear + 1 }])
  const tables = [...rows].map(([table, list]) => [table, new Map(list.map((row) => [row.id, row]))] as const)
  return withoutLooseEnds({ ...emptyPlan, ...Object.fromEntries(tables) })
}
