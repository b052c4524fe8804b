import { percent } from '@shared/forecast/figure'
import { figureOf, type Headline } from '@shared/forecast/headline'
import { weakestDrawn } from '@shared/forecast/progress-figures'
import { planSeries, type DistrictRun } from '@shared/forecast/run'
import { addMonths, monthWords } from '@shared/plan/month'
import type { SampleSummary } from '@shared/model/bands'
import type { Figure, FigureBand } from './figure'

type Seen = { readonly runs: readonly DistrictRun[]; readonly headline: Headline }

/** The months of a forecast in words, as the categories of a chart. */
export const monthCategories = (headline: Headline): string[] =>
  Array.from(headline.weakest, (_, month) => monthWords(addMonths(headline.asOf, month)))

/** One tick a year, half a year where the forecast is short. */
export const monthTicks = (categories: readonly string[]): string[] =>
  categories.filter((_, month) => month % (categories.length > 36 ? 12 : 6) === 0)

const band = (key: string, label: string, seriesAt: number, likely: SampleSummary | null | undefined): FigureBand[] => {
  if (!likely) return []
  const { p10, p90 } = likely.bands.bottleneck
  return [{ key, label, low: [...p10], high: [...p90], seriesAt }]
}

/** How the practice spreads on a plan: using it at all, and with fidelity over all components and at the weakest essential one. */
export function forecastFigure({ runs, headline }: Seen, likely?: SampleSummary | null): Figure {
  const using = planSeries(runs, 'using')
  const fidelity = planSeries(runs, 'fidelity')
  const adoption = Array.from(using, (value, month) => value + (fidelity[month] ?? 0))
  return {
    id: 'forecast',
    title: figureOf(headline, 'atScaleMonth').sentence,
    summary: figureOf(headline, 'fidelity').sentence,
    categoryLabel: 'Month',
    categories: monthCategories(headline),
    series: [
      { key: 'weakest', label: 'Weakest component', values: [...headline.weakest] },
      { key: 'fidelity', label: 'All components', values: [...fidelity] },
      { key: 'adoption', label: 'Using it at all', values: adoption },
    ],
    bands: band('likely', 'Likely range of the weakest component', 0, likely),
    format: percent,
  }
}

/** Two plans beside each other, by the share with fidelity at the weakest essential component. */
export function comparedFigure(
  baseline: Headline,
  other: Headline,
  words: { readonly name: string; readonly title: string },
  likely: { readonly baseline: SampleSummary | null; readonly other: SampleSummary | null },
): Figure {
  const { name, title } = words
  return {
    id: 'compared',
    title,
    summary: `Now planned: ${figureOf(baseline, 'atScaleMonth').sentence} ${name}: ${figureOf(other, 'atScaleMonth').sentence} ${weakestDrawn}`,
    categoryLabel: 'Month',
    categories: monthCategories(baseline),
    series: [
      { key: 'baseline', label: 'Current plan', values: [...baseline.weakest] },
      { key: 'other', label: name, values: [...other.weakest] },
    ],
    bands: [
      ...band('likelyBaseline', 'Likely range of the current plan', 0, likely.baseline),
      ...band('likelyOther', `Likely range, ${name}`, 1, likely.other),
    ],
    format: percent,
  }
}

/** A plan among those that stand side by side; its likely range is drawn as soon as it is known. */
export type SidePlan = {
  readonly id: string
  readonly name: string
  readonly headline: Headline
  readonly summary: SampleSummary | null
}

/** Several plans over each other, the current one first, by the share with fidelity at the weakest essential component. */
export function sideBySideFigure(plans: readonly SidePlan[], title: string): Figure {
  const [first] = plans
  return {
    id: 'side-by-side',
    title,
    summary: `${plans.map(({ name, headline }) => `${name}: ${figureOf(headline, 'atScaleMonth').sentence}`).join(' ')} ${weakestDrawn}`,
    categoryLabel: 'Month',
    categories: first ? monthCategories(first.headline) : [],
    series: plans.map(({ id, name, headline }) => ({ key: id, label: name, values: [...headline.weakest] })),
    bands: plans.flatMap(({ id, name, summary }, at) => band(`likely ${id}`, `Likely range, ${name}`, at, summary)),
    format: percent,
  }
}
