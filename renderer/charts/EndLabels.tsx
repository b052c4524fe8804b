import { usePlotArea, useYAxisScale } from 'recharts'

type End = { readonly label: string; readonly value: number | null; readonly colour: string }

const lineHeight = 15

/** Pixels that the names at the right need: 12 pixels bold are about 8 a letter. */
export const labelRoom = (labels: readonly string[]): number =>
  Math.min(260, 16 + 8 * Math.max(0, ...labels.map((label) => label.length)))

/** The names of lines beside their ends, moved apart where they would lie on each other. */
export function EndLabels({ ends }: { readonly ends: readonly End[] }) {
  const plot = usePlotArea()
  const scale = useYAxisScale()
  if (!plot || !scale) return null
  const placed = ends
    .flatMap((end) => {
      const y = end.value === null ? undefined : scale(end.value)
      return y === undefined ? [] : [{ ...end, y }]
    })
    .sort((a, b) => a.y - b.y)
  const apart = spread(
    placed.map((end) => end.y),
    lineHeight,
    plot.y + plot.height,
  )
  return (
    <g>
      {placed.map((end, i) => (
        <text
          key={end.label}
          x={plot.x + plot.width + 8}
          y={apart[i]}
          dy="0.32em"
          fill={end.colour}
          fontSize={12}
          fontWeight={600}
        >
          {end.label}
        </text>
      ))}
    </g>
  )
}

/** Moves sorted positions down, then up from `end`, until they are at least `gap` apart. */
export const spread = (sorted: readonly number[], gap: number, end: number): number[] => {
  const places = [...sorted]
  for (let i = 1; i < places.length; i++) places[i] = Math.max(places[i] ?? 0, (places[i - 1] ?? 0) + gap)
  for (let i = places.length - 1; i >= 0; i--) {
    const limit = i === places.length - 1 ? end : (places[i + 1] ?? 0) - gap
    places[i] = Math.min(places[i] ?? 0, limit)
  }
  return places
}
