/** What can be wrong with a ModelInput. */
export type ModelInputProblemCode =
  | 'not-an-object'
  | 'not-a-list'
  | 'not-text'
  | 'not-a-number'
  | 'not-a-boolean'
  | 'not-finite'
  | 'not-whole'
  | 'not-a-month'
  | 'missing'
  | 'unknown-key'
  | 'unknown-id'
  | 'unknown-choice'
  | 'unknown-version'
  | 'duplicate-id'
  | 'duplicate-pair'
  | 'out-of-range'
  | 'wrong-length'
  | 'empty-list'
  | 'sum-not-one'
  | 'sum-above-one'

/** One refused value: the path to it (`supports.sessions[3].groupIds[0]`, empty for the whole) and what is wrong. */
export interface ModelInputProblem {
  readonly code: ModelInputProblemCode
  readonly path: string
  readonly message: string
}

/** After this many problems the check stops: nobody reads more, and a hostile file must not fill the memory. */
export const maximumProblems = 100

/** Collects problems; `isFull` tells the checks to stop. */
export class ProblemList {
  readonly problems: ModelInputProblem[] = []

  get isFull(): boolean {
    return this.problems.length >= maximumProblems
  }

  add(code: ModelInputProblemCode, path: string, message: string): void {
    if (!this.isFull) this.problems.push({ code, path, message })
  }
}

/** The path of a field below `path`: `.key`, or `["key"]` where the key is not a plain name. */
export function fieldPath(path: string, key: string): string {
  if (!/^[A-Za-z_$][\w$]*$/.test(key)) return `${path}[${JSON.stringify(key)}]`
  return path === '' ? key : `${path}.${key}`
}
