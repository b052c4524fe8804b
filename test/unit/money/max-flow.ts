import { groupBy } from '@shared/money/grouping'

/** A pipe from one place to another that lets a whole amount through. */
export type Pipe = { from: string; to: string; room: number }

/**
 * The most that flows from `start` to `end`, by filling one path after the other (Ford and Fulkerson): slow, short, and
 * nothing like a linear program.
 */
export function mostFlow(pipes: readonly Pipe[], start = 'start', end = 'end'): number {
  const edges = pipes.flatMap(({ from, to, room }) => {
    const there = { to, room, back: null as null | { room: number } }
    const back = { to: from, room: 0, back: there as { room: number } }
    there.back = back
    return [
      { from, edge: there },
      { from: to, edge: back },
    ]
  })
  const leaving = groupBy(edges, ({ from }) => from)
  const push = (at: string, most: number, seen: Set<string>): number => {
    if (at === end) return most
    seen.add(at)
    for (const { edge } of leaving.get(at) ?? []) {
      if (edge.room <= 0 || seen.has(edge.to)) continue
      const pushed = push(edge.to, Math.min(most, edge.room), seen)
      if (pushed === 0) continue
      edge.room -= pushed
      if (edge.back) edge.back.room += pushed
      return pushed
    }
    return 0
  }
  let total = 0
  for (;;) {
    const pushed = push(start, Number.MAX_SAFE_INTEGER, new Set())
    if (pushed === 0) return total
    total += pushed
  }
}
