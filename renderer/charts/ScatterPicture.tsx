import { CartesianGrid, Scatter, ScatterChart, Tooltip, XAxis, YAxis } from 'recharts'
import type { Figure } from './figure'
import { Measured } from './Measured'
import type { Palette } from './palette'
import { seriesColour } from './palette'

type Axis = { readonly label: string; readonly format: (value: number) => string }

type Props = {
  /** Its first two series are across and up, one point a category. */
  readonly figure: Figure
  readonly palette: Palette
  readonly height: number
  readonly across: Axis
  readonly up: Axis
}

/** One point for each category by two measures. */
export function ScatterPicture(props: Props) {
  return <Measured height={props.height}>{(width) => <Points {...props} width={width} />}</Measured>
}

function Points({ figure, palette, height, across, up, width }: Props & { readonly width: number }) {
  const [xs, ys] = figure.series
  const points = figure.categories.flatMap((category, at) => {
    const [x, y] = [xs?.values[at] ?? null, ys?.values[at] ?? null]
    return x === null || y === null ? [] : [{ category, x, y }]
  })
  return (
    <ScatterChart
      width={width}
      height={height}
      margin={{ top: 12, right: 24, bottom: 22, left: 8 }}
      accessibilityLayer={false}
      role="img"
      aria-label={`${figure.title}. ${figure.summary}`}
    >
      <CartesianGrid stroke={palette.grid} />
      <XAxis
        type="number"
        dataKey="x"
        name={across.label}
        tickFormatter={across.format}
        stroke={palette.line}
        tick={{ fill: palette.text, fontSize: 12 }}
        label={{ value: across.label, position: 'insideBottom', offset: -14, fill: palette.text, fontSize: 12 }}
      />
      <YAxis
        type="number"
        dataKey="y"
        name={up.label}
        domain={['auto', 'auto']}
        tickFormatter={up.format}
        stroke={palette.line}
        tick={{ fill: palette.text, fontSize: 12 }}
        width={52}
      />
      <Tooltip
        isAnimationActive={false}
        cursor={{ stroke: palette.grid }}
        formatter={(value, name) => (name === across.label ? across.format(Number(value)) : up.format(Number(value)))}
        contentStyle={{ background: palette.background, borderColor: palette.grid, color: palette.text, fontSize: 13 }}
      />
      <Scatter data={points} fill={seriesColour(palette, 0)} shape="diamond" isAnimationActive={false} />
    </ScatterChart>
  )
}
