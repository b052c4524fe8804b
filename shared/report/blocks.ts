import type { Figure } from '../forecast/figure'
import { endRange } from '../forecast/likely'
import { figureOf, statusWords, type FigureKey, type Headline } from '../forecast/headline'
import { addMonths } from '../plan/month'
import { lastTime, type LastReport } from './last-report'
import type { Block, ReportBand, ReportChart, ReportTable, StatusLine } from './report'
import type { PlanFacts } from './report-input'

export const paragraph = (text: string): Block => ({ kind: 'paragraph', text })
export const chart = (value: ReportChart): Block => ({ kind: 'chart', chart: value })

/** A table; one without rows is left away, so the list is empty then. */
export const table = (value: Omit<ReportTable, 'hasTotal' | 'note'> & Partial<ReportTable>): Block[] =>
  value.rows.length === 0 ? [] : [{ kind: 'table', table: { hasTotal: false, note: null, ...value } }]

const statusLine = ({ key, label, text, status, sentence }: Figure, last: LastReport | null): StatusLine => ({
  key,
  label,
  text,
  status,
  statusWord: statusWords[status],
  sentence: `${sentence}${lastTime(last, key)}`,
})

/** Figures of the headline with the words of their status, in the order of `keys`, and what the last report said where it is given. */
export const statusLines = (
  headline: Headline,
  keys: readonly FigureKey[],
  last: LastReport | null = null,
): StatusLine[] => keys.map((key) => statusLine(figureOf(headline, key), last))

/** The likely range of the share with fidelity around a series, under a name of its own; none where the draws were not made. */
export const likelyBand = ({ likely, headline }: PlanFacts, label: string, seriesAt: number): ReportBand[] => {
  if (likely === null) return []
  const { p10, p90 } = likely.summary.bands.bottleneck
  const byMonth = (values: ArrayLike<number>): number[] =>
    Array.from(headline.weakest, (_, month) => values[month] ?? 0)
  return [{ label, seriesAt, low: byMonth(p10), high: byMonth(p90) }]
}

/** "8 in 10 chances: 46–69%", as a sentence behind what a chart shows; empty where the draws were not made. */
export const likelyWords = ({ likely }: PlanFacts): string =>
  likely === null ? '' : ` Likely range at the end (8 in 10 chances): ${endRange(likely.summary)}.`

/** The months of a forecast, `YYYY-MM`. */
export const monthsOf = ({ asOf, weakest }: Headline): string[] =>
  Array.from(weakest, (_, month) => addMonths(asOf, month))

/** What it costs in one sentence that stands by itself; the Money section has it as its title. */
export const costSentence = (headline: Headline): string => {
  const { text, sentence, value } = figureOf(headline, 'cost')
  return value === 0 ? sentence : `The plan costs ${text}: ${sentence}`
}
