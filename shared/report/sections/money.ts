import { dollars } from '../../forecast/figure'
import { unitCostsOf } from '../../forecast/explain-unit-cost'
import { lineVariances } from '../../money/planned-and-actual'
import { totalsBy } from '../../money/totals'
import { budgetCategoryOptions } from '../../plan/tables/budget-category'
import { chart, costSentence, table } from '../blocks'
import type { Block, ReportCell, ReportChart, ReportSection, ReportSeries } from '../report'
import type { PlanFacts, ReportFacts } from '../report-input'

/** The fiscal years of a plan, as the x axis has them. */
export const yearsOf = ({ headline }: PlanFacts): string[] => headline.years.map(({ fiscalYear }) => String(fiscalYear))

/** What nobody pays is called. */
export const withoutFunds = 'Without funds'

/** What each fund pays by fiscal year, and what nobody pays. */
const fundsChart = (facts: PlanFacts): ReportChart => {
  const { years, sources } = facts.headline
  const [most] = sources.toSorted((a, b) => b.paidCents - a.paidCents)
  const payer = most && most.paidCents > 0 ? `${most.name} pays the most, ${dollars(most.paidCents)}` : 'No fund pays'
  const unfunded = years.reduce((sum, { unfundedCents }) => sum + unfundedCents, 0)
  const funds = sources.map(({ sourceId, name, years: paid }): ReportSeries => ({
    key: sourceId ?? 'no-fund',
    label: name,
    values: paid.map(({ paidCents }) => paidCents),
  }))
  const gap: ReportSeries = { key: 'unfunded', label: withoutFunds, values: years.map((year) => year.unfundedCents) }
  return {
    id: 'funds',
    title: `${payer}; ${unfunded === 0 ? 'all of it has funds' : `${dollars(unfunded)} has no funds`}`,
    summary: `Cost of the plan by fiscal year and by the fund that pays: ${years.map((year) => `${dollars(year.costCents)} in ${year.fiscalYear}`).join(', ')}.`,
    kind: 'stackedBar',
    x: { label: 'Fiscal year', kind: 'year', values: yearsOf(facts) },
    y: { label: 'Dollars', kind: 'money' },
    series: unfunded === 0 ? funds : [...funds, gap],
    lines: [],
    isInTable: true,
  }
}

const yearTable = ({ headline }: PlanFacts): Block[] => {
  const rows = headline.years.map(
    ({ fiscalYear, costCents, paidCents, unfundedCents, recurringNeed }): ReportCell[] => [
      fiscalYear,
      costCents,
      paidCents,
      unfundedCents,
      recurringNeed.costCents,
      recurringNeed.fromRecurringCents,
    ],
  )
  const total = [1, 2, 3, 4, 5].map((at) => rows.reduce((sum, row) => sum + Number(row[at]), 0))
  return table({
    id: 'years',
    title: 'Cost by fiscal year',
    columns: [
      { label: 'Fiscal year', kind: 'year' },
      { label: 'Cost', kind: 'money' },
      { label: 'Paid', kind: 'money' },
      { label: withoutFunds, kind: 'money' },
      { label: 'Needed for good', kind: 'money' },
      { label: 'Paid from recurring money', kind: 'money' },
    ],
    rows: [...rows, ['Total', ...total]],
    hasTotal: true,
    note: 'Rounded to whole dollars, so a total may differ from its parts by a dollar or two.',
  })
}

const fundTable = ({ headline }: PlanFacts): Block[] => {
  const { years, sources } = headline
  const gaps = years.map(({ unfundedCents }) => unfundedCents)
  const sum = (cents: readonly number[]): number => cents.reduce((a, b) => a + b, 0)
  const rows = sources.map(({ name, isRecurring, years: paid, paidCents }): ReportCell[] => [
    name,
    isRecurring ? 'Every year' : 'One-time',
    ...paid.map((year) => year.paidCents),
    paidCents,
  ])
  const gap: ReportCell[][] = sum(gaps) === 0 ? [] : [[withoutFunds, '', ...gaps, sum(gaps)]]
  const costs = years.map(({ costCents }) => costCents)
  return table({
    id: 'funds-by-year',
    title: 'Who pays, by fiscal year',
    columns: [
      { label: 'Fund', kind: 'text' },
      { label: 'Comes', kind: 'text' },
      ...years.map(({ fiscalYear }) => ({ label: `FY ${fiscalYear}`, kind: 'money' as const })),
      { label: 'All years', kind: 'money' },
    ],
    rows: [...rows, ...gap, ['Total', '', ...costs, sum(costs)]],
    hasTotal: true,
  })
}

const categoryTable = ({ ledger }: PlanFacts): Block[] => {
  const totals = totalsBy(ledger, ({ category }) => category)
  const rows = Object.entries(budgetCategoryOptions).flatMap(([key, label]): ReportCell[][] => {
    const total = totals.get(key as keyof typeof budgetCategoryOptions)
    return total && total.costCents > 0 ? [[label, total.costCents, total.paidCents, total.unfundedCents]] : []
  })
  const sum = (at: number): number => rows.reduce((cents, row) => cents + Number(row[at]), 0)
  return table({
    id: 'categories',
    title: 'Cost by category, all years',
    columns: [
      { label: 'Category', kind: 'text' },
      { label: 'Cost', kind: 'money' },
      { label: 'Paid', kind: 'money' },
      { label: withoutFunds, kind: 'money' },
    ],
    rows: rows.length === 0 ? [] : [...rows, ['Total', sum(1), sum(2), sum(3)]],
    hasTotal: true,
  })
}

/** What a year costs for each of those it reaches: what a board divides by itself otherwise. */
const eachTable = (facts: PlanFacts): Block[] =>
  table({
    id: 'cost-for-each',
    title: 'Cost of a fiscal year for each of those who have started by its end',
    columns: [
      { label: 'Fiscal year', kind: 'year' },
      { label: 'Schools', kind: 'count' },
      { label: 'For each school', kind: 'money' },
      { label: 'For each who practices', kind: 'money' },
      { label: 'For each student', kind: 'money' },
      { label: 'For each person with fidelity', kind: 'money' },
    ],
    rows: unitCostsOf(facts)
      .filter(({ schools }) => schools > 0)
      .map((year): ReportCell[] => [
        year.fiscalYear,
        year.schools,
        year.perSchoolCents ?? '–',
        year.perStaffCents ?? '–',
        year.perStudentCents ?? '–',
        year.perPersonAtFidelityCents ?? '–',
      ]),
  })

/** Cost lines of which it is known what was spent, beside what was planned. */
const spentTable = ({ plan }: PlanFacts): Block[] => {
  const variances = lineVariances(plan)
  const sum = (key: 'plannedCents' | 'actualCents' | 'overCents'): number =>
    variances.reduce((cents, one) => cents + one[key], 0)
  const rows = variances.map((one): ReportCell[] => [
    one.name,
    one.fiscalYear,
    one.plannedCents,
    one.actualCents,
    one.overCents,
  ])
  return table({
    id: 'planned-and-spent',
    title: `Planned and spent: ${differenceWords(sum('overCents'))}`,
    columns: [
      { label: 'Cost', kind: 'text' },
      { label: 'Fiscal year', kind: 'year' },
      { label: 'Planned', kind: 'money' },
      { label: 'Spent', kind: 'money' },
      { label: 'Spent above plan', kind: 'money' },
    ],
    rows:
      rows.length === 0 ? [] : [...rows, ['Total', null, sum('plannedCents'), sum('actualCents'), sum('overCents')]],
    hasTotal: true,
    note: 'Only costs of which it is entered what was spent, each for the whole fiscal year.',
  })
}

const differenceWords = (overCents: number): string =>
  overCents === 0
    ? 'spent as planned'
    : overCents > 0
      ? `${dollars(overCents)} more than planned`
      : `${dollars(-overCents)} less than planned`

/** Money: cost by year, fund and category, for each of those it reaches, planned beside spent. Whether it can be kept up has a section of its own. */
export const moneySection = ({ subject }: ReportFacts): ReportSection => {
  const hasCosts = subject.headline.years.some(({ costCents }) => costCents > 0)
  return {
    id: 'money',
    name: 'Money',
    title: costSentence(subject.headline),
    blocks: hasCosts
      ? [
          chart(fundsChart(subject)),
          ...fundTable(subject),
          ...yearTable(subject),
          ...categoryTable(subject),
          ...eachTable(subject),
          ...spentTable(subject),
        ]
      : [],
  }
}
