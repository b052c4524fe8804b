import type { Status } from '../forecast/headline'

export type Audience = 'board' | 'cabinet' | 'principal' | 'team'

/** How the values of a column or an axis are read. `longText` may take several lines, `money` is whole cents, `share` 0–1, `month` `YYYY-MM`. */
export type ValueKind = 'text' | 'longText' | 'count' | 'decimal' | 'money' | 'share' | 'fte' | 'month' | 'year'

/** A text may stand in a column of any kind ("fewer than 10", "–"); null is an empty cell. */
export type ReportCell = string | number | null

export type ReportColumn = { readonly label: string; readonly kind: ValueKind }

/** True for columns of words, which stand left; figures and months stand right. */
export const isWords = (column: ReportColumn | undefined): boolean =>
  column?.kind === 'text' || column?.kind === 'longText'

/** A row of another section, by the words in its first cell: where a figure stands in the report. */
export type FigurePlace = { readonly sectionId: SectionId; readonly row: string }

export type ReportTable = {
  readonly id: string
  readonly title: string
  readonly columns: readonly ReportColumn[]
  readonly rows: readonly (readonly ReportCell[])[]
  /** True where the last row sums up the others. */
  readonly hasTotal: boolean
  /** What the reader has to know about it; null where there is nothing. */
  readonly note: string | null
  /** True for what is too long for paper and window, and stands in the Excel report only. */
  readonly isInExcelOnly?: boolean
  /** Where the figure of each row stands in the report; null where it stands nowhere else. */
  readonly standsAt?: readonly (FigurePlace | null)[]
}

export type ReportSeries = {
  readonly key: string
  readonly label: string
  /** As many as the chart has places on its x axis. */
  readonly values: readonly (number | null)[]
}

/** A range around a series: 8 of 10 runs lie within it. */
export type ReportBand = {
  readonly label: string
  /** Which series it belongs to, from 0. */
  readonly seriesAt: number
  /** As many as the chart has places on its x axis. */
  readonly low: readonly number[]
  readonly high: readonly number[]
}

/** A chart as data: the window draws it, its table stands behind it on paper and in Excel. */
export type ReportChart = {
  readonly id: string
  /** The finding. */
  readonly title: string
  /** What the picture shows, in a sentence or two; also the alternative text. */
  readonly summary: string
  /** `dots`: a row of dots for each place on the x axis, one of each series. */
  readonly kind: 'line' | 'stackedArea' | 'stackedBar' | 'dots'
  readonly x: { readonly label: string; readonly kind: 'month' | 'year' | 'text'; readonly values: readonly string[] }
  readonly y: { readonly label: string; readonly kind: ValueKind }
  readonly series: readonly ReportSeries[]
  readonly bands?: readonly ReportBand[]
  /** Lines across the chart: "At-scale line". */
  readonly lines: readonly { readonly label: string; readonly value: number }[]
  /** True where a table of the section holds its figures, so that paper need not say them twice. */
  readonly isInTable?: boolean
}

/** What stands above status lines, wherever they are written. */
export const statusHeaders = ['Figure', 'Value', 'Status', 'What it means'] as const

/** One figure with its status as a word: never a colour alone. */
export type StatusLine = {
  readonly key: string
  readonly label: string
  readonly text: string
  readonly status: Status
  readonly statusWord: string
  readonly sentence: string
}

export type Block =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'statusLines'; readonly lines: readonly StatusLine[] }
  | { readonly kind: 'chart'; readonly chart: ReportChart }
  | { readonly kind: 'table'; readonly table: ReportTable }
  | {
      readonly kind: 'terms'
      readonly title: string
      readonly terms: readonly { readonly word: string; readonly text: string }[]
    }
  /** Sentences that follow on each other, numbered. */
  | { readonly kind: 'steps'; readonly title: string; readonly steps: readonly string[] }

export type SectionId =
  | 'summary'
  | 'what'
  | 'reach'
  | 'quality'
  | 'people'
  | 'money'
  | 'keep'
  | 'choices'
  | 'next'
  | 'notes'
  | 'sources'

export type ReportSection = {
  readonly id: SectionId
  /** One word for a tab: "Reach". */
  readonly name: string
  /** The finding as a sentence. */
  readonly title: string
  readonly blocks: readonly Block[]
}

/** The board report: one content for Excel, paper and screen. */
export type Report = {
  readonly district: string
  /** The scenario it is about; null: the current plan. */
  readonly scenario: string | null
  readonly audience: Audience
  /** First month of the forecast, `YYYY-MM`, and day of the report, `YYYY-MM-DD`. */
  readonly asOf: string
  readonly date: string
  readonly contact: string | null
  /** True where every page says so, in words. */
  readonly isDraft: boolean
  readonly sections: readonly ReportSection[]
  /** Where every figure comes from: the last sheet in Excel; too long for paper and window. */
  readonly sources: ReportSection
}

/** The word that stands on every page of a draft. */
export const draftMark = 'Draft'

/** Whether window and paper show a block; Excel has them all. */
export const isShown = (block: Block): boolean => block.kind !== 'table' || block.table.isInExcelOnly !== true

/** All charts of a report, in order: what the window has to draw. */
export const chartsOf = (report: Report): ReportChart[] =>
  report.sections.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'chart' ? [block.chart] : [])))

/** Money and shares show their unit in every cell, other figures in the head of their column. */
const withUnit = (label: string, { kind, label: unit }: ReportChart['y']): string =>
  kind === 'money' || kind === 'share' ? label : `${label} (${unit.toLowerCase()})`

/** The ends of a chart's ranges, each as a column of figures. */
export const bandEnds = ({ bands = [] }: ReportChart): Pick<ReportSeries, 'label' | 'values'>[] =>
  bands.flatMap(({ label, low, high }) => [
    { label: `${label}, low`, values: low },
    { label: `${label}, high`, values: high },
  ])

/** The same figures as the chart, one row for each place on its x axis: its series, the lines across it, the ends of its ranges. */
export const chartTable = (chart: ReportChart): ReportTable => {
  const { id, title, x, y, series, lines } = chart
  const ends = bandEnds(chart)
  return {
    id: `${id}-table`,
    title,
    columns: [
      { label: x.label, kind: x.kind },
      ...[...series, ...lines, ...ends].map(({ label }) => ({ label: withUnit(label, y), kind: y.kind })),
    ],
    rows: x.values.map((value, at) => [
      x.kind === 'year' ? Number(value) : value,
      ...series.map(({ values }) => values[at] ?? null),
      ...lines.map((line) => line.value),
      ...ends.map(({ values }) => values[at] ?? null),
    ]),
    hasTotal: false,
    note: null,
  }
}

/**
 * The same for paper: without the lines across, which are the same in every row and named in the picture; of a chart by
 * months one row a year and the last month, as the whole would fill pages.
 */
export const paperTable = (chart: ReportChart): ReportTable => {
  const all = chartTable(chart)
  const first = 1 + chart.series.length
  const isKept = (_: unknown, at: number): boolean => at < first || at >= first + chart.lines.length
  const whole = { ...all, columns: all.columns.filter(isKept), rows: all.rows.map((row) => row.filter(isKept)) }
  if (chart.x.kind !== 'month') return whole
  const rows = whole.rows.filter((_, at) => at % 12 === 0 || at === whole.rows.length - 1)
  return { ...whole, rows }
}
