import { Trial, withLevel, type Bounds, type Point, type SearchQuestion } from './search-notebook'

/** Into how many parts the way to the most of everything is cut. */
const partsOfTheWay = 32

/** The largest step of a search from a good point, in levels. */
const largestStep = 16

/** The first point on the straight way from one point to the top that reaches the chance. The top reaches it. */
function* onTheWay(trial: Trial, from: Point): Generator<SearchQuestion, Point, Bounds> {
  const shareOf = (part: number): Point =>
    trial.notebook.highest.map((most, at) => {
      const least = from[at] ?? 0
      return Math.round(least + ((most - least) * part) / partsOfTheWay)
    })
  let no = 0
  let yes = partsOfTheWay
  while (yes - no > 1) {
    const middle = Math.floor((no + yes) / 2)
    if ((yield* trial.reaches(shareOf(middle))) === true) yes = middle
    else no = middle
  }
  return shareOf(yes)
}

/** The ways to a cheaper point, each with what it saves. */
type Ways = (point: Point, step: number) => Point[]

/** One dimension less. */
const less: Ways = (point, step) => point.map((level, at) => withLevel(point, at, Math.max(0, level - step)))

/** One dimension less and another more, by as much or by half of it. */
const waysToSwap =
  (top: Point): Ways =>
  (point, step) =>
    less(point, step).flatMap((lower, from) =>
      point.flatMap((level, to) => {
        const more = [step, Math.floor(step / 2)].map((by) => Math.min(top[to] ?? level, level + Math.max(1, by)))
        return to === from ? [] : [...new Set(more)].map((risen) => withLevel(lower, to, risen))
      }),
    )

type Order = (one: { saved: number }, other: { saved: number }) => number
const dearestFirst: Order = (one, other) => other.saved - one.saved
const nearestFirst: Order = (one, other) => one.saved - other.saved

/** Goes from a point to cheaper ones that reach the chance too, in ever smaller steps, while trials are left. */
function* cheaper(
  trial: Trial,
  from: Point,
  { ways, order, keep = 0 }: { readonly ways: Ways; readonly order: Order; readonly keep?: number },
): Generator<SearchQuestion, Point, Bounds> {
  const { notebook } = trial
  let point = from
  let step = Math.min(largestStep, 2 ** Math.floor(Math.log2(Math.max(1, ...from))))
  while (step >= 1) {
    const cost = notebook.costOf(point)
    const open = ways(point, step)
      .map((next) => ({ next, saved: cost - notebook.costOf(next) }))
      .filter(({ saved }) => saved > 0)
      .toSorted(order)
    let found: Point | null = null
    for (const { next } of open) {
      if (trial.left <= keep) return point
      if ((yield* trial.reaches(next)) !== true) continue
      found = next
      break
    }
    if (found === null) step = Math.floor(step / 2)
    else point = found
  }
  return point
}

/**
 * A cheap point that reaches the chance, which the top does: from the cheapest that is known already, or the first on
 * the straight way from a point below (nothing of anything, or what is best for a lower chance) to the top. First as much
 * is taken away as can be, then one dimension is given up for another; half of the trials are left. A search from the
 * top down alone ends far off where the dimensions stand in for each other.
 */
export function* cheapNearby(trial: Trial, below: Point): Generator<SearchQuestion, Point, Bounds> {
  const { notebook, chance } = trial
  const top = notebook.highest
  const lowering = { ways: less, order: dearestFirst }
  const risen = yield* cheaper(trial, yield* onTheWay(trial, below), lowering)
  const known = notebook.cheapest(chance)?.point ?? risen
  const start = notebook.costOf(known) < notebook.costOf(risen) ? yield* cheaper(trial, known, lowering) : risen
  const swapping = { ways: waysToSwap(top), order: nearestFirst, keep: Math.floor(trial.left / 2) }
  return yield* cheaper(trial, yield* cheaper(trial, start, swapping), lowering)
}
