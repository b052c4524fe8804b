import { Area, ComposedChart, Line, ReferenceLine, Tooltip } from 'recharts'
import { EndLabels, labelRoom } from './EndLabels'
import { figurePoints } from './figure'
import { Measured } from './Measured'
import { OverTimeAxes, type OverTime } from './OverTimeAxes'
import { seriesColour, seriesDash } from './palette'

/** A horizontal line with a name, such as the majority line. */
export type ReferenceMark = { readonly value: number; readonly label: string }
/** A vertical line with a name, such as the month a grant ends. */
export type CategoryMark = { readonly category: string; readonly label: string }

type Props = OverTime & {
  readonly marks?: readonly ReferenceMark[]
  readonly categoryMarks?: readonly CategoryMark[]
}

/** Lines over time, each named at its end, told apart by dash as well as colour. */
export function LinePicture(props: Props) {
  return (
    <Measured height={props.height} width={props.width}>
      {(width) => <Lines {...props} width={width} />}
    </Measured>
  )
}

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
  const ends = figure.series.map((s, i) => ({
    label: s.label,
    value: s.values.findLast((value) => value !== null) ?? null,
    colour: seriesColour(palette, i),
  }))
  // a name beside its line stays inside the picture
  const isEarly = (category: string): boolean => figure.categories.indexOf(category) < figure.categories.length / 2
  return (
    <ComposedChart
      width={width}
      height={height}
      data={figurePoints(figure)}
      margin={{ top: 12, right: labelRoom(figure.series.map(({ label }) => label)), bottom: 4, left: 0 }}
      accessibilityLayer={false}
      role="img"
      aria-label={`${figure.title}. ${figure.summary}`}
    >
      <OverTimeAxes figure={figure} palette={palette} domain={domain} {...(ticks ? { ticks } : {})} />
      <Tooltip
        isAnimationActive={false}
        formatter={(value) =>
          Array.isArray(value) ? value.map((end) => figure.format(Number(end))).join('–') : figure.format(Number(value))
        }
        contentStyle={{ background: palette.background, borderColor: palette.grid, color: palette.text, fontSize: 13 }}
      />
      {marks.map((mark) => (
        <ReferenceLine
          key={mark.label}
          y={mark.value}
          stroke={palette.line}
          strokeWidth={1.5}
          strokeDasharray="3 3"
          label={{ value: mark.label, position: 'insideTopLeft', fill: palette.text, fontSize: 12 }}
        />
      ))}
      {categoryMarks.map((mark) => (
        <ReferenceLine
          key={mark.label}
          x={mark.category}
          stroke={palette.line}
          strokeDasharray="2 4"
          label={{
            value: mark.label,
            position: isEarly(mark.category) ? 'insideTopLeft' : 'insideTopRight',
            fill: palette.text,
            fontSize: 12,
          }}
        />
      ))}
      {(figure.bands ?? []).map((band) => (
        <Area
          key={band.key}
          dataKey={band.key}
          name={band.label}
          type="linear"
          stroke="none"
          fill={seriesColour(palette, band.seriesAt)}
          fillOpacity={0.16}
          isAnimationActive={false}
          activeDot={false}
        />
      ))}
      {figure.series.map((s, i) => (
        <Line
          key={s.key}
          dataKey={s.key}
          name={s.label}
          type="linear"
          stroke={seriesColour(palette, i)}
          strokeDasharray={seriesDash(i)}
          strokeWidth={2.25}
          dot={false}
          isAnimationActive={false}
        />
      ))}
      <EndLabels ends={ends} />
    </ComposedChart>
  )
}
