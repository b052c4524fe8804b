import {
  componentTrends,
  type ComponentTrend,
  schoolsObserved,
  type SchoolFidelity,
} from '../../forecast/evidence-fidelity'
import { correlationOf, outcomePairs } from '../../forecast/evidence-correlation'
import { observationGaps } from '../../forecast/evidence-gaps'
import { roundsOf, type Round } from '../../forecast/evidence-rounds'
import { counted, percent } from '../../forecast/figure'
import { dayWords } from '../../plan/day'
import { monthOfDay, monthWords } from '../../plan/month'
import { rowsOf } from '../../plan/plan'
import { chart, paragraph, table } from '../blocks'
import { privacyFor, type Privacy } from '../privacy'
import type { Block, ReportCell, ReportChart, ReportSection } from '../report'
import type { PlanFacts, ReportFacts } from '../report-input'

/** Rounds by their month, which fits under a chart; by their measure too where there are several. */
const roundWords = (rounds: readonly Round[]): string[] => {
  const isOne = new Set(rounds.map(({ measure }) => measure.id)).size <= 1
  return rounds.map(({ measure, lastDay }) => {
    const month = monthWords(monthOfDay(lastDay))
    return isOne ? month : `${measure.name}, ${month}`
  })
}

/** The finding of the whole section: how well the weakest component is done. */
const finding = (facts: PlanFacts, rounds: readonly Round[]): string => {
  const [weakest] = componentTrends(facts.plan, rounds).toSorted((a, b) => a.latest - b.latest)
  return weakest
    ? `${percent(weakest.latest)} of those observed do "${weakest.component.name}" with fidelity, the weakest component; the line is ${percent(facts.settings.atScaleShare / 10_000)}`
    : 'Nobody was observed yet'
}

/** How the weakest component went from the first round to the last. */
const trendTitle = ({ component, shares }: ComponentTrend, rounds: readonly string[]): string => {
  const seen = shares.flatMap((share, at) => (share === null ? [] : [{ share, round: rounds[at] ?? '' }]))
  const [first, last] = [seen[0], seen.at(-1)]
  if (!first || !last || first === last) return `"${component.name}": ${percent(last?.share ?? 0)} with fidelity`
  return `"${component.name}": ${percent(first.share)} with fidelity in ${first.round}, ${percent(last.share)} in ${last.round}`
}

const trendChart = (facts: PlanFacts, rounds: readonly Round[]): ReportChart => {
  const trends = componentTrends(facts.plan, rounds)
  const [weakest] = trends.toSorted((a, b) => a.latest - b.latest)
  const line = facts.settings.atScaleShare / 10_000
  const words = roundWords(rounds)
  return {
    id: 'quality',
    title: weakest ? trendTitle(weakest, words) : 'Nobody was observed yet',
    summary: `Share of the people observed who practice with fidelity, by round and component. Latest: ${trends
      .map(({ component, latest }) => `${component.name} ${percent(latest)}`)
      .join('; ')}.`,
    kind: 'line',
    x: { label: 'Round', kind: 'text', values: words },
    y: { label: 'Share of those observed', kind: 'share' },
    series: trends.map(({ component, shares }) => ({ key: component.id, label: component.name, values: [...shares] })),
    lines: [{ label: 'At-scale line', value: line }],
  }
}

const observedAt = ({ components }: SchoolFidelity): number =>
  components.reduce((most, { seen }) => Math.max(most, seen.observed), 0)

const schoolTable = (schools: readonly SchoolFidelity[], privacy: Privacy): Block[] =>
  table({
    id: 'quality-schools',
    title: 'Schools by their latest observations',
    columns: [
      { label: 'School', kind: 'text' },
      { label: 'Last seen', kind: 'text' },
      { label: 'Observed', kind: 'count' },
      { label: 'Weakest component', kind: 'text' },
      { label: 'With fidelity there', kind: 'share' },
      { label: 'Over all components', kind: 'share' },
    ],
    rows: schools.map((school): ReportCell[] => {
      const people = observedAt(school)
      return [
        school.unit.name,
        dayWords(school.lastDay),
        privacy.people(people),
        school.weakest.component.name,
        privacy.about(people, school.weakestShare),
        privacy.about(people, school.meanShare),
      ]
    }),
    note: privacy.note,
  })

/** Whether students gain where it is done well: one sentence for each outcome. */
const outcomeSentences = ({ plan }: PlanFacts): Block[] =>
  rowsOf(plan, 'outcomeMeasure').map((measure) =>
    paragraph(`${measure.name}: ${correlationOf(measure, outcomePairs(plan, measure.id)).sentence}`),
  )

const gapSentence = ({ plan }: PlanFacts): Block[] => {
  const { gaps, unmeasured } = observationGaps(plan)
  const schools = new Set(gaps.map(({ unit }) => unit.id)).size
  const late =
    gaps.length === 0 ? [] : [`${counted(schools, 'school is', 'schools are')} due for another look at the practice.`]
  const blind = unmeasured.length === 0 ? [] : [`Not measured yet: ${unmeasured.map(({ name }) => name).join(', ')}.`]
  const words = [...late, ...blind]
  return words.length === 0 ? [] : [paragraph(words.join(' '))]
}

/** Quality: how well it is done by round and school, and whether it pays off for students. */
export const qualitySection = (facts: ReportFacts): ReportSection => {
  const { subject } = facts
  const rounds = roundsOf(subject.plan)
  const about = { id: 'quality', name: 'Quality', title: finding(subject, rounds) } as const
  if (rounds.length === 0) {
    const text = 'No observation is entered yet, so how well it is done rests on the forecast alone.'
    return { ...about, blocks: [paragraph(text), ...gapSentence(subject)] }
  }
  return {
    ...about,
    blocks: [
      chart(trendChart(subject, rounds)),
      ...schoolTable(schoolsObserved(subject.plan, rounds), privacyFor(facts)),
      ...outcomeSentences(subject),
      ...gapSentence(subject),
    ],
  }
}
