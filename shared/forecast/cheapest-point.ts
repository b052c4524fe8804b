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
const withLevel = (point: Point, at: number, level: number): Point => point.with(at, level)

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
class Trial {
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

/** The least level of one dimension that still reaches the chance, the others as they are. `point` reaches it. */
function* leastLevel(trial: Trial, point: Point, at: number): Generator<SearchQuestion, number, Bounds> {
  let no = -1
  let yes = point[at] ?? 0
  while (yes - no > 1) {
    const middle = Math.floor((no + yes) / 2)
    const isEnough = yield* trial.reaches(withLevel(point, at, middle))
    if (isEnough === null) return no + 1
    if (isEnough) yes = middle
    else no = middle
  }
  return yes
}

/** Takes away as much as it can from a point that reaches the chance, the dearest first, in ever smaller steps. */
function* lowered(trial: Trial, from: Point): Generator<SearchQuestion, Point, Bounds> {
  let point = from
  const { notebook } = trial
  for (let step = 2 ** Math.floor(Math.log2(Math.max(1, ...from))); step >= 1; step = Math.floor(step / 2)) {
    for (let isMoving = true; isMoving;) {
      isMoving = false
      const ways = point.flatMap((level, at) => {
        const less = withLevel(point, at, Math.max(0, level - step))
        const saved = notebook.costOf(point) - notebook.costOf(less)
        return saved > 0 ? [{ less, saved }] : []
      })
      for (const { less } of ways.sort((a, b) => b.saved - a.saved)) {
        if ((yield* trial.reaches(less)) !== true) continue
        point = less
        isMoving = true
        break
      }
      if (trial.left <= 0) return point
    }
  }
  return point
}

/** Part of the space: `low` costs least in it, `high` gives the best chance. */
type Box = { readonly low: Point; readonly high: Point }

/** Cuts a box in two where the cost is most open. */
function halves(notebook: Notebook, { low, high }: Box): [Box, Box] {
  const open = low.map((level, at) => {
    return notebook.costOf(withLevel(low, at, high[at] ?? level)) - notebook.costOf(low)
  })
  const isWide = low.map((level, at) => (high[at] ?? level) > level)
  const widest = open.reduce(
    (most, gap, at) => (isWide[at] && (most === -1 || gap > (open[most] ?? 0)) ? at : most),
    -1,
  )
  const middle = Math.floor(((low[widest] ?? 0) + (high[widest] ?? 0)) / 2)
  return [
    { low, high: withLevel(high, widest, middle) },
    { low: withLevel(low, widest, middle + 1), high },
  ]
}

/** Where branch and bound came to: the best point, what nothing costs less than, and whether that was all. */
type Settled = Omit<SearchAnswer, 'best'> & { readonly point: Point }

/** Branch and bound over boxes: those that cannot reach the chance, or cost more than the best point, are left out. */
function* settled(trial: Trial, whole: Box, found: Point): Generator<SearchQuestion, Settled, Bounds> {
  const { notebook } = trial
  let best = found
  let boxes: Box[] = [whole]
  const cheapest = (): Box | undefined =>
    boxes.reduce<Box | undefined>(
      (least, box) => (least && notebook.costOf(least.low) <= notebook.costOf(box.low) ? least : box),
      undefined,
    )
  for (let box = cheapest(); box; box = cheapest()) {
    const bound = notebook.costOf(box.low)
    if (bound >= notebook.costOf(best)) break
    const isEnough = yield* trial.reaches(box.low)
    const isPossible = isEnough === true ? true : yield* trial.reaches(box.high)
    if (isEnough === null || isPossible === null) return { point: best, atLeastCents: bound, isProven: false }
    const { low } = box
    boxes = boxes.filter((other) => other !== box)
    if (isEnough) best = low
    else if (isPossible) boxes.push(...halves(notebook, box))
    boxes = boxes.filter((other) => notebook.costOf(other.low) < notebook.costOf(best))
  }
  return { point: best, atLeastCents: notebook.costOf(best), isProven: true }
}

/** The chance of the best point itself; where it falls short of what its neighbours vouch for, the next best's. */
function* confirmed({ notebook, chance }: Trial, { point, atLeastCents, isProven }: Settled): Search {
  const known = notebook.known(point)
  const question = { point, chance: null }
  const best = known?.isExact ? known : notebook.note(question, yield question)
  if (best.atLeast >= chance) return { best, atLeastCents, isProven }
  for (let next = notebook.cheapest(chance); next; next = notebook.cheapest(chance)) {
    if (next.isExact) return { best: next, atLeastCents, isProven: false }
    const further = { point: next.point, chance: null }
    notebook.note(further, yield further)
  }
  return { best: null, atLeastCents, isProven: false }
}

/**
 * Searches for the cheapest point that reaches a chance, where more of anything never makes the chance smaller: first
 * one good point from the top down, then the least that each dimension needs alone, then branch and bound until nothing
 * cheaper is left or the trials are used up. Exact where it says `isProven`; the trials are bounded. The chance of the
 * answer is asked for by itself at the end.
 */
export function* cheapestPoint(notebook: Notebook, target: SearchTarget): Search {
  const trial = new Trial(notebook, target)
  const top = notebook.highest
  const isReached = yield* trial.reaches(top)
  if (isReached !== true) return { best: null, atLeastCents: notebook.costOf(top), isProven: isReached === false }
  const found = yield* lowered(trial, notebook.cheapest(target.chance)?.point ?? top)
  const low: number[] = []
  for (const at of top.keys()) low.push(yield* leastLevel(trial, withLevel(top, at, found[at] ?? 0), at))
  return yield* confirmed(trial, yield* settled(trial, { low, high: top }, found))
}
