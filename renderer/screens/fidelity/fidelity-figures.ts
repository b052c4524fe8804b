import type { CapacityOverTime } from '@shared/forecast/evidence-capacity'
import type { OutcomePair } from '@shared/forecast/evidence-correlation'
import type { ComponentTrend, SchoolFidelity } from '@shared/forecast/evidence-fidelity'
import type { Round } from '@shared/forecast/evidence-rounds'
import { counted, percent } from '@shared/forecast/figure'
import { dayWords } from '@shared/plan/day'
import { formatNumber } from '@shared/plan/format'
import { monthOfDay, monthWords } from '@shared/plan/month'
import type { Figure } from '../../charts/figure'

/** More schools than this make no readable picture; the weakest are shown. */
const mostSchools = 24
/** As many lines as can be told apart. */
const mostLines = 6

const both = (line: number): string => `the majority line is ${percent(line)}`

/** Where every school stood when it was last observed, against the majority line. */
export function schoolsFigure(schools: readonly SchoolFidelity[], line: number): Figure {
  const shown = schools.toSorted((a, b) => a.weakestShare - b.weakestShare).slice(0, mostSchools)
  const above = schools.filter(({ weakestShare }) => weakestShare >= line - 1e-9).length
  const which = shown.length < schools.length ? ` The ${shown.length} weakest are shown.` : ''
  return {
    id: 'schools-fidelity',
    title: `${above} of ${counted(schools.length, 'school', 'schools')} at the line with the weakest component`,
    summary: `Share of those observed who practice with fidelity, by the latest round of each school; ${both(line)}.${which}`,
    categoryLabel: 'School',
    categories: shown.map(({ unit }) => unit.name),
    series: [
      { key: 'weakest', label: 'Weakest core component', values: shown.map(({ weakestShare }) => weakestShare) },
      { key: 'mean', label: 'Mean of all components', values: shown.map(({ meanShare }) => meanShare) },
    ],
    format: percent,
  }
}

/** Mean scores of the schools against the line of the measure; null where no scores are entered. */
export function scoresFigure(schools: readonly SchoolFidelity[]): { figure: Figure; line: number } | null {
  const scored = schools.filter(({ scoreShare }) => scoreShare !== null)
  const [first] = scored
  if (!first) return null
  const line = first.criterionShare
  const above = scored.filter(({ scoreShare, criterionShare }) => (scoreShare ?? 0) >= criterionShare - 1e-9).length
  const shown = scored.toSorted((a, b) => (a.scoreShare ?? 0) - (b.scoreShare ?? 0)).slice(0, mostSchools)
  return {
    line,
    figure: {
      id: 'schools-score',
      title: `${above} of ${counted(scored.length, 'school', 'schools')} at the criterion with the mean score`,
      summary: `Mean score over all components as a share of the most points; the criterion of “${first.weakest.measure.name}” is ${percent(line)}.`,
      categoryLabel: 'School',
      categories: shown.map(({ unit }) => unit.name),
      series: [{ key: 'score', label: 'Mean score', values: shown.map(({ scoreShare }) => scoreShare) }],
      format: percent,
    },
  }
}

/** The rounds as categories: the month, with the measure where two rounds end in one month. */
export function roundLabels(rounds: readonly Round[]): string[] {
  const months = rounds.map(({ lastDay }) => monthWords(monthOfDay(lastDay)))
  return months.map((month, at) =>
    months.indexOf(month) === months.lastIndexOf(month) ? month : `${month} (${at + 1})`,
  )
}

/** Fidelity of every component over the rounds, the weakest first. */
export function trendFigure(trends: readonly ComponentTrend[], rounds: readonly Round[], line: number): Figure {
  const [weakest] = trends
  const shown = trends.slice(0, mostLines)
  const above = trends.filter(({ latest }) => latest >= line - 1e-9).length
  const which = shown.length < trends.length ? ` The ${shown.length} weakest are shown.` : ''
  const first = weakest ? `Weakest: ${weakest.component.name}, ${percent(weakest.latest)}.` : ''
  return {
    id: 'component-trend',
    title: `${above} of ${counted(trends.length, 'component', 'components')} practiced with fidelity by a majority`,
    summary: `${first} Share of those observed with fidelity, all schools of a round together; ${both(line)}.${which}`,
    categoryLabel: 'Round',
    categories: roundLabels(rounds),
    series: shown.map(({ component, shares }) => ({ key: component.id, label: component.name, values: shares })),
    format: percent,
  }
}

/** Outcome beside fidelity, one point for every result that has observations before it. */
export function outcomeFigure(name: string, pairs: readonly OutcomePair[], title: string): Figure {
  return {
    id: 'outcome-fidelity',
    title,
    summary: `${counted(pairs.length, 'result', 'results')} of “${name}”, each beside the share with fidelity that was seen at the school in the half year before.`,
    categoryLabel: 'School and day',
    categories: pairs.map(({ unit, day }) => `${unit.name}, ${dayWords(day)}`),
    series: [
      { key: 'fidelity', label: 'With fidelity, %', values: pairs.map(({ fidelity }) => Math.round(fidelity * 100)) },
      { key: 'value', label: name, values: pairs.map(({ value }) => value) },
    ],
    format: formatNumber,
  }
}

/** Capacity of a place by subscale over time, the weakest first. */
export function capacityFigure({ unit, days, subscales, overall, line }: CapacityOverTime): Figure {
  const now = overall.at(-1) ?? 0
  const [weakest] = subscales
  return {
    id: 'capacity',
    title: `${unit.name}: ${percent(now)} of the points, the line is ${percent(line)}`,
    summary: weakest
      ? `Weakest subscale: ${weakest.name}, ${percent(weakest.latest)}. Systems count as in place from ${percent(line)}.`
      : '',
    categoryLabel: 'Assessed',
    categories: days.map(dayWords),
    series: [
      { key: 'overall', label: 'All subscales', values: overall },
      ...subscales.slice(0, mostLines - 1).map(({ name, shares }) => ({ key: name, label: name, values: shares })),
    ],
    format: percent,
  }
}

/** The latest capacity of every place that was assessed, the weakest first. */
export function placesFigure(places: readonly CapacityOverTime[]): Figure {
  const shown = places.toSorted((a, b) => (a.overall.at(-1) ?? 0) - (b.overall.at(-1) ?? 0)).slice(0, mostSchools)
  const line = places[0]?.line ?? 0
  const isAhead = places.some(({ overall, inForecast }) => Math.abs((overall.at(-1) ?? 0) - inForecast) > 1e-9)
  const forecast = { key: 'forecast', label: 'In the forecast', values: shown.map(({ inForecast }) => inForecast) }
  const above = places.filter(({ overall }) => (overall.at(-1) ?? 0) >= line - 1e-9).length
  return {
    id: 'capacity-places',
    title: `${above} of ${counted(places.length, 'place', 'places')} at the line when last assessed`,
    summary: `Points reached of all points${isAhead ? ', and what the forecast starts from' : ', which the forecast starts from'}; the line is ${percent(line)}.`,
    categoryLabel: 'School or district',
    categories: shown.map(({ unit }) => unit.name),
    series: [
      { key: 'latest', label: 'Last assessed', values: shown.map(({ overall }) => overall.at(-1) ?? null) },
      ...(isAhead ? [forecast] : []),
    ],
    format: percent,
  }
}
