/** What a chart shows, as data: the same for the picture, the table beside it and the summary. */
export type FigureSeries = {
  readonly key: string
  readonly label: string
  /** One value for every category; null where there is none. */
  readonly values: readonly (number | null)[]
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
  /** How a value is written, in the table and on the axis. */
  readonly format: (value: number) => string
}

/** A figure as rows of text, for the table twin and for copying. */
export const figureTable = (figure: Figure): { head: string[]; rows: string[][] } => ({
  head: [figure.categoryLabel, ...figure.series.map((s) => s.label)],
  rows: figure.categories.map((category, i) => [
    category,
    ...figure.series.map((s) => {
      const value = s.values[i]
      return value === null || value === undefined ? '–' : figure.format(value)
    }),
  ]),
})

/** The points of a figure as recharts wants them: one object a category. */
export const figurePoints = (figure: Figure): Record<string, string | number | null>[] =>
  figure.categories.map((category, i) => ({
    category,
    ...Object.fromEntries(figure.series.map((s) => [s.key, s.values[i] ?? null])),
  }))
