import { area } from 'd3-shape'
import { useId } from 'react'
import { labelRoom } from './EndLabels'
import type { Figure } from './figure'
import { Measured } from './Measured'
import { OverTimeFrame, type OverTime } from './OverTimeFrame'
import { plotOf } from './over-time-plot'
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

/** The lower and upper edge of each part in every category. */
export function edges({ categories, series }: Figure): { low: number[]; high: number[] }[] {
  let below = categories.map(() => 0)
  return series.map(({ values }) => {
    const low = below
    below = low.map((value, at) => value + (values[at] ?? 0))
    return { low, high: below }
  })
}

function Areas({ figure, palette, height, domain, ticks, width }: OverTime & { readonly width: number }) {
  const prefix = useId()
  const parts = edges(figure)
  const room = labelRoom(figure.series.map(({ label }) => label))
  const plot = plotOf({ figure, width, height, domain, most: Math.max(0, ...(parts.at(-1)?.high ?? [])), room, ticks })
  // a name stands in the middle of its part, on the edge of the one below where it has nothing at the end
  const ends = figure.series.map(({ label }, i) => ({
    label,
    value: ((parts[i]?.low.at(-1) ?? 0) + (parts[i]?.high.at(-1) ?? 0)) / 2,
    colour: seriesColour(palette, i),
  }))
  return (
    <OverTimeFrame figure={figure} palette={palette} width={width} height={height} plot={plot} ends={ends}>
      <SeriesPatterns palette={palette} prefix={prefix} count={figure.series.length} />
      {parts.map(({ low, high }, i) => {
        const shape = area<number>()
          .x((_, at) => plot.x(at))
          .y0((_, at) => plot.y(low[at] ?? 0))
          .y1((value) => plot.y(value))
        const { key } = figure.series[i] ?? { key: String(i) }
        return (
          <g key={key} data-area={key}>
            <path d={shape(high) ?? ''} fill={seriesFill(palette, prefix, i)} />
            <path d={shape.lineY1()(high) ?? ''} fill="none" stroke={seriesColour(palette, i)} strokeWidth={1.5} />
          </g>
        )
      })}
    </OverTimeFrame>
  )
}
