import type { ChangeView } from '../change-view'
import type { Problem } from '../problem'
import { idsIn } from '../references'
import type { Rule } from '../rule'
import type { AnyRow } from '../tables'

type Chain = { readonly table: 'unit' | 'component'; readonly key: string; readonly words: string }

const chains: readonly Chain[] = [
  { table: 'unit', key: 'parentId', words: 'be part of itself' },
  { table: 'component', key: 'prerequisiteIds', words: 'be needed before itself' },
]

/**
 * The rows on a way from `start` back to `start`, or null. `clear` gathers rows from which no way leads into a circle, so
 * that however many rows are checked, each is walked through once.
 */
const circleFrom = (view: ChangeView, { table, key }: Chain, start: string, clear: Set<string>): string[] | null => {
  const way: string[] = []
  const isOnWay = new Set<string>()
  const steps: { id: string; rest: string[] }[] = []
  const enter = (id: string): void => {
    const row: AnyRow | undefined = view.row(table, id)
    steps.push({ id, rest: row === undefined ? [] : [...idsIn(row, key)] })
    way.push(id)
    isOnWay.add(id)
  }
  enter(start)
  for (let step = steps.at(-1); step !== undefined; step = steps.at(-1)) {
    const next = step.rest.pop()
    if (next === undefined) {
      clear.add(step.id)
      isOnWay.delete(step.id)
      way.pop()
      steps.pop()
    } else if (isOnWay.has(next)) return way.slice(way.indexOf(next))
    else if (!clear.has(next)) enter(next)
  }
  return null
}

/** The first circle that the changes close, told at a row on it that they touch; further ones wait until it is gone. */
const problemIn = (view: ChangeView, chain: Chain): Problem | null => {
  const { table, key, words } = chain
  const changed = view.changed(table, [key])
  const changedIds = new Set(changed.map(({ id }) => id))
  const clear = new Set<string>()
  for (const { id } of changed) {
    const circle = clear.has(id) ? null : circleFrom(view, chain, id, clear)
    const at = circle?.findIndex((on) => changedIds.has(on)) ?? -1
    if (circle === null || at < 0) continue
    const way = [...circle.slice(at), ...circle.slice(0, at + 1)]
    const names = way.map((on) => view.nameOf(table, on))
    const message = `${names[0] ?? ''} cannot ${words}: ${names.join(' → ')}.`
    return { table, id: way[0] ?? id, field: key, code: 'circle', message }
  }
  return null
}

/** No place is part of itself, and no component is needed before itself, over however many steps. */
export const circles: Rule = (view) => chains.map((chain) => problemIn(view, chain)).filter((found) => found !== null)
