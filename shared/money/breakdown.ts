import { addMonths } from '../plan/month'
import { rowsOf, type Plan } from '../plan/plan'
import { budgetCategoryOptions } from '../plan/tables/budget-category'
import { splitCents } from './cents'
import { groupBy } from './grouping'
import type { Ledger, LedgerLine } from './ledger'
import { sumOf, yearPlaces } from './totals'

/** By what the cost of a plan is told apart. */
export type BreakdownBy = 'source' | 'phase' | 'unit' | 'component' | 'category'

/** A part of what a line costs, by month in whole cents; the parts of a line add up to it. */
export type CostPart = { readonly key: string; readonly line: LedgerLine; readonly cents: Float64Array }

/** What a breakdown is made of. */
export type BreakdownQuestion = {
  readonly plan: Plan
  readonly ledger: Ledger
  readonly by: BreakdownBy
  /** The month from which the practice is at scale (`YYYY-MM`), as the forecast has it; null: not within it. */
  readonly sustainFrom: string | null
}

const phaseLabels = {
  before: 'Before the pilot',
  pilot: 'Pilot',
  scale: 'Scale-up',
  sustain: 'Sustain',
} as const
export type CostPhase = keyof typeof phaseLabels

const none = 'none'
const nobody = 'nobody'

/**
 * The phase of the rollout by month, by its calendar: the pilot from the first pilot wave's start, the scale-up from the
 * first scale-up wave's, sustain from the month in which the practice is at scale.
 */
export function costPhases({ plan, ledger, sustainFrom }: BreakdownQuestion): CostPhase[] {
  const starts = (kind: 'pilot' | 'scale'): string =>
    rowsOf(plan, 'wave').reduce(
      (first, wave) =>
        wave.kind === kind && wave.startMonth !== null && wave.startMonth < first ? wave.startMonth : first,
      '9999-12',
    )
  const pilot = starts('pilot')
  const scale = starts('scale')
  return Array.from({ length: ledger.months }, (_, place) => {
    const month = addMonths(ledger.firstMonth, place)
    if (sustainFrom !== null && month >= sustainFrom) return 'sustain'
    if (month >= scale) return 'scale'
    return month >= pilot ? 'pilot' : 'before'
  })
}

const paymentParts = (line: LedgerLine): CostPart[] => [
  ...line.paid.map(({ sourceId, cents }) => ({ key: sourceId ?? none, line, cents })),
  { key: nobody, line, cents: line.unfundedCents },
]

function phaseParts(line: LedgerLine, phases: readonly CostPhase[]): CostPart[] {
  return [...new Set(phases)].map((key) => ({
    key,
    line,
    cents: line.costCents.map((cents, place) => (phases[place] === key ? cents : 0)),
  }))
}

function componentIds(plan: Plan, { kind, id }: LedgerLine): readonly string[] {
  if (kind === 'session') return plan.session.get(id)?.componentIds ?? []
  const componentId = kind === 'costLine' ? plan.costLine.get(id)?.componentId : null
  return typeof componentId === 'string' ? [componentId] : []
}

/** A session about several components counts for each with an even part. */
function componentParts(plan: Plan, line: LedgerLine): CostPart[] {
  const ids = componentIds(plan, line)
  if (ids.length < 2) return [{ key: ids[0] ?? none, line, cents: line.costCents }]
  const parts = ids.map((key) => ({ key, line, cents: new Float64Array(line.costCents.length) }))
  line.costCents.forEach((cents, place) => {
    const even = splitCents(
      cents,
      ids.map(() => 1),
    )
    parts.forEach((part, at) => (part.cents[place] = even[at] ?? 0))
  })
  return parts
}

/** Every cost of the ledger as parts with the key of the group that they belong to. */
function costParts(question: BreakdownQuestion): CostPart[] {
  const { plan, ledger, by } = question
  switch (by) {
    case 'source':
      return ledger.lines.flatMap(paymentParts)
    case 'phase': {
      const phases = costPhases(question)
      return ledger.lines.flatMap((line) => phaseParts(line, phases))
    }
    case 'component':
      return ledger.lines.flatMap((line) => componentParts(plan, line))
    default:
      return ledger.lines.map((line) => ({
        key: by === 'unit' ? (line.unitId ?? none) : line.category,
        line,
        cents: line.costCents,
      }))
  }
}

const named = (rows: readonly { readonly id: string; readonly name: string }[]): [string, string][] =>
  rows.map(({ id, name }) => [id, name])

/** The groups in their order, each with its name; a group that costs nothing is left out later. */
const groups: Readonly<Record<BreakdownBy, (plan: Plan) => [key: string, label: string][]>> = {
  source: (plan) => [...named(rowsOf(plan, 'fundingSource')), [none, 'No fund named'], [nobody, 'Nobody']],
  phase: () => Object.entries(phaseLabels),
  unit: (plan) => [...named(rowsOf(plan, 'unit')), [none, 'All schools']],
  component: (plan) => [...named(rowsOf(plan, 'component')), [none, 'All components']],
  category: () => Object.entries(budgetCategoryOptions),
}

/** The groups of a breakdown in their order, each with its key and name, whether or not it costs anything. */
export const breakdownGroups = (plan: Plan, by: BreakdownBy): [key: string, label: string][] => groups[by](plan)

/** The cost of a plan by group and fiscal year; whole cents, sums to the cent. */
export type Breakdown = {
  readonly fiscalYears: readonly number[]
  readonly rows: readonly BreakdownRow[]
  readonly totalCents: readonly number[]
  readonly allCents: number
}

export type BreakdownRow = {
  readonly key: string
  readonly label: string
  /** One figure for every fiscal year. */
  readonly cents: readonly number[]
  readonly sumCents: number
}

const added = (figures: readonly number[]): number => figures.reduce((sum, cents) => sum + cents, 0)

/** The cost of a plan by fiscal year and by source, phase, school, component or category. */
export function breakdownOf(question: BreakdownQuestion): Breakdown {
  const places = yearPlaces(question.plan)
  const parts = groupBy(costParts(question), ({ key }) => key)
  const rows = breakdownGroups(question.plan, question.by).flatMap(([key, label]): BreakdownRow[] => {
    const own = parts.get(key) ?? []
    const cents = places.map(({ from, to }) => added(own.map((part) => sumOf(part.cents, from, to))))
    return cents.some((sum) => sum > 0) ? [{ key, label, cents, sumCents: added(cents) }] : []
  })
  const totalCents = places.map((_, at) => added(rows.map(({ cents }) => cents[at] ?? 0)))
  return {
    fiscalYears: places.map(({ fiscalYear }) => fiscalYear),
    rows,
    totalCents,
    allCents: added(totalCents),
  }
}

/** A line behind a figure, and its part of it. Whole cents. */
export type LineBehind = Pick<LedgerLine, 'kind' | 'id' | 'label'> & { readonly cents: number }

/** The lines behind a figure of a breakdown, the dearest first; a null key or year: those of all groups or years. */
export function linesBehind(question: BreakdownQuestion, key: string | null, fiscalYear: number | null): LineBehind[] {
  const places = yearPlaces(question.plan).filter((year) => fiscalYear === null || year.fiscalYear === fiscalYear)
  const parts = costParts(question).filter((part) => key === null || part.key === key)
  const byLine = groupBy(parts, ({ line }) => `${line.kind} ${line.id} ${line.label}`)
  return [...byLine.values()]
    .flatMap((own): LineBehind[] => {
      const cents = added(own.flatMap((part) => places.map(({ from, to }) => sumOf(part.cents, from, to))))
      const line = own[0]?.line
      return line && cents > 0 ? [{ kind: line.kind, id: line.id, label: line.label, cents }] : []
    })
    .toSorted((a, b) => b.cents - a.cents)
}
