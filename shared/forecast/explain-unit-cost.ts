import { unitCosts, unitsStartedBy, type UnitCost } from '../money/unit-costs'
import { formatMoney, formatNumber } from '../plan/format-value'
import { monthsBetween, monthWords } from '../plan/month'
import { planRow, rowsOf, type Plan } from '../plan/plan'
import { yearWords } from './explain-money'
import type { ExplainQuestion, MoneyFacts, ReachedKind } from './explain-question'
import { line, summed, told, type Explanation, type ExplanationLine, type ExplanationPart } from './explanation'
import { amount, dollars, percent } from './figure'
import { planSeries, type DistrictRun } from './run'

type OfUnitCost = Extract<ExplainQuestion, { kind: 'unitCost' }>

/** The share at fidelity at the end of a month, 0–1, by the runs; null where that month is not forecast. */
function fidelityIn(plan: Plan, runs: readonly DistrictRun[]): (month: string) => number | null {
  const row = planRow(plan)
  if (!row || runs.length === 0) return () => null
  const series = planSeries(runs, 'fidelity')
  return (month) => series[monthsBetween(row.asOfMonth ?? row.startMonth, month)] ?? null
}

const peopleIn = (runs: readonly DistrictRun[]): number =>
  runs.reduce((sum, { forecast }) => sum + forecast.headcount, 0)

/** What each fiscal year costs for those it reaches; those at fidelity by the runs. */
export function unitCostsOf({ plan, ledger, runs }: MoneyFacts): UnitCost[] {
  const people = peopleIn(runs)
  const shareIn = fidelityIn(plan, runs)
  return unitCosts(plan, ledger, (month) => {
    const share = shareIn(month)
    return share === null ? null : share * people
  })
}

/** What one row of the table says of a year. */
const perOne: Readonly<
  Record<
    ReachedKind,
    { readonly label: string; readonly of: (year: UnitCost) => readonly [number | null, number | null] }
  >
> = {
  school: { label: 'School', of: (year) => [year.perSchoolCents, year.schools] },
  staff: { label: 'Staff member who practices', of: (year) => [year.perStaffCents, year.staff] },
  student: { label: 'Student', of: (year) => [year.perStudentCents, year.students] },
  fidelity: { label: 'Person at fidelity', of: (year) => [year.perPersonAtFidelityCents, year.atFidelity] },
}

export const reachedKinds = ['school', 'staff', 'student', 'fidelity'] as const satisfies readonly ReachedKind[]

const count = (value: number | null): string => (value === null ? '–' : amount(Math.round(value)))

/** A year's cost for each of those it reaches, as it is printed: "$12,300 (7)"; "–" where it reaches nobody. */
export function unitCostWords(year: UnitCost, of: ReachedKind): string {
  const [cents, reached] = perOne[of].of(year)
  return cents === null ? '–' : `${dollars(cents)} (${count(reached)})`
}

export const unitCostLabel = (of: ReachedKind): string => perOne[of].label

const counted = (label: string, value: number | null, id: string): ExplanationLine =>
  line(label, value === null ? 'no figure' : formatNumber(value), {
    amount: value ?? 0,
    rows: [{ table: 'unit', id }],
  })

/** By how many a year's cost is divided, one line a school. */
function reachedPart({ plan, runs }: MoneyFacts, { of }: OfUnitCost, month: string): ExplanationPart {
  const started = unitsStartedBy(plan, month)
  if (of === 'fidelity') {
    const share = fidelityIn(plan, runs)(month)
    return told('By how many', [
      line(`Share at fidelity at the end of ${monthWords(month)}`, share === null ? 'not forecast' : percent(share)),
      line('People who are to practice', formatNumber(peopleIn(runs))),
    ])
  }
  const staff = (unitId: string): number =>
    rowsOf(plan, 'staffGroup')
      .filter((group) => group.unitId === unitId && plan.role.get(group.roleId)?.kind === 'practitioner')
      .reduce((sum, { headcount }) => sum + headcount, 0)
  const lines = started.map((unit) => {
    const value = of === 'school' ? 1 : of === 'staff' ? staff(unit.id) : unit.enrolment
    return counted(unit.name, value, unit.id)
  })
  return summed('By how many', lines, formatNumber)
}

/** What a fiscal year costs for each of those it reaches. */
export function explainUnitCost(facts: MoneyFacts, question: OfUnitCost): Explanation {
  const { fiscalYear, of } = question
  const year = unitCostsOf(facts).find((one) => one.fiscalYear === fiscalYear)
  const title = `Cost for each: ${perOne[of].label.toLowerCase()}, ${yearWords(fiscalYear)}`
  if (!year)
    return { title, value: '–', how: 'The plan does not reach this year.', parts: [], roundings: [], sources: [] }
  const cost = line(`Cost of ${yearWords(fiscalYear)}`, formatMoney(year.costCents), {
    question: { kind: 'costOfYear', fiscalYear },
  })
  const who = {
    school: 'the schools that have started by its end',
    staff: 'those who practice at the schools that have started by its end',
    student: 'the students of the schools that have started by its end',
    fidelity: 'those who practice with fidelity at its end, by the forecast',
  }[of]
  return {
    title,
    value: unitCostWords(year, of),
    how: `All that the year costs, divided by ${who}.`,
    parts: [told('What is divided', [cost]), reachedPart(facts, question, year.lastMonth)],
    roundings: ['The figure is rounded to whole dollars, the number of people to whole ones.'],
    sources: [],
  }
}
