import { CartesianGrid, Legend, ReferenceLine, Scatter, ScatterChart, Tooltip, XAxis, YAxis } from 'recharts'
import type { Figure } from './figure'
import type { ReferenceMark } from './LinePicture'
import { Measured } from './Measured'
import { seriesColour, type Palette } from './palette'

type Props = {
  readonly figure: Figure
  readonly palette: Palette
  /** The range of the value axis. */
  readonly domain: readonly [number, number | 'auto']
  readonly marks?: readonly ReferenceMark[]
  /** A fixed width in pixels; without it the picture takes the width that there is. */
  readonly width?: number | undefined
}

const shapes = ['circle', 'diamond', 'triangle', 'square'] as const
const usualRow = 34
/** Of many rows, and of as many that they have to fit on a page of paper. */
const lowRow = { many: 24, most: 17 } as const
const roomAround = 96

const heightOf = ({ categories: { length } }: Figure, isPaper: boolean): number =>
  roomAround + length * (length > 24 ? lowRow.most : isPaper || length > 9 ? lowRow.many : usualRow)

/** Dots in a row for each category, told apart by shape as well as color, against lines with names. */
export function DotPicture(props: Props) {
  const height = heightOf(props.figure, props.width !== undefined)
  return (
    <Measured height={height} width={props.width}>
      {(width) => <Dots {...props} width={width} height={height} />}
    </Measured>
  )
}

type Size = { readonly width: number; readonly height: number }

const legendText = (colour: string) =>
  function LegendText(label: string) {
    return <span style={{ color: colour }}>{label}</span>
  }

function Dots({ figure, palette, domain, marks = [], width, height }: Props & Size) {
  const longest = Math.max(...figure.categories.map((category) => category.length))
  return (
    <ScatterChart
      width={width}
      height={height}
      margin={{ top: 22, right: 24, bottom: 4, left: 4 }}
      accessibilityLayer={false}
      role="img"
      aria-label={`${figure.title}. ${figure.summary}`}
    >
      <CartesianGrid stroke={palette.grid} horizontal={false} />
      <XAxis
        type="number"
        dataKey="value"
        domain={[...domain]}
        tickFormatter={figure.format}
        stroke={palette.line}
        tick={{ fill: palette.text, fontSize: 12 }}
      />
      <YAxis
        type="category"
        dataKey="category"
        allowDuplicatedCategory={false}
        reversed
        interval={0}
        stroke={palette.line}
        tick={{ fill: palette.text, fontSize: 12 }}
        width={Math.min(220, 20 + 7 * longest)}
      />
      <Tooltip
        isAnimationActive={false}
        cursor={false}
        formatter={(value) => (typeof value === 'number' ? figure.format(value) : value)}
        contentStyle={{ background: palette.background, borderColor: palette.grid, color: palette.text, fontSize: 13 }}
      />
      <Legend itemSorter={null} wrapperStyle={{ fontSize: 12 }} formatter={legendText(palette.text)} />
      {marks.map((mark) => (
        <ReferenceLine
          key={mark.label}
          x={mark.value}
          stroke={palette.line}
          strokeWidth={1.5}
          strokeDasharray="3 3"
          label={{ value: mark.label, position: 'top', fill: palette.text, fontSize: 12 }}
        />
      ))}
      {figure.series.map((s, i) => (
        <Scatter
          key={s.key}
          name={s.label}
          data={figure.categories.flatMap((category, at) => {
            const value = s.values[at] ?? null
            return value === null ? [] : [{ category, value }]
          })}
          fill={seriesColour(palette, i)}
          shape={shapes[i % shapes.length] ?? 'circle'}
          legendType={shapes[i % shapes.length] ?? 'circle'}
          isAnimationActive={false}
        />
      ))}
    </ScatterChart>
  )
}
