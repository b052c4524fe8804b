import { useId } from 'react'
import { Bar, BarChart, CartesianGrid, Legend, Tooltip, XAxis, YAxis } from 'recharts'
import { figurePoints, type Figure } from './figure'
import { Measured } from './Measured'
import type { Palette } from './palette'
import { seriesFill, SeriesPatterns } from './SeriesPatterns'

type Props = {
  readonly figure: Figure
  readonly palette: Palette
  readonly height: number
  readonly width?: number
}

/** Stacked bars, one a category; each part has a border, every second one is hatched, and the legend names them, so colour is not the only sign. */
export function BarPicture(props: Props) {
  return (
    <Measured height={props.height} width={props.width}>
      {(width) => <Bars {...props} width={width} />}
    </Measured>
  )
}

const legendText = (colour: string) =>
  function LegendText(label: string) {
    return <span style={{ color: colour }}>{label}</span>
  }

function Bars({ figure, palette, height, width }: Props & { width: number }) {
  const prefix = useId()
  return (
    <BarChart
      width={width}
      height={height}
      data={figurePoints(figure)}
      margin={{ top: 12, right: 12, bottom: 4, left: 12 }}
      accessibilityLayer={false}
      role="img"
      aria-label={`${figure.title}. ${figure.summary}`}
    >
      <SeriesPatterns palette={palette} prefix={prefix} count={figure.series.length} />
      <CartesianGrid stroke={palette.grid} vertical={false} />
      <XAxis dataKey="category" stroke={palette.line} tick={{ fill: palette.text, fontSize: 12 }} />
      <YAxis
        tickFormatter={figure.format}
        stroke={palette.line}
        tick={{ fill: palette.text, fontSize: 12 }}
        width={72}
      />
      <Tooltip
        isAnimationActive={false}
        cursor={{ fill: palette.grid, opacity: 0.35 }}
        formatter={(value) => figure.format(Number(value))}
        contentStyle={{ background: palette.background, borderColor: palette.grid, color: palette.text, fontSize: 13 }}
      />
      <Legend itemSorter={null} wrapperStyle={{ fontSize: 12 }} formatter={legendText(palette.text)} />
      {figure.series.map((s, i) => (
        <Bar
          key={s.key}
          dataKey={s.key}
          name={s.label}
          stackId="all"
          fill={seriesFill(palette, prefix, i)}
          stroke={palette.background}
          isAnimationActive={false}
        />
      ))}
    </BarChart>
  )
}
