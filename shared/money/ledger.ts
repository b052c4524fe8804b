import { monthNumber } from '../plan/month'
import { oncePer, oncePerTables } from '../plan/once-per'
import { rowsOf, type Plan } from '../plan/plan'
import { settingsOf, type Settings } from '../plan/settings'
import type { Row } from '../plan/tables'
import type { BudgetCategory } from '../plan/tables/budget-category'
import { attendances, type Attendance } from './attendance'
import { splitCents, wholeCents } from './cents'
import { lineCost, sessionCosts } from './costs'
import { fundingOf, unassigned, type Funding } from './funding'
import { groupBy } from './grouping'
import { monthLists } from './month-lists'
import { positionCents, type PositionCents } from './position-cents'
import { fiscalYears, placeOf, spanOf, type Span } from './span'

/** What one fund pays of one line, by month. `sourceId` null: counted as paid although no fund is named. */
export type LedgerPayment = {
  readonly sourceId: string | null
  readonly isRecurring: boolean
  /** Whole cents. */
  readonly cents: Float64Array
  /** 0–1, of every month, whether or not the month costs anything. */
  readonly share: Float64Array
}

/**
 * One thing that costs money, by month. A position that works at several places in turn has one line for each place,
 * a session one for each category (fee, materials, time); their `id` is that of the position or session all the same.
 * In every month the payments and `unfundedCents` add up to `costCents`.
 */
export type LedgerLine = {
  readonly kind: 'position' | 'session' | 'costLine'
  /** The row's id. */
  readonly id: string
  readonly label: string
  readonly category: BudgetCategory
  /** The one school or district it serves; null: all. */
  readonly unitId: string | null
  /** Still needed once the practice is at scale. Sessions, which are dated, are not. */
  readonly isRecurringNeed: boolean
  /** False where no row of "Who pays what" names a fund for it. */
  readonly isAssigned: boolean
  /** Whole cents: what it costs if it goes on, paid or not. */
  readonly costCents: Float64Array
  readonly paid: readonly LedgerPayment[]
  readonly unfundedCents: Float64Array
  /** 0–1: what the funds cover in a month. */
  readonly fundedShare: Float64Array
  /** 0–1: what takes place in a month: the funded share, or all where months without funds go on (settings). */
  readonly deliveredShare: Float64Array
}

/** Every cost of a plan by month, with what each fund pays and what nobody pays. */
export type Ledger = {
  /** `YYYY-MM`: place 0 of every list. */
  readonly firstMonth: string
  readonly months: number
  readonly lines: readonly LedgerLine[]
}

type Sources = ReadonlyMap<string, Row<'fundingSource'>>
type Facts = Pick<LedgerLine, 'kind' | 'id' | 'label' | 'category' | 'unitId' | 'isRecurringNeed'>

/** The tables that say who pays what, and how costs are counted. */
type Tables = Pick<Plan, 'plan' | 'setting' | 'fundingSource' | 'assignment'>
type Context = {
  readonly span: Span
  readonly years: readonly number[]
  readonly settings: Settings
  readonly sources: Sources
  /** Who pays for a row, by its id. */
  readonly assignments: ReadonlyMap<string, readonly Row<'assignment'>[]>
  /** Lists by month that lines have in common: one place in memory for all of them. */
  readonly unassigned: Funding
  readonly nothing: Float64Array
  readonly whole: Float64Array
  /** A new list by month, all 0. */
  readonly list: () => Float64Array
}

function contextOf(plan: Tables): Context {
  const span = spanOf(plan)
  const targetOf = (row: Row<'assignment'>): string => row.positionId ?? row.sessionId ?? row.costLineId ?? ''
  return {
    span,
    years: fiscalYears(span),
    settings: settingsOf(plan),
    sources: plan.fundingSource,
    assignments: groupBy(rowsOf(plan, 'assignment'), targetOf),
    unassigned: unassigned(span),
    nothing: new Float64Array(span.months),
    whole: new Float64Array(span.months).fill(1),
    list: monthLists(span.months),
  }
}

/** Who pays for a row; `committedIn` as `fundingOf` has it. */
function fundingFor(id: string, context: Context, committedIn?: (month: number) => number): Funding {
  const mine = context.assignments.get(id)
  return mine ? fundingOf(context.span, mine, context.sources, committedIn) : context.unassigned
}

/** What the funds pay of whole cents by month, and what they leave. */
function paymentsOf(costCents: Float64Array, funding: Funding, { nothing, list }: Context) {
  if (!funding.isAssigned) {
    const paid = funding.paying.map(({ share }) => ({ sourceId: null, isRecurring: true, cents: costCents, share }))
    return { paid, unfundedCents: nothing }
  }
  const paid = funding.paying.map(({ source, share }) => ({
    sourceId: source?.id ?? null,
    isRecurring: source?.isRecurring ?? true,
    cents: list(),
    share,
  }))
  const unfundedCents = list()
  costCents.forEach((cents, month) => {
    if (cents === 0) return
    const shares = paid.map(({ share }) => share[month] ?? 0)
    const parts = splitCents(cents, [...shares, Math.max(0, 1 - (funding.funded[month] ?? 0))])
    paid.forEach((payment, at) => (payment.cents[month] = parts[at] ?? 0))
    unfundedCents[month] = parts[paid.length] ?? 0
  })
  return { paid, unfundedCents }
}

function makeLine(facts: Facts, costCents: Float64Array, funding: Funding, context: Context): LedgerLine {
  const isGoingOn = context.settings.unfundedPolicy === 'continue'
  return {
    ...facts,
    isAssigned: funding.isAssigned,
    costCents,
    ...paymentsOf(costCents, funding, context),
    fundedShare: funding.funded,
    deliveredShare: isGoingOn ? context.whole : funding.funded,
  }
}

function positionLines({ held, places }: PositionCents, context: Context): LedgerLine[] {
  const { position } = held
  const funding = fundingFor(position.id, context)
  const facts = {
    kind: 'position',
    id: position.id,
    label: position.code === null ? position.title : `${position.title} (${position.code})`,
    category: position.category,
    isRecurringNeed: position.isRecurringNeed,
  } as const
  return places.map(({ unitId, cents }) => makeLine({ ...facts, unitId }, cents, funding, context))
}

const partWords: Partial<Record<BudgetCategory, string>> = {
  services: 'fee',
  materials: 'materials',
  substitutes: 'time',
}

function sessionLines(attendance: Attendance, context: Context): LedgerLine[] {
  const { session } = attendance
  const { span } = context
  const place = placeOf(span, session.month)
  if (place < 0 || place >= span.months) return []
  const funding = fundingFor(session.id, context)
  const [only] = session.unitIds
  const unitId = session.unitIds.length === 1 && session.waveIds.length === 0 ? (only ?? null) : null
  return sessionCosts(attendance, context.settings).map(([category, cents]) => {
    const cost = context.list()
    cost[place] = Math.round(cents)
    const label = `${session.title}: ${partWords[category] ?? category}`
    return makeLine(
      { kind: 'session', id: session.id, label, category, unitId, isRecurringNeed: false },
      cost,
      funding,
      context,
    )
  })
}

function costLineOf(line: Row<'costLine'>, years: readonly Row<'lineYear'>[], context: Context): LedgerLine {
  const ordered = line.obligatedMonth === null ? null : monthNumber(line.obligatedMonth)
  const funding = fundingFor(line.id, context, (month) => ordered ?? month)
  const facts = {
    kind: 'costLine',
    id: line.id,
    label: line.name,
    category: line.category,
    unitId: line.unitId,
    isRecurringNeed: line.isRecurringNeed,
  } as const
  const cost = wholeCents(lineCost(context.span, line, years, context.settings), context.years)
  return makeLine(facts, cost, funding, context)
}

/** A district may plan thousands of sessions: their lines are made anew only where what they rest on has changed. */
const linesOfSessions = oncePerTables(
  ['session', 'unit', 'staffGroup', 'role', 'plan', 'setting', 'fundingSource', 'assignment'],
  (plan) => {
    const context = contextOf(plan)
    return attendances(plan).flatMap((attendance) => sessionLines(attendance, context))
  },
)

/**
 * Every cost of the plan by month of its span, in whole cents, with what each fund pays and what is unfunded: positions,
 * sessions that lie in the span, cost lines, each in the planner's order (architecture.md, "Money"; docs/forecast.md). A
 * fund's yearly amount cuts nothing here; `overCommitments` tells where more is assigned than a fund gives. Worked out
 * once for a plan; lines may have lists by month in common, which nobody changes.
 */
export const ledgerOf = oncePer((plan: Plan): Ledger => {
  const context = contextOf(plan)
  const lineYears = groupBy(rowsOf(plan, 'lineYear'), (row) => row.lineId)
  return {
    firstMonth: context.span.firstMonth,
    months: context.span.months,
    lines: [
      ...positionCents(plan).flatMap((one) => positionLines(one, context)),
      ...linesOfSessions(plan),
      ...rowsOf(plan, 'costLine').map((line) => costLineOf(line, lineYears.get(line.id) ?? [], context)),
    ],
  }
})
