import { useElementSize } from '@mantine/hooks'
import { useId } from 'react'
import { Area, AreaChart, CartesianGrid, Tooltip, XAxis, YAxis } from 'recharts'
import { EndLabels, labelRoom } from './EndLabels'
import { figurePoints, type Figure } from './figure'
import { seriesColour, type Palette } from './palette'
import { seriesFill, SeriesPatterns } from './SeriesPatterns'

type Props = {
  readonly figure: Figure
  readonly palette: Palette
  readonly height: number
  /** The range of the value axis. */
  readonly domain: readonly [number, number | 'auto']
  /** Which categories get a tick. */
  readonly ticks?: readonly string[]
  readonly width?: number
}

/** Parts of a whole over time, on top of each other, each named at its end, told apart by hatching as well as color. */
export function AreaPicture(props: Props) {
  const { ref, width } = useElementSize()
  const drawn = props.width ?? width
  return (
    <div ref={ref} style={{ height: props.height, minWidth: 0 }}>
      {drawn > 0 && <Areas {...props} width={drawn} />}
    </div>
  )
}

/** The middle of each part where the picture ends, for its name; on the edge of the one below where it has nothing there. */
export const middles = ({ series }: Figure): number[] => {
  let below = 0
  return series.map(({ values }) => {
    const value = values.at(-1) ?? 0
    const middle = below + value / 2
    below += value
    return middle
  })
}

function Areas({ figure, palette, height, domain, ticks, width }: Props & { width: number }) {
  const prefix = useId()
  const at = middles(figure)
  const ends = figure.series.map(({ label }, i) => ({
    label,
    value: at[i] ?? null,
    colour: seriesColour(palette, i),
  }))
  return (
    <AreaChart
      width={width}
      height={height}
      data={figurePoints(figure)}
      margin={{ top: 12, right: labelRoom(figure.series.map(({ label }) => label)), bottom: 4, left: 0 }}
      accessibilityLayer={false}
      role="img"
      aria-label={`${figure.title}. ${figure.summary}`}
    >
      <SeriesPatterns palette={palette} prefix={prefix} count={figure.series.length} />
      <CartesianGrid stroke={palette.grid} vertical={false} />
      <XAxis
        dataKey="category"
        stroke={palette.line}
        tick={{ fill: palette.text, fontSize: 12 }}
        minTickGap={24}
        {...(ticks ? { ticks: [...ticks], interval: 'preserveStart' as const } : {})}
      />
      <YAxis
        domain={[...domain]}
        allowDataOverflow
        tickFormatter={figure.format}
        stroke={palette.line}
        tick={{ fill: palette.text, fontSize: 12 }}
        width={52}
      />
      <Tooltip
        isAnimationActive={false}
        formatter={(value) => figure.format(Number(value))}
        contentStyle={{ background: palette.background, borderColor: palette.grid, color: palette.text, fontSize: 13 }}
      />
      {figure.series.map(({ key, label }, i) => (
        <Area
          key={key}
          dataKey={key}
          name={label}
          type="linear"
          stackId="all"
          stroke={seriesColour(palette, i)}
          strokeWidth={1.5}
          fill={seriesFill(palette, prefix, i)}
          fillOpacity={1}
          isAnimationActive={false}
          activeDot={false}
        />
      ))}
      <EndLabels ends={ends} />
    </AreaChart>
  )
}
