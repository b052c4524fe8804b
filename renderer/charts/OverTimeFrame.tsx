import type { ReactNode } from 'react'
import { EndLabels, type End } from './EndLabels'
import type { Figure } from './figure'
import type { Plot } from './over-time-plot'
import type { Palette } from './palette'
import { Readout } from './Readout'

/** What every picture over time is drawn from. */
export type OverTime = {
  readonly figure: Figure
  readonly palette: Palette
  /** Pixels. */
  readonly height: number
  /** The range of the value axis. */
  readonly domain: readonly [number, number | 'auto']
  /** Which categories get a tick. */
  readonly ticks?: readonly string[]
  /** Fixed width in pixels; without it the picture takes the width it is given. */
  readonly width?: number
}

type Props = {
  readonly figure: Figure
  readonly palette: Palette
  readonly width: number
  readonly height: number
  readonly plot: Plot
  /** The names beside the ends of what is drawn. */
  readonly ends: readonly End[]
  readonly children: ReactNode
}

/**
 * The grid, both axes and the names of a picture over time, and what the pointer reads from it. Drawn by hand, because it
 * is drawn anew at every step of a slider (docs/performance.md).
 */
export function OverTimeFrame({ figure, palette, width, height, plot, ends, children }: Props) {
  return (
    <div style={{ position: 'relative' }}>
      <svg
        role="img"
        aria-label={`${figure.title}. ${figure.summary}`}
        width={width}
        height={height}
        style={{ display: 'block' }}
      >
        <Axes plot={plot} palette={palette} />
        {children}
        <EndLabels ends={ends} plot={plot} />
      </svg>
      <Readout figure={figure} palette={palette} plot={plot} />
    </div>
  )
}

function Axes({ plot, palette }: { readonly plot: Plot; readonly palette: Palette }) {
  const { left, right, top, bottom, xTicks, yTicks } = plot
  return (
    <g fontSize={12} fill={palette.text}>
      {yTicks.map(({ at, label }) => (
        <g key={label}>
          <path d={`M${left},${at}H${right}`} stroke={palette.grid} />
          <text x={left - 8} y={at} dy="0.32em" textAnchor="end">
            {label}
          </text>
        </g>
      ))}
      {xTicks.map(({ at, label }) => (
        <g key={label}>
          <path d={`M${at},${bottom}v6`} stroke={palette.line} />
          <text x={at} y={bottom + 20} textAnchor="middle">
            {label}
          </text>
        </g>
      ))}
      <path d={`M${left},${top}V${bottom}H${right}`} stroke={palette.line} fill="none" />
    </g>
  )
}
