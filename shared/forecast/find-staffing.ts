import { err, ok, type Result } from '../plan/result'
import { applyChanges } from '../plan/apply'
import type { Change } from '../plan/change'
import { monthWords } from '../plan/month'
import type { Plan } from '../plan/plan'
import { settingsOf } from '../plan/settings'
import { cheapestPoint } from './cheapest-point'
import { compileForecast, type Missing } from './compile'
import { DrawMemory } from './draw-memory'
import { dollars, percent } from './figure'
import { changesOfPoint, levelsOf, staffingSpace, type StaffingSpace, type StaffingTarget } from './least-staffing'
import {
  Notebook,
  type Bounds,
  type Point,
  type SearchAnswer,
  type SearchQuestion,
  type Tried,
} from './search-notebook'
import { chanceOf, chanceOfHolding, drawTest } from './staffing-draws'
import { plannedByYear } from './staffing-years'
import type { YearLevel } from './staffing-lever'

/** A staffing that was tried: FTE by fiscal year, the cost of the whole plan with it, and the chance that it gives. */
export type Staffing = {
  readonly coach: readonly YearLevel[]
  readonly systems: readonly YearLevel[]
  readonly costCents: number
  readonly chance: number
}

/** Why the target is not met: the money, the most staff allowed, or something that more staff does not help. */
export type BindingLimit = 'budget' | 'staffAllowed' | 'notStaffing'

export type StaffingAnswer = {
  readonly target: StaffingTarget
  readonly draws: number
  /** How many staffings were tried. */
  readonly trials: number
  /** The cheapest staffing that meets the chance, whatever the budget; null where none does. */
  readonly best: Staffing | null
  /** Whether nothing cheaper meets it, and what it cannot cost less than. */
  readonly isProven: boolean
  readonly atLeastCents: number
  /** The chance of holding at scale for the months of the settings, of the best staffing and as planned: a push may not. */
  readonly holding: { readonly best: number | null; readonly planned: number }
  readonly limit: BindingLimit | null
  /** The best chance that was found within the budget; null without a budget, or where none is within it. */
  readonly withinBudget: Staffing | null
  /** As planned now, and the most that was allowed. */
  readonly planned: Staffing
  readonly most: Staffing
  /** Cost against chance: staffings that no cheaper one beats, cheapest first. */
  readonly frontier: readonly Staffing[]
  readonly sentence: string
}

export type StaffingOptions = {
  readonly draws: number
  readonly seed: number
  /** How many staffings the search for the target may try; half as many again go into the frontier, a third more into a second look. */
  readonly mostTrials: number
  /** Told after every trial: the share of the trials that are used up, 0–1. */
  readonly onProgress: (done: number) => void
  readonly newId: () => string
}

/** Further chances for which the cheapest staffing is looked for, to draw the frontier. */
const frontierChances = [0.5, 0.6, 0.7, 0.8, 0.9, 0.95]

const noCheaperBeats = (tried: readonly Tried[]): Tried[] => {
  const frontier: Tried[] = []
  for (const one of tried.toSorted((a, b) => a.costCents - b.costCents || b.atLeast - a.atLeast)) {
    if (one.isExact && one.atLeast > (frontier.at(-1)?.atLeast ?? 0)) frontier.push(one)
  }
  return frontier
}

const listed = (levels: readonly YearLevel[]): string =>
  levels.map(({ fiscalYear, fte }) => `${fte.toFixed(1)} in FY ${fiscalYear}`).join(', ')

/** "Coaches 4.0 in FY 2027, …; system building 2.0 in FY 2027, …". */
const staffingWords = ({ coach, systems }: Pick<Staffing, 'coach' | 'systems'>): string =>
  `coaches ${listed(coach)}; system building ${listed(systems)}`

type Told = Omit<StaffingAnswer, 'sentence'>

/** "at scale by Jun 2029 and holding for 24 months". */
export const goalWords = (target: StaffingTarget, holdMonths: number): string =>
  `at scale by ${monthWords(target.by)}${target.holds ? ` and holding for ${holdMonths} months` : ''}`

/** What the search says of anything cheaper, among staffings in tenths of an FTE by kind and fiscal year. */
function sureWords({ isProven, atLeastCents, trials }: Told): string {
  if (isProven) return 'Nothing cheaper does, in steps of 0.1 FTE a year.'
  return `Nothing under ${dollars(atLeastCents)} can, in steps of 0.1 FTE a year; whether anything between the two does was still open after ${trials} staffings were tried.`
}

function sentenceOf(all: Told, holdMonths: number): string {
  const { target, best, limit, most, withinBudget, holding } = all
  const goal = `${goalWords(target, holdMonths)} with a chance of ${percent(target.chance)}`
  if (!best) {
    const why =
      limit === 'staffAllowed'
        ? 'What binds is the most staff allowed.'
        : 'More staff does not help: what binds is training, time, turnover or the line itself.'
    return `It cannot be ${goal}: even the most staff gives ${percent(most.chance)}. ${why}`
  }
  const sure = sureWords(all)
  const held = target.holds
    ? ''
    : ` The chance that it then holds is ${percent(holding.best ?? 0)}; as planned it is ${percent(holding.planned)}.`
  const found = `The cheapest staffing found that is ${goal} brings the plan to ${dollars(best.costCents)}: ${staffingWords(best)}. ${sure}${held}`
  if (limit !== 'budget') return found
  const inside = withinBudget
    ? ` Within the budget the best found gives ${percent(withinBudget.chance)}: ${staffingWords(withinBudget)}.`
    : ' Nothing that was tried is within the budget.'
  return `The budget of ${dollars(target.budgetCents ?? 0)} binds. ${found}${inside}`
}

/** What a search leaves to be told. */
type Found = { readonly answer: SearchAnswer; readonly notebook: Notebook; readonly space: StaffingSpace }

function limitOf({ budgetCents, mostFte }: StaffingTarget, { answer, space }: Found): BindingLimit | null {
  if (!answer.best)
    return mostFte?.coach !== undefined || mostFte?.systems !== undefined ? 'staffAllowed' : 'notStaffing'
  const cost = space.baseCents + answer.best.costCents
  return budgetCents !== null && cost > budgetCents ? 'budget' : null
}

function told(plan: Plan, target: StaffingTarget, found: Found, options: StaffingOptions): StaffingAnswer {
  const { answer, notebook, space } = found
  const { draws, seed } = options
  const staffing = ({ point, costCents, atLeast }: Tried): Staffing => ({
    coach: levelsOf(space, point, 'coach'),
    systems: levelsOf(space, point, 'systems'),
    costCents: Math.round(space.baseCents + costCents),
    chance: atLeast,
  })
  const heldBy = (point: Point): number | null => {
    const changed = applyChanges(plan, changesOfPoint(plan, space, point, options.newId))
    return changed.ok ? chanceOfHolding(changed.value, options) : null
  }
  const { budgetCents } = target
  const frontier = noCheaperBeats(notebook.tried).map(staffing)
  const top = notebook.known(notebook.highest)
  const within = budgetCents === null ? undefined : frontier.findLast(({ costCents }) => costCents <= budgetCents)
  const years = new Set(space.years.map(({ fiscalYear }) => fiscalYear))
  const ofYears = (levels: readonly YearLevel[]) => levels.filter(({ fiscalYear }) => years.has(fiscalYear))
  const planned = {
    coach: ofYears(plannedByYear(plan, 'coach')),
    systems: ofYears(plannedByYear(plan, 'systems')),
    costCents: Math.round(space.baseCents + space.plannedCents),
    chance: chanceOf(plan, target, { draws, seed }),
  }
  const without = {
    target,
    draws,
    trials: notebook.tried.length,
    best: answer.best && staffing(answer.best),
    isProven: answer.isProven,
    atLeastCents: Math.round(space.baseCents + answer.atLeastCents),
    holding: { best: answer.best && heldBy(answer.best.point), planned: chanceOfHolding(plan, options) },
    limit: limitOf(target, found),
    withinBudget: within ?? null,
    planned,
    most: top ? staffing(top) : planned,
    frontier,
  }
  return { ...without, sentence: sentenceOf(without, settingsOf(plan).sustainMonths) }
}

/** An answer, or one that later trials found to be cheaper. */
function improved(first: SearchAnswer, later: SearchAnswer): SearchAnswer {
  if (later.isProven) return later
  const best = first.best && later.best && later.best.costCents < first.best.costCents ? later.best : first.best
  return { best, isProven: false, atLeastCents: Math.max(first.atLeastCents, later.atLeastCents) }
}

/** Answers what a search asks about staffings; every draw is made with the same luck, and made once where others tell. */
function answering(plan: Plan, target: StaffingTarget, space: StaffingSpace, options: StaffingOptions) {
  const memory = new DrawMemory(options.draws)
  return ({ point, chance }: SearchQuestion): Bounds =>
    memory.boundsOf(point, chance, () => {
      const changed = applyChanges(plan, changesOfPoint(plan, space, point, options.newId))
      return (changed.ok && drawTest(changed.value, target, options.seed)) || (() => false)
    })
}

/**
 * Finds the cheapest coaches and system builders, by fiscal year in tenths of an FTE, that bring every district to scale
 * by a month, and hold it there where that is asked, with a chance; the years that this looks at are searched, later
 * ones stay as planned. Every chance comes from the same draws, so that more staff never looks worse by bad luck.
 */
export function findStaffing(
  plan: Plan,
  target: StaffingTarget,
  options: StaffingOptions,
): Result<StaffingAnswer, Missing[]> {
  const compiled = compileForecast(plan)
  if (!compiled.ok) return err(compiled.error)
  const { mostTrials, onProgress } = options
  const space = staffingSpace(plan, compiled.value, target)
  const notebook = new Notebook(space)
  const boundsOf = answering(plan, target, space, options)
  const perFurther = Math.ceil(mostTrials / 2 / frontierChances.length)
  const mostInAll = mostTrials + perFurther * frontierChances.length + Math.ceil(mostTrials / 3)
  const search = (chance: number, trials: number, below?: Point): SearchAnswer => {
    const steps = cheapestPoint(notebook, { chance, mostTrials: trials, ...(below ? { below } : {}) })
    let step = steps.next()
    while (step.done !== true) {
      const bounds = boundsOf(step.value)
      onProgress(Math.min(1, (notebook.tried.length + 1) / mostInAll))
      step = steps.next(bounds)
    }
    return step.value
  }
  const first = search(target.chance, mostTrials)
  let below = first.best?.point
  for (const chance of frontierChances.filter((one) => one > target.chance))
    below = search(chance, perFurther, below).best?.point ?? below
  // what reaches a higher chance reaches a lower one too
  for (const chance of frontierChances.filter((one) => one < target.chance).toReversed()) search(chance, perFurther)
  // what was found for other chances is another place to begin
  const answer = first.isProven ? first : improved(first, search(target.chance, Math.ceil(mostTrials / 3)))
  const top = { point: notebook.highest, chance: null }
  if (!notebook.known(top.point)?.isExact) notebook.note(top, boundsOf(top))
  onProgress(1)
  return ok(told(plan, target, { answer, notebook, space }, options))
}

/** The changes of the plan that bring a staffing about. */
export const changesOfStaffing = (
  plan: Plan,
  { coach, systems }: Pick<Staffing, 'coach' | 'systems'>,
  newId: () => string,
): Change[] => {
  const point = [...coach, ...systems].map(({ fte }) => Math.round(fte * 10))
  const years = [
    ...coach.map(({ fiscalYear }) => ({ does: 'coach', fiscalYear }) as const),
    ...systems.map(({ fiscalYear }) => ({ does: 'systems', fiscalYear }) as const),
  ]
  return changesOfPoint(plan, { years }, point, newId)
}
