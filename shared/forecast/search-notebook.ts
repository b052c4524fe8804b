/** A staffing as whole steps by dimension (a tenth of an FTE of one kind of staff in one fiscal year). */
export type Point = readonly number[]

/** What is searched: every dimension from 0 to the last of its costs, which never fall; costs add up. */
export type SearchSpace = {
  /** Cents by dimension and level. */
  readonly costs: readonly (readonly number[])[]
}

/** Between which values a chance lies, 0–1; both are the same where it is known. */
export type Bounds = { readonly atLeast: number; readonly atMost: number }

/** A point that was tried, with what it costs and what is known of the chance that it gives. */
export type Tried = Bounds & {
  readonly point: Point
  readonly costCents: number
  /** True where its chance was asked for, not only whether it reaches one. */
  readonly isExact: boolean
}

export type SearchTarget = {
  readonly chance: number
  /** How many points may be tried in this search; points tried before cost nothing. */
  readonly mostTrials: number
  /** A point from which to go up, such as the best for a lower chance; without one, nothing of anything. */
  readonly below?: Point
}

/** The cheapest point found; null: not even the most of everything reaches the chance. */
export type SearchAnswer = {
  readonly best: Tried | null
  /** No point that reaches the chance costs less than this. */
  readonly atLeastCents: number
  /** True where nothing cheaper reaches the chance; false where the trials ran out before that was sure. */
  readonly isProven: boolean
}

/** Whether a point reaches a chance: the answer bounds its chance on one side of it. Null: what its chance is. */
export type SearchQuestion = { readonly point: Point; readonly chance: number | null }

/** A search asks about one point at a time, and is told between which values its chance lies. */
export type Search = Generator<SearchQuestion, SearchAnswer, Bounds>

const covers = (one: Point, other: Point): boolean => one.every((level, at) => level >= (other[at] ?? 0))
const keyOf = (point: Point): string => point.join(' ')
export const withLevel = (point: Point, at: number, level: number): Point => point.with(at, level)

/** Everything tried so far; one notebook may serve several searches of one space, which then share their trials. */
export class Notebook {
  readonly #tried = new Map<string, Tried>()
  readonly #space: SearchSpace

  constructor(space: SearchSpace) {
    this.#space = space
  }

  get tried(): Tried[] {
    return [...this.#tried.values()]
  }

  get highest(): Point {
    return this.#space.costs.map((levels) => Math.max(0, levels.length - 1))
  }

  costOf(point: Point): number {
    return point.reduce((sum, level, at) => sum + (this.#space.costs[at]?.[level] ?? 0), 0)
  }

  /** Keeps the answer to a question. */
  note({ point, chance }: SearchQuestion, { atLeast, atMost }: Bounds): Tried {
    const tried = { point, atLeast, atMost, costCents: this.costOf(point), isExact: chance === null }
    this.#tried.set(keyOf(point), tried)
    return tried
  }

  /** The cheapest point that was tried and reaches a chance. */
  cheapest(chance: number): Tried | null {
    return this.tried
      .filter(({ atLeast }) => atLeast >= chance)
      .reduce<Tried | null>((least, one) => (least && least.costCents <= one.costCents ? least : one), null)
  }

  known(point: Point): Tried | undefined {
    return this.#tried.get(keyOf(point))
  }

  /** Whether a point reaches a chance, as far as it or its neighbours tell: more staff never makes the chance smaller. */
  reaches(point: Point, chance: number): boolean | null {
    const known = this.known(point)
    if (known && known.atLeast >= chance) return true
    if (known && known.atMost < chance) return false
    for (const tried of this.#tried.values()) {
      if (tried.atLeast >= chance && covers(point, tried.point)) return true
      if (tried.atMost < chance && covers(tried.point, point)) return false
    }
    return null
  }
}

/** One search, with what it may still try. */
export class Trial {
  left: number
  readonly notebook: Notebook
  readonly chance: number

  constructor(notebook: Notebook, { chance, mostTrials }: SearchTarget) {
    this.notebook = notebook
    this.chance = chance
    this.left = mostTrials
  }

  /** Whether a point reaches the chance; null where that would take more trials than are left. */
  *reaches(point: Point): Generator<SearchQuestion, boolean | null, Bounds> {
    const told = this.notebook.reaches(point, this.chance)
    if (told !== null) return told
    if (this.left <= 0) return null
    this.left -= 1
    const question = { point, chance: this.chance }
    return this.notebook.note(question, yield question).atLeast >= this.chance
  }
}
