import type { Plot } from './over-time-plot'

/** What a line is called beside its end; null where it has none. */
export type End = { readonly label: string; readonly value: number | null; readonly colour: string }

const lineHeight = 15

/** Pixels that the names at the right need: 12 pixels bold are about 8 a letter. */
export const labelRoom = (labels: readonly string[]): number =>
  Math.min(260, 16 + 8 * Math.max(0, ...labels.map((label) => label.length)))

/** The names of lines beside their ends, moved apart where they would lie on each other. */
export function EndLabels({ ends, plot }: { readonly ends: readonly End[]; readonly plot: Plot }) {
  const placed = ends
    .flatMap((end) => (end.value === null ? [] : [{ ...end, y: plot.y(end.value) }]))
    .sort((a, b) => a.y - b.y)
  const apart = spread(
    placed.map((end) => end.y),
    lineHeight,
    plot.bottom,
  )
  return (
    <g fontSize={12} fontWeight={600}>
      {placed.map((end, i) => (
        <text key={end.label} x={plot.right + 8} y={apart[i]} dy="0.32em" fill={end.colour}>
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
