import { cheapNearby } from './cheap-nearby'
import {
  Trial,
  withLevel,
  type Bounds,
  type Notebook,
  type Point,
  type Search,
  type SearchAnswer,
  type SearchQuestion,
  type SearchTarget,
} from './search-notebook'

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
 * one good point, then the least that each dimension needs alone, then branch and bound until nothing
 * cheaper is left or the trials are used up. Exact where it says `isProven`; the trials are bounded. The chance of the
 * answer is asked for by itself at the end.
 */
export function* cheapestPoint(notebook: Notebook, target: SearchTarget): Search {
  const trial = new Trial(notebook, target)
  const top = notebook.highest
  const isReached = yield* trial.reaches(top)
  if (isReached !== true) return { best: null, atLeastCents: notebook.costOf(top), isProven: isReached === false }
  const found = yield* cheapNearby(trial, target.below ?? top.map(() => 0))
  const low: number[] = []
  for (const at of top.keys()) low.push(yield* leastLevel(trial, withLevel(top, at, found[at] ?? 0), at))
  return yield* confirmed(trial, yield* settled(trial, { low, high: top }, found))
}
