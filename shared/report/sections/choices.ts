import { compareHeadlines, comparisonSentence } from '../../forecast/comparison'
import { percent } from '../../forecast/figure'
import { monthWords } from '../../plan/month'
import { chart, monthsOf, paragraph, table } from '../blocks'
import type { Block, ReportCell, ReportChart, ReportSection } from '../report'
import { nameOfPlan, type PlanFacts, type ReportFacts } from '../report-input'

/** What is compared, and with what: the current plan where it is among them, else the plan that the report is about. */
const baselineAndOthers = ({ subject, choices }: ReportFacts): { baseline: PlanFacts; others: PlanFacts[] } => {
  const forecast = [subject, ...choices.flatMap(({ facts }) => (facts.ok ? [facts.value] : []))]
  const baseline = forecast.find(({ name }) => name === null) ?? subject
  return { baseline, others: forecast.filter((facts) => facts !== baseline) }
}

/** What one of the choices does, under its name. */
const findingOf = (baseline: PlanFacts, { name, headline }: PlanFacts): string =>
  `${nameOfPlan(name)}: ${comparisonSentence(baseline.headline, headline)}`

const comparedTable = (baseline: PlanFacts, others: readonly PlanFacts[]): Block[] => {
  const [first] = others
  if (!first) return []
  const lines = compareHeadlines(baseline.headline, first.headline)
  const columns = others.map((other) => compareHeadlines(baseline.headline, other.headline))
  return table({
    id: 'choices',
    title: 'The choices side by side',
    columns: [
      { label: 'What', kind: 'text' },
      { label: nameOfPlan(baseline.name), kind: 'text' },
      ...others.flatMap(({ name }) => [
        { label: nameOfPlan(name), kind: 'text' as const },
        { label: 'Difference', kind: 'text' as const },
      ]),
    ],
    rows: lines.map(({ label, before }, at): ReportCell[] => [
      label,
      before,
      ...columns.flatMap((column) => [column[at]?.after ?? '', column[at]?.difference || 'none']),
    ]),
  })
}

const choicesChart = (baseline: PlanFacts, others: readonly PlanFacts[]): ReportChart => {
  const plans = [baseline, ...others]
  const ends = plans.map(({ name, headline }) => `${nameOfPlan(name)} ends at ${percent(headline.weakest.at(-1) ?? 0)}`)
  return {
    id: 'choices',
    title: `Share with fidelity in ${monthWords(baseline.headline.lastMonth)}: ${plans.map(({ name, headline }) => `${nameOfPlan(name)} ${percent(headline.weakest.at(-1) ?? 0)}`).join('; ')}`,
    summary: `Share of staff practicing with fidelity at the weakest essential component, by plan. In ${monthWords(baseline.headline.lastMonth)}: ${ends.join('; ')}.`,
    kind: 'line',
    x: { label: 'Month', kind: 'month', values: monthsOf(baseline.headline) },
    y: { label: 'Share of staff', kind: 'share' },
    series: plans.map(({ name, headline }, at) => ({
      key: `plan-${at}`,
      label: nameOfPlan(name),
      values: monthsOf(baseline.headline).map((_, month) => headline.weakest[month] ?? null),
    })),
    lines: [{ label: 'At-scale line', value: baseline.settings.atScaleShare / 10_000 }],
  }
}

/** Choices: the plan beside the scenarios, line by line, and what each would do in a sentence. */
export const choicesSection = (facts: ReportFacts): ReportSection => {
  const { baseline, others } = baselineAndOthers(facts)
  const failed = facts.choices.flatMap(({ name, facts: choice }) =>
    choice.ok
      ? []
      : [paragraph(`${nameOfPlan(name)} cannot be forecast: ${choice.error.map(({ message }) => message).join(' ')}`)],
  )
  // the finding of a single choice is the title already
  const told = others.filter(({ question }) => others.length > 1 || question !== null)
  const asked = told.map(({ name, question, headline }) => {
    const what = question === null ? '' : ` (${question})`
    return paragraph(`${nameOfPlan(name)}${what}: ${comparisonSentence(baseline.headline, headline)}`)
  })
  const [first] = others
  return {
    id: 'choices',
    name: 'Choices',
    title: first ? findingOf(baseline, first) : 'None of the scenarios can be forecast',
    blocks: first
      ? [chart(choicesChart(baseline, others)), ...asked, ...comparedTable(baseline, others), ...failed]
      : failed,
  }
}
