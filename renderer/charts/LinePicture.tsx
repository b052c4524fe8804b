import { area, line } from 'd3-shape'
import { labelRoom } from './EndLabels'
import type { Figure, FigureBand, FigureSeries } from './figure'
import { Measured } from './Measured'
import { OverTimeFrame, type OverTime } from './OverTimeFrame'
import { namedApart, plotOf, type Plot } from './over-time-plot'
import { seriesColour, seriesDash, type Palette } from './palette'

/** A horizontal line with a name, such as the majority line. */
export type ReferenceMark = { readonly value: number; readonly label: string }
/** A vertical line with a name, such as the month a grant ends. */
export type CategoryMark = { readonly category: string; readonly label: string }

type Props = OverTime & {
  readonly marks?: readonly ReferenceMark[]
  readonly categoryMarks?: readonly CategoryMark[]
}

/** Where there are few values, such as rounds of observations, each is marked. */
const fewValues = 12

/** Lines over time, each named at its end, told apart by dash as well as colour. */
export function LinePicture(props: Props) {
  return (
    <Measured height={props.height} width={props.width}>
      {(width) => <Lines {...props} width={width} />}
    </Measured>
  )
}

const mostIn = ({ series, bands = [] }: Figure, marks: readonly ReferenceMark[]): number =>
  Math.max(
    0,
    ...series.flatMap(({ values }) => values.map((value) => value ?? 0)),
    ...bands.flatMap(({ high }) => high),
    ...marks.map(({ value }) => value),
  )

function Lines({
  figure,
  palette,
  height,
  domain,
  marks = [],
  categoryMarks = [],
  ticks,
  width,
}: Props & { width: number }) {
  const room = labelRoom(figure.series.map(({ label }) => label))
  const plot = plotOf({ figure, width, height, domain, most: mostIn(figure, marks), room, ticks })
  const ends = figure.series.map(({ label, values }, i) => ({
    label,
    value: values.findLast((value) => value !== null) ?? null,
    colour: seriesColour(palette, i),
  }))
  return (
    <OverTimeFrame figure={figure} palette={palette} width={width} height={height} plot={plot} ends={ends}>
      {(figure.bands ?? []).map((band) => (
        <Band key={band.key} band={band} plot={plot} palette={palette} />
      ))}
      <Marks marks={marks} categoryMarks={categoryMarks} figure={figure} plot={plot} palette={palette} />
      {figure.series.map((series, i) => (
        <Line key={series.key} series={series} at={i} plot={plot} palette={palette} />
      ))}
    </OverTimeFrame>
  )
}

type Drawn = { readonly plot: Plot; readonly palette: Palette }

function Band({ band: { low, high, seriesAt }, plot, palette }: Drawn & { readonly band: FigureBand }) {
  const shape = area<number>()
    .x((_, at) => plot.x(at))
    .y0((_, at) => plot.y(low[at] ?? 0))
    .y1((value) => plot.y(value))
  return <path d={shape([...high]) ?? ''} fill={seriesColour(palette, seriesAt)} fillOpacity={0.16} />
}

function Line({ series, at, plot, palette }: Drawn & { readonly series: FigureSeries; readonly at: number }) {
  const colour = seriesColour(palette, at)
  const { key, values } = series
  const shape = line<number | null>()
    .defined((value) => value !== null)
    .x((_, category) => plot.x(category))
    .y((value) => plot.y(value ?? 0))
  return (
    <g>
      <path
        data-line={key}
        d={shape([...values]) ?? ''}
        fill="none"
        stroke={colour}
        strokeWidth={2.25}
        strokeDasharray={seriesDash(at)}
      />
      {values.length <= fewValues &&
        values.map((value, category) => {
          const x = plot.x(category)
          return value === null ? null : <circle key={x} cx={x} cy={plot.y(value)} r={3} fill={colour} />
        })}
    </g>
  )
}

type MarksProps = Drawn & {
  readonly marks: readonly ReferenceMark[]
  readonly categoryMarks: readonly CategoryMark[]
  readonly figure: Figure
}

const rowHeight = 15

function Marks({ marks, categoryMarks, figure, plot, palette }: MarksProps) {
  const { left, right, top, bottom } = plot
  const places = categoryMarks.map(({ category, label }) => ({
    label,
    at: plot.x(figure.categories.indexOf(category)),
  }))
  return (
    <g fontSize={12} fill={palette.text}>
      {marks.map(({ label, value }) => (
        <g key={label}>
          <path
            d={`M${left},${plot.y(value)}H${right}`}
            stroke={palette.line}
            strokeWidth={1.5}
            strokeDasharray="3 3"
          />
          <Name x={left + 6} y={plot.y(value) + rowHeight} palette={palette}>
            {label}
          </Name>
        </g>
      ))}
      {namedApart(places, plot).map(({ label, at, isBefore, row }) => (
        <g key={label}>
          <path d={`M${at},${top}V${bottom}`} stroke={palette.line} strokeDasharray="2 4" />
          <Name x={isBefore ? at - 6 : at + 6} y={top + (row + 1) * rowHeight} isEnd={isBefore} palette={palette}>
            {label}
          </Name>
        </g>
      ))}
    </g>
  )
}

type NameProps = {
  readonly x: number
  readonly y: number
  /** True: it ends there. */
  readonly isEnd?: boolean
  readonly palette: Palette
  readonly children: string
}

/** Words in the picture, on a rim of the background so that a line through them does not cross them out. */
const Name = ({ x, y, isEnd = false, palette, children }: NameProps) => (
  <text
    x={x}
    y={y}
    textAnchor={isEnd ? 'end' : 'start'}
    stroke={palette.background}
    strokeWidth={3}
    paintOrder="stroke"
  >
    {children}
  </text>
)
