import type { Plan } from './plan'
import type { TableName } from './table-name'

type Known<R> = { readonly below: WeakMap<object, Known<R>>; answer?: { readonly value: R } }

const nothingKnown = <R>(): Known<R> => ({ below: new WeakMap() })

/**
 * What is derived from some tables of a plan, worked out once for the same versions of them: a plan in which only other
 * tables changed has the same answer. Tables are never changed in place, and neither may the answer be; it is dropped
 * together with the tables.
 */
export function oncePerTables<T extends TableName, R>(
  names: readonly T[],
  derive: (tables: Pick<Plan, T>) => R,
): (tables: Pick<Plan, T>) => R {
  const root = nothingKnown<R>()
  return (tables) => {
    let known = root
    for (const name of names) {
      const next = known.below.get(tables[name]) ?? nothingKnown<R>()
      known.below.set(tables[name], next)
      known = next
    }
    known.answer ??= { value: derive(tables) }
    return known.answer.value
  }
}

/** What is derived from a value that is never changed in place, worked out once for each value. */
export function oncePer<V extends object, R>(derive: (value: V) => R): (value: V) => R {
  const known = new WeakMap<V, { readonly answer: R }>()
  return (value) => {
    const before = known.get(value) ?? { answer: derive(value) }
    known.set(value, before)
    return before.answer
  }
}
