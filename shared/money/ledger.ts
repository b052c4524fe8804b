import { monthNumber } from '../plan/month'
import { rowsOf, type Plan } from '../plan/plan'
import { settingsOf, type Settings } from '../plan/settings'
import type { Row } from '../plan/tables'
import type { BudgetCategory } from '../plan/tables/budget-category'
import { attendances, type Attendance } from './attendance'
import { splitCents, wholeCents } from './cents'
import { lineCost, positionCost, sessionCosts } from './costs'
import { fundingOf, type Funding } from './funding'
import { groupBy } from './grouping'
import { positionMonths, type PositionMonths } from './position-months'
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
type Context = {
  readonly span: Span
  readonly years: readonly number[]
  readonly settings: Settings
  readonly sources: Sources
  readonly assignments: readonly Row<'assignment'>[]
}

function makeLine(facts: Facts, exactCost: Float64Array, funding: Funding, { years, settings }: Context): LedgerLine {
  const costCents = wholeCents(exactCost, years)
  const paid = funding.paying.map(({ source, share }) => ({
    sourceId: source?.id ?? null,
    isRecurring: source?.isRecurring ?? true,
    cents: new Float64Array(costCents.length),
    share,
  }))
  const unfundedCents = new Float64Array(costCents.length)
  costCents.forEach((cents, month) => {
    if (cents === 0) return
    const shares = paid.map(({ share }) => share[month] ?? 0)
    const parts = splitCents(cents, [...shares, Math.max(0, 1 - (funding.funded[month] ?? 0))])
    paid.forEach((payment, at) => (payment.cents[month] = parts[at] ?? 0))
    unfundedCents[month] = parts[paid.length] ?? 0
  })
  const isGoingOn = settings.unfundedPolicy === 'continue'
  return {
    ...facts,
    isAssigned: funding.isAssigned,
    costCents,
    paid,
    unfundedCents,
    fundedShare: funding.funded,
    deliveredShare: isGoingOn ? new Float64Array(costCents.length).fill(1) : funding.funded,
  }
}

function positionLines(held: PositionMonths, context: Context): LedgerLine[] {
  const { position, periods } = held
  const mine = context.assignments.filter((row) => row.positionId === position.id)
  const funding = fundingOf(context.span, mine, context.sources)
  const cost = positionCost(context.span, held, context.settings)
  const places = [...new Set(periods.flatMap((period) => (period ? [period.unitId] : [])))]
  const facts = {
    kind: 'position',
    id: position.id,
    label: position.code === null ? position.title : `${position.title} (${position.code})`,
    category: position.category,
    isRecurringNeed: position.isRecurringNeed,
  } as const
  return (places.length === 0 ? [null] : places).map((unitId) =>
    makeLine(
      { ...facts, unitId },
      cost.map((cents, month) => (periods[month]?.unitId === unitId ? cents : 0)),
      funding,
      context,
    ),
  )
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
  const mine = context.assignments.filter((row) => row.sessionId === session.id)
  const funding = fundingOf(span, mine, context.sources)
  const [only] = session.unitIds
  const unitId = session.unitIds.length === 1 && session.waveIds.length === 0 ? (only ?? null) : null
  return sessionCosts(attendance, context.settings).map(([category, cents]) => {
    const cost = new Float64Array(span.months)
    cost[place] = cents
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
  const mine = context.assignments.filter((row) => row.costLineId === line.id)
  const ordered = line.obligatedMonth === null ? null : monthNumber(line.obligatedMonth)
  const funding = fundingOf(context.span, mine, context.sources, (month) => ordered ?? month)
  const facts = {
    kind: 'costLine',
    id: line.id,
    label: line.name,
    category: line.category,
    unitId: line.unitId,
    isRecurringNeed: line.isRecurringNeed,
  } as const
  return makeLine(facts, lineCost(context.span, line, years, context.settings), funding, context)
}

/**
 * Every cost of the plan by month of its span, in whole cents, with what each fund pays and what is unfunded: positions,
 * sessions that lie in the span, cost lines, each in the planner's order (architecture.md, "Money"; docs/forecast.md). A
 * fund's yearly amount cuts nothing here; `overCommitments` tells where more is assigned than a fund gives.
 */
export function ledgerOf(plan: Plan): Ledger {
  const span = spanOf(plan)
  const context: Context = {
    span,
    years: fiscalYears(span),
    settings: settingsOf(plan),
    sources: plan.fundingSource,
    assignments: rowsOf(plan, 'assignment'),
  }
  const lineYears = groupBy(rowsOf(plan, 'lineYear'), (row) => row.lineId)
  return {
    firstMonth: span.firstMonth,
    months: span.months,
    lines: [
      ...positionMonths(plan).flatMap((held) => positionLines(held, context)),
      ...attendances(plan).flatMap((attendance) => sessionLines(attendance, context)),
      ...rowsOf(plan, 'costLine').map((line) => costLineOf(line, lineYears.get(line.id) ?? [], context)),
    ],
  }
}
