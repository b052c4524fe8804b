import { CartesianGrid, XAxis, YAxis } from 'recharts'
import type { Figure } from './figure'
import type { Palette } from './palette'

/** What every picture over time is drawn from. */
export type OverTime = {
  readonly figure: Figure
  readonly palette: Palette
  readonly height: number
  /** The range of the value axis. */
  readonly domain: readonly [number, number | 'auto']
  /** Which categories get a tick. */
  readonly ticks?: readonly string[]
  /** Fixed width in pixels; without it the picture takes the width it is given. */
  readonly width?: number
}

type Props = Pick<OverTime, 'figure' | 'palette' | 'domain' | 'ticks'> & {
  /** Values past the range are cut off instead of widening it. */
  readonly isCut?: boolean
}

/** The grid and both axes of a picture over time. */
export function OverTimeAxes({ figure, palette, domain, ticks, isCut = false }: Props) {
  return (
    <>
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
        allowDataOverflow={isCut}
        tickFormatter={figure.format}
        stroke={palette.line}
        tick={{ fill: palette.text, fontSize: 12 }}
        width={52}
      />
    </>
  )
}
