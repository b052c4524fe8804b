import type { Row } from './tables'

type Component = Pick<Row<'component'>, 'id' | 'prerequisiteIds'>

/** The ids of everything that builds on a component, directly or by way of others; the component itself too. */
function buildsOn(components: readonly Component[], id: string): Set<string> {
  const users = new Map<string, string[]>()
  for (const component of components) {
    for (const needed of component.prerequisiteIds) users.set(needed, [...(users.get(needed) ?? []), component.id])
  }
  const found = new Set<string>()
  const waiting = [id]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (found.has(next)) continue
    found.add(next)
    waiting.push(...(users.get(next) ?? []))
  }
  return found
}

/** The components that one may need first without a circle: all that do not build on it. In the given order. */
export function possiblePrerequisites<C extends Component>(components: readonly C[], id: string): C[] {
  const after = buildsOn(components, id)
  return components.filter((component) => !after.has(component.id))
}

/**
 * Components in an order in which each comes after all it needs first; otherwise in the given order. Needs that are not
 * among them are passed over; should there be a circle, which a valid plan does not have, its components come last.
 */
export function prerequisiteOrder<C extends Component>(components: readonly C[]): C[] {
  const among = new Set(components.map(({ id }) => id))
  const placed = new Set<string>()
  const ordered: C[] = []
  let waiting = [...components]
  while (waiting.length > 0) {
    const next = waiting.find(({ prerequisiteIds }) => prerequisiteIds.every((id) => placed.has(id) || !among.has(id)))
    if (!next) return [...ordered, ...waiting]
    ordered.push(next)
    placed.add(next.id)
    waiting = waiting.filter((component) => component !== next)
  }
  return ordered
}
