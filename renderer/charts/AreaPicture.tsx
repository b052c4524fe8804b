import { useId } from 'react'
import { Area, AreaChart, Tooltip } from 'recharts'
import { EndLabels, labelRoom } from './EndLabels'
import { figurePoints, type Figure } from './figure'
import { Measured } from './Measured'
import { OverTimeAxes, type OverTime } from './OverTimeAxes'
import { seriesColour } from './palette'
import { seriesFill, SeriesPatterns } from './SeriesPatterns'

/** Parts of a whole over time, on top of each other, each named at its end, told apart by hatching as well as color. */
export function AreaPicture(props: OverTime) {
  return (
    <Measured height={props.height} width={props.width}>
      {(width) => <Areas {...props} width={width} />}
    </Measured>
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

function Areas({ figure, palette, height, domain, ticks, width }: OverTime & { readonly width: number }) {
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
      <OverTimeAxes figure={figure} palette={palette} domain={domain} {...(ticks ? { ticks } : {})} isCut />
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
