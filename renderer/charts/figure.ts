/** What a chart shows, as data: the same for the picture, the table beside it and the summary. */
export type FigureSeries = {
  readonly key: string
  readonly label: string
  /** One value for every category; null where there is none. */
  readonly values: readonly (number | null)[]
}

/** A range around a line; one low and one high value for every category. */
export type FigureBand = {
  readonly key: string
  readonly label: string
  readonly low: readonly number[]
  readonly high: readonly number[]
  /** Which series it belongs to, counted from 0: it takes that one's color. */
  readonly seriesAt: number
}

export type Figure = {
  readonly id: string
  /** The finding, as a sentence. */
  readonly title: string
  /** One to three sentences that say what the picture says. */
  readonly summary: string
  readonly categoryLabel: string
  readonly categories: readonly string[]
  readonly series: readonly FigureSeries[]
  readonly bands?: readonly FigureBand[]
  /** How a value is written, in the table and on the axis. */
  readonly format: (value: number) => string
}

const columnsOf = ({ series, bands = [] }: Figure): Pick<FigureSeries, 'label' | 'values'>[] => [
  ...series,
  ...bands.flatMap(({ label, low, high }) => [
    { label: `${label}, low`, values: low },
    { label: `${label}, high`, values: high },
  ]),
]

/** A figure as rows of text, for the table twin and for copying. */
export const figureTable = (figure: Figure): { head: string[]; rows: string[][] } => ({
  head: [figure.categoryLabel, ...columnsOf(figure).map(({ label }) => label)],
  rows: figure.categories.map((category, i) => [
    category,
    ...columnsOf(figure).map(({ values }) => {
      const value = values[i]
      return value === null || value === undefined ? '–' : figure.format(value)
    }),
  ]),
})

/** The points of a figure as recharts wants them: one object a category. */
export const figurePoints = (figure: Figure): Record<string, string | number | null | [number, number]>[] =>
  figure.categories.map((category, i) => ({
    category,
    ...Object.fromEntries(figure.series.map((s) => [s.key, s.values[i] ?? null])),
    ...Object.fromEntries(
      (figure.bands ?? []).map(({ key, low, high }): [string, [number, number]] => [key, [low[i] ?? 0, high[i] ?? 0]]),
    ),
  }))
