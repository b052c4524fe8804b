import { fiscalYearFirstMonth, addMonths, monthOfDay, monthsBetween, monthWords } from '../plan/month'
import { planRow, rowsOf, type Plan } from '../plan/plan'
import type { TableName } from '../plan/table-name'
import type { AttentionItem, AttentionQuestion } from './attention-item'
import { counted } from './figure'

/**
 * From how many months on a figure counts as old. A year: observations, assessments, outcomes and budgets all follow the
 * school year, so a figure of more than a year ago was overtaken by a round that was not held or not entered.
 */
export const oldAfterMonths = 12

export type DatedKind = 'observation' | 'capacity' | 'outcome' | 'actualCost' | 'staff'

/** How old the newest figure of a kind is. */
export type DataAge = {
  readonly kind: DatedKind
  /** `YYYY-MM`; null: there are figures, but nothing says from when. */
  readonly month: string | null
  /** Months from then to the as-of month; 0 where no month is known. */
  readonly months: number
  readonly isOld: boolean
  /** "Capacity was last assessed in Nov 2024, 20 months before Jul 2026." */
  readonly sentence: string
  /** The newest row, where it can be mended. */
  readonly row: { readonly table: TableName; readonly id: string } | null
}

/** What the ages are asked about: the plan, or one row of it. */
type About = { readonly table: TableName; readonly id: string } | null
type Dated = { readonly month: string; readonly id: string }

const openings: Readonly<Record<DatedKind, string>> = {
  observation: 'Last observed in',
  capacity: 'Capacity was last assessed in',
  outcome: 'The newest outcome is from',
  actualCost: 'Actual costs are entered until',
  staff: 'Staff figures were last noted in',
}

const tableOfKind = {
  observation: 'observation',
  capacity: 'capacityAssessment',
  outcome: 'outcomeResult',
  actualCost: 'lineYear',
  staff: 'note',
} as const satisfies Record<DatedKind, TableName>

type Dates = (plan: Plan, about: About, asOf: string) => Dated[] | null

const isOf = (about: About, table: TableName, id: string): boolean =>
  about === null || (about.table === table && about.id === id)

const observations: Dates = (plan, about) => {
  if (about && !['unit', 'component', 'fidelityMeasure', 'observation'].includes(about.table)) return null
  return rowsOf(plan, 'observation')
    .filter(
      ({ id, unitId, componentId, measureId }) =>
        isOf(about, 'unit', unitId) ||
        isOf(about, 'component', componentId) ||
        isOf(about, 'fidelityMeasure', measureId) ||
        isOf(about, 'observation', id),
    )
    .map(({ id, date }) => ({ id, month: monthOfDay(date) }))
}

const assessments: Dates = (plan, about) => {
  if (about && !['unit', 'capacityAssessment'].includes(about.table)) return null
  return rowsOf(plan, 'capacityAssessment')
    .filter(({ id, unitId }) => isOf(about, 'unit', unitId) || isOf(about, 'capacityAssessment', id))
    .map(({ id, date }) => ({ id, month: monthOfDay(date) }))
}

const outcomes: Dates = (plan, about) => {
  if (about && !['unit', 'outcomeMeasure', 'outcomeResult'].includes(about.table)) return null
  return rowsOf(plan, 'outcomeResult')
    .filter(
      ({ id, unitId, measureId }) =>
        isOf(about, 'unit', unitId) || isOf(about, 'outcomeMeasure', measureId) || isOf(about, 'outcomeResult', id),
    )
    .map(({ id, date }) => ({ id, month: monthOfDay(date) }))
}

/** Actual costs hold until the end of their fiscal year, of the one under way until now. */
const actualCosts: Dates = (plan, about, asOf) => {
  if (about && about.table !== 'costLine') return null
  const startsIn = planRow(plan)?.fiscalYearStart ?? 7
  return rowsOf(plan, 'lineYear')
    .filter(({ lineId, actualCents }) => actualCents !== null && isOf(about, 'costLine', lineId))
    .flatMap(({ id, fiscalYear }) => {
      const first = fiscalYearFirstMonth(fiscalYear, startsIn)
      const last = addMonths(first, 11)
      return first > asOf ? [] : [{ id, month: last < asOf ? last : asOf }]
    })
}

/** Staff groups have no date of their own: what is known of it stands in the notes on them. */
const staffFigures: Dates = (plan, about) => {
  if (about && about.table !== 'staffGroup') return null
  return rowsOf(plan, 'note').flatMap(({ id, aboutTable, aboutRow, date }) =>
    date !== null && aboutTable === 'staffGroup' && isOf(about, 'staffGroup', aboutRow)
      ? [{ id, month: monthOfDay(date) }]
      : [],
  )
}

const datesOf: Readonly<Record<DatedKind, Dates>> = {
  observation: observations,
  capacity: assessments,
  outcome: outcomes,
  actualCost: actualCosts,
  staff: staffFigures,
}

const kinds: readonly DatedKind[] = ['observation', 'capacity', 'outcome', 'actualCost', 'staff']

function ageOf(kind: DatedKind, { month, id }: Dated, asOf: string): DataAge {
  const months = monthsBetween(month, asOf)
  const before = months === 0 ? '' : `, ${counted(months, 'month', 'months')} before ${monthWords(asOf)}`
  const sentence = `${openings[kind]} ${monthWords(month)}${before}.`
  return { kind, month, months, isOld: months > oldAfterMonths, sentence, row: { table: tableOfKind[kind], id } }
}

const undatedStaff: DataAge = {
  kind: 'staff',
  month: null,
  months: 0,
  isOld: false,
  sentence: 'No note says when this was counted.',
  row: null,
}

/**
 * How old the newest figures are in the month `asOf` (`YYYY-MM`): of the whole plan, or of what is about one row (a
 * school, a component, a measure, a cost line, a staff group, or the figure itself). What is dated later is not known yet
 * in that month. Kinds without figures are left out; of one staff group without a dated note it is told that there is none.
 */
export function dataAges(plan: Plan, asOf: string, about: About = null): DataAge[] {
  return kinds.flatMap((kind): DataAge[] => {
    const dates = datesOf[kind](plan, about, asOf)
    const known = dates?.filter(({ month }) => month <= asOf) ?? []
    const newest = known.reduce<Dated | null>((a, b) => (a === null || b.month >= a.month ? b : a), null)
    if (newest !== null) return [ageOf(kind, newest, asOf)]
    return kind === 'staff' && about?.table === 'staffGroup' && plan.staffGroup.has(about.id) ? [undatedStaff] : []
  })
}

const screens = {
  observation: 'fidelity',
  capacity: 'fidelity',
  outcome: 'fidelity',
  actualCost: 'money',
  staff: 'people',
} as const

/** Figures on which the forecast rests and which are more than a year old. */
export const oldFigures = ({ plan, asOf }: AttentionQuestion): AttentionItem[] =>
  dataAges(plan, asOf)
    .filter(({ isOld }) => isOld)
    .map(({ kind, sentence, row }) => ({
      code: 'data-old',
      sentence,
      screen: screens[kind],
      table: row?.table ?? null,
      rowId: row?.id ?? null,
    }))

/** Schools that were observed once, and then not for more than a year, while others were. */
export function unseenSchools({ plan, asOf }: AttentionQuestion): AttentionItem[] {
  const newest = new Map<string, string>()
  for (const { unitId, date } of plan.observation.values()) {
    const month = monthOfDay(date)
    if (month <= asOf && month > (newest.get(unitId) ?? '')) newest.set(unitId, month)
  }
  const isOld = (month: string): boolean => monthsBetween(month, asOf) > oldAfterMonths
  if ([...newest.values()].every(isOld)) return []
  return rowsOf(plan, 'unit').flatMap(({ id, name }): AttentionItem[] => {
    const month = newest.get(id)
    if (month === undefined || !isOld(month)) return []
    const sentence = `${name} was last observed in ${monthWords(month)}, ${counted(monthsBetween(month, asOf), 'month', 'months')} before ${monthWords(asOf)}.`
    return [{ code: 'data-old', sentence, screen: 'fidelity', table: 'unit', rowId: id }]
  })
}
