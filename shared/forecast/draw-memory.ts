import type { Bounds, Point } from './search-notebook'

const unknown = 0
const met = 1
const missed = 2

const covers = (one: Point, other: Point): boolean => one.every((level, at) => level >= (other[at] ?? 0))

/** What is known of the draws of one point: a code for each, and how many there are of them. */
class Outcomes {
  readonly codes: Uint8Array
  met = 0
  missed = 0

  constructor(draws: number) {
    this.codes = new Uint8Array(draws)
  }

  note(draw: number, code: number): void {
    if (this.codes[draw] !== unknown) return
    this.codes[draw] = code
    if (code === met) this.met += 1
    else this.missed += 1
  }

  get bounds(): Bounds {
    const draws = this.codes.length
    return { atLeast: this.met / draws, atMost: (draws - this.missed) / draws }
  }
}

/** How many draws are looked at to guess whether a point reaches the chance: the order of the others follows from it. */
const guesses = 3

/**
 * Which draws of which staffings meet the goal, as far as is known. With the same luck more staff never makes a draw
 * miss what it met with less (a test holds the model to it), so what one staffing shows is known of those above or below
 * it, and only open draws are made: as few as it takes to tell for certain whether a chance is reached.
 */
export class DrawMemory {
  readonly #known: { readonly point: Point; readonly outcomes: Outcomes }[] = []
  /** How often each draw met the goal less how often it missed: lucky draws are high. */
  readonly #luck: Float64Array

  constructor(draws: number) {
    this.#luck = new Float64Array(draws)
  }

  /** What the others tell of a point. */
  #told(point: Point): Outcomes {
    const told = new Outcomes(this.#luck.length)
    for (const { point: other, outcomes } of this.#known) {
      const code = covers(point, other) ? met : covers(other, point) ? missed : unknown
      if (code === unknown) continue
      outcomes.codes.forEach((outcome, draw) => {
        if (outcome === code) told.note(draw, code)
      })
    }
    return told
  }

  /**
   * Bounds on the chance of a point, tight enough to tell whether it reaches `chance`; null: its chance itself, every
   * draw made, whatever others tell. `prepare` gets the test of a draw ready where one has to be made.
   */
  boundsOf(point: Point, chance: number | null, prepare: () => (draw: number) => boolean): Bounds {
    const outcomes = chance === null ? new Outcomes(this.#luck.length) : this.#told(point)
    const isOpen = (): boolean =>
      chance === null || (outcomes.bounds.atLeast < chance && outcomes.bounds.atMost >= chance)
    if (!isOpen()) return outcomes.bounds
    const isMet = prepare()
    const make = (draw: number): void => {
      if (outcomes.codes[draw] !== unknown) return
      const code = isMet(draw) ? met : missed
      outcomes.note(draw, code)
      this.#luck[draw] = (this.#luck[draw] ?? 0) + (code === met ? 1 : -1)
    }
    for (const draw of this.#inOrder(outcomes, chance ?? 0, make)) {
      if (!isOpen()) break
      make(draw)
    }
    this.#known.push({ point, outcomes })
    return outcomes.bounds
  }

  /**
   * The draws in the order that settles soonest: some on the border between enough and too few are made first; where
   * they meet the goal, the luckiest come next, else the unluckiest.
   */
  #inOrder({ codes }: Outcomes, chance: number, make: (draw: number) => void): number[] {
    const luckiest = [...this.#luck.keys()].sort((a, b) => (this.#luck[b] ?? 0) - (this.#luck[a] ?? 0))
    const border = Math.min(Math.ceil(chance * luckiest.length), luckiest.length - 1)
    const asked = luckiest
      .slice(border)
      .filter((draw) => codes[draw] === unknown)
      .slice(0, guesses)
    for (const draw of asked) make(draw)
    const good = asked.filter((draw) => codes[draw] === met)
    return good.length * 2 > asked.length ? luckiest : luckiest.toReversed()
  }
}
