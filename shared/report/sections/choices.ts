import { comparePlans as differences } from '../../forecast/compare-plans'
import { comparePlans } from '../../forecast/compared-plans'
import { comparisonSentence } from '../../forecast/comparison'
import { percent } from '../../forecast/figure'
import { withNamesAs } from '../../plan/for-others'
import { monthWords } from '../../plan/month'
import type { Plan } from '../../plan/plan'
import { chart, likelyBand, monthsOf, paragraph, table } from '../blocks'
import type { Offices } from '../office-names'
import { seesCodes } from '../privacy'
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
  const lines = comparePlans(baseline, first)
  // of several, the values beside each other are enough: more columns than that nobody reads
  const isAlone = others.length === 1
  const columns = others.map((other) => comparePlans(baseline, other))
  return table({
    id: 'choices',
    title: 'The choices side by side',
    columns: [
      { label: 'What', kind: 'text' },
      { label: nameOfPlan(baseline.name), kind: 'text' },
      ...others.map(({ name }) => ({ label: nameOfPlan(name), kind: 'text' as const })),
      ...(isAlone ? [{ label: 'Difference', kind: 'text' as const }] : []),
    ],
    rows: lines.map(({ label, before }, at): ReportCell[] => [
      label,
      before,
      ...columns.map((column) => column[at]?.after ?? ''),
      ...(isAlone ? [columns[0]?.[at]?.difference || 'none'] : []),
    ]),
    note:
      baseline.likely === null ? null : 'A likely range holds 8 of 10 runs in which the uncertain figures were varied.',
  })
}

/** The plan with offices in place of people, for readers who see no names: what differs is told by titles. */
const withOffices = (plan: Plan, { officeOf }: Offices): Plan => {
  const told = withNamesAs(plan, officeOf)
  return { ...told, position: new Map([...told.position].map(([id, row]) => [id, { ...row, code: null }])) }
}

const mostLines = 8

/** The same line of several rows is told once, with how many. */
const counted = (lines: readonly string[]): string[] => {
  const counts = new Map<string, number>()
  for (const line of lines) counts.set(line, (counts.get(line) ?? 0) + 1)
  return [...counts].map(([line, count]) => (count === 1 ? line : `${line} (${count} times)`))
}

/** What each choice changes in the plan, in words. */
const changesTable = (baseline: PlanFacts, others: readonly PlanFacts[], offices: Offices | null): Block[] => {
  const seen = (plan: Plan): Plan => (offices === null ? plan : withOffices(plan, offices))
  const [first] = others
  const isAlone = others.length === 1
  return table({
    id: 'changes',
    title: isAlone && first ? `What “${nameOfPlan(first.name)}” changes` : 'What each choice changes',
    columns: [
      ...(isAlone ? [] : [{ label: 'Choice', kind: 'text' as const }]),
      { label: 'What is different', kind: 'longText' },
    ],
    rows: others.flatMap(({ name, plan }): ReportCell[][] => {
      const lines = counted(differences(seen(baseline.plan), seen(plan)).tables.flatMap((one) => one.lines))
      const more = lines.length - mostLines
      const told = more > 1 ? [...lines.slice(0, mostLines), `and ${more} more changes`] : lines
      return told.map((line) => (isAlone ? [line] : [nameOfPlan(name), line]))
    }),
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
    // of more than two, ranges lie over each other; the table has them all
    bands:
      plans.length === 2
        ? plans.flatMap((facts, at) => likelyBand(facts, `${nameOfPlan(facts.name)}, likely range`, at))
        : [],
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
  const asked = others.flatMap((other): Block[] => {
    const { name, question } = other
    // the finding of a single choice is the title already
    if (others.length === 1) return question === null ? [] : [paragraph(`${nameOfPlan(name)}: ${question}`)]
    const what = question === null ? '' : ` (${question})`
    return [paragraph(`${nameOfPlan(name)}${what}: ${comparisonSentence(baseline.headline, other.headline)}`)]
  })
  const [first] = others
  return {
    id: 'choices',
    name: 'Choices',
    title: first ? findingOf(baseline, first) : 'None of the scenarios can be forecast',
    blocks: first
      ? [
          ...asked,
          ...changesTable(baseline, others, seesCodes(facts.options.audience) ? null : facts.offices),
          chart(choicesChart(baseline, others)),
          ...comparedTable(baseline, others),
          ...failed,
        ]
      : failed,
  }
}
