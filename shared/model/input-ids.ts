import { type Fields, textField } from './input-fields'
import { fieldPath, type ProblemList } from './input-problem'

/** The ids of one list of a ModelInput, each with its place in the list. */
export class IdTable {
  readonly #places = new Map<string, number>()

  get size(): number {
    return this.#places.size
  }

  /** Takes an id in; false where it is there already. */
  add(id: string): boolean {
    if (this.#places.has(id)) return false
    this.#places.set(id, this.#places.size)
    return true
  }

  /** The place of an id, undefined where it is unknown. */
  indexOf(id: string): number | undefined {
    return this.#places.get(id)
  }

  /** A required text field that must be one of these ids; empty where it is not, with the problem told. */
  knownField(fields: Fields, key: string, path: string, problems: ProblemList): string {
    const id = textField(fields, key, path, problems)
    if (id === null) return ''
    if (!this.#places.has(id)) problems.add('unknown-id', fieldPath(path, key), `there is no “${id}”`)
    return id
  }
}
