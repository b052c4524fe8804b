/** How large the data of one message may be. `values` counts every value in it, `characters` all text and keys. */
export type Limit = { readonly values: number; readonly characters: number; readonly depth: number }

const children = (value: object): readonly unknown[] => (Array.isArray(value) ? value : Object.values(value))

function isPlain(value: object): boolean {
  if (Array.isArray(value)) return true
  const prototype: unknown = Object.getPrototypeOf(value)
  // an own key "__proto__" would become a prototype wherever the value is copied key by key
  return (prototype === Object.prototype || prototype === null) && !Object.hasOwn(value, '__proto__')
}

const charactersOf = (value: unknown): number => {
  if (typeof value === 'string') return value.length
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 0
  return Object.keys(value).reduce((sum, key) => sum + key.length, 0)
}

/**
 * True for plain data (texts, numbers, yes/no, lists, objects) within the limit. Walks level by level, not by recursion,
 * so that neither depth nor a circle in the data can exhaust the stack.
 */
export function isWithin(data: unknown, limit: Limit): boolean {
  let values = 0
  let characters = 0
  let level: unknown[] = [data]
  for (let depth = 0; level.length > 0; depth++) {
    values += level.length
    if (depth > limit.depth || values > limit.values) return false
    const below: unknown[] = []
    for (const value of level) {
      characters += charactersOf(value)
      if (characters > limit.characters) return false
      if (typeof value !== 'object' || value === null) continue
      if (!isPlain(value)) return false
      for (const child of children(value)) below.push(child)
      if (values + below.length > limit.values) return false
    }
    level = below
  }
  return true
}
