import { percent } from '@shared/forecast/figure'
import { formatMoney } from '@shared/plan/format'
import { monthWords } from '@shared/plan/month'
import type { ReportChart, ValueKind } from '@shared/report/report'
import type { Figure } from './figure'

const short = (dollars: number): string =>
  Math.abs(dollars) >= 1_000_000
    ? `$${(dollars / 1_000_000).toFixed(1)}M`
    : Math.abs(dollars) >= 1000
      ? `$${Math.round(dollars / 1000)}k`
      : `$${Math.round(dollars)}`

/** How a value of a report is written on an axis: money in thousands or millions. */
export const axisText = (kind: ValueKind, value: number): string =>
  kind === 'money' ? short(value / 100) : valueText(kind, value)

/** How a value of a report is written in a table. Money in whole dollars, shares in whole percent. */
export function valueText(kind: ValueKind, value: number): string {
  if (kind === 'share') return percent(value)
  if (kind === 'money') return formatMoney(Math.round(value / 100) * 100)
  if (kind === 'year') return String(value)
  const digits = kind === 'count' ? 0 : kind === 'fte' ? 2 : 1
  return value.toLocaleString('en-US', { minimumFractionDigits: 0, maximumFractionDigits: digits })
}

/** A chart of the report as the window draws it. */
export const reportFigure = (chart: ReportChart): Figure => ({
  id: chart.id,
  title: chart.title,
  summary: chart.summary,
  categoryLabel: chart.x.label,
  categories: chart.x.kind === 'month' ? chart.x.values.map(monthWords) : chart.x.values,
  series: chart.series,
  bands: (chart.bands ?? []).map((band, at) => ({ ...band, key: `${chart.id}-band-${at}` })),
  format: (value) => axisText(chart.y.kind, value),
})
