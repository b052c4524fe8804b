import type { Missing } from '@shared/forecast/compile'
import type { DriverOutcome, Drivers } from '@shared/forecast/drivers'
import type { StaffingAnswer } from '@shared/forecast/find-staffing'
import type { Likely } from '@shared/forecast/likely'
import type { Keeping } from '@shared/forecast/keeping'
import type { StaffingTarget } from '@shared/forecast/least-staffing'
import type { PilotLesson } from '@shared/forecast/pilot'
import type { WhyItChanges } from '@shared/forecast/why-it-changes'
import type { Plan } from '@shared/plan/plan'
import { ok, type Result } from '@shared/plan/result'
import { proxy, wrap } from 'comlink'
import { create } from 'zustand'

/** What the worker of questions answers; see `renderer/workers/questions.ts`. */
export type QuestionWorker = {
  drivers: (plan: Plan, outcome: DriverOutcome) => Result<Drivers, Missing[]>
  keepings: (plan: Plan) => Result<Keeping[], Missing[]>
  lessons: (plan: Plan) => Result<PilotLesson[], Missing[]>
  /** The likely range of each plan; null where there is none. */
  ranges: (plans: readonly Plan[]) => Result<(Likely | null)[], Missing[]>
  why: (plan: Plan, months: readonly [string, string]) => Result<WhyItChanges[], Missing[]>
  staffing: (
    plan: Plan,
    target: StaffingTarget,
    onProgress: (done: number) => void,
  ) => Result<StaffingAnswer, Missing[]>
}

/** A question as the screens see it: its last answer stays until a newer one is there. */
export type Asked<T> = {
  readonly plan: Plan | null
  readonly answer: T | null
  /** True while an answer is worked out; `done` is how much of it is through, 0–1, where that is known. */
  readonly isAsking: boolean
  readonly done: number | null
  readonly problem: string | null
}

type Ask<T> = (
  worker: ReturnType<typeof wrap<QuestionWorker>>,
  onProgress: (done: number) => void,
) => Promise<Result<T, Missing[]>>

const broke = 'This could not be worked out. Your plan is safe; change something and try again.'

/** One question, asked in a worker of its own that ends with the answer: giving it up ends the work at once. */
function makeQuestion<T>() {
  const nothing: Asked<T> = { plan: null, answer: null, isAsking: false, done: null, problem: null }
  const useAsked = create<Asked<T>>()(() => nothing)
  let running: { readonly plan: Plan; readonly about: string; readonly worker: Worker } | null = null
  let known: { readonly plan: Plan; readonly about: string } | null = null

  function cancel(): void {
    running?.worker.terminate()
    running = null
    useAsked.setState({ isAsking: false, done: null })
  }

  /** Asks about a plan; `about` tells one question from another. Nothing happens where that is the one answered last. */
  function ask(plan: Plan, about: string, how: Ask<T>): void {
    const isSame = (one: { readonly plan: Plan; readonly about: string } | null): boolean =>
      one?.plan === plan && one.about === about
    if (isSame(running) || (running === null && isSame(known))) return
    cancel()
    const worker = new Worker(new URL('../workers/questions.ts', import.meta.url), { type: 'module', name: 'question' })
    const mine = { plan, about, worker }
    running = mine
    useAsked.setState({ isAsking: true, done: null, problem: null })
    const end = (more: Partial<Asked<T>>): void => {
      if (running !== mine) return
      cancel()
      useAsked.setState(more)
    }
    const onProgress = proxy((done: number): void => {
      if (running === mine) useAsked.setState({ done })
    })
    void how(wrap<QuestionWorker>(worker), onProgress).then(
      (result) => {
        if (running === mine) known = { plan, about }
        end(
          result.ok
            ? { plan, answer: result.value }
            : { plan, answer: null, problem: result.error.map(({ message }) => message).join(' ') },
        )
      },
      () => end({ problem: broke }),
    )
  }
  return { useAsked, ask, cancel }
}

const drivers = makeQuestion<Drivers>()
const keepings = makeQuestion<Keeping[]>()
const lessons = makeQuestion<PilotLesson[]>()
const why = makeQuestion<WhyItChanges[]>()
const staffing = makeQuestion<StaffingAnswer>()

export const useDrivers = drivers.useAsked
export const askDrivers = (plan: Plan, outcome: DriverOutcome): void =>
  drivers.ask(plan, outcome, (worker) => worker.drivers(plan, outcome))

export const useKeepings = keepings.useAsked
export const askKeepings = (plan: Plan): void => keepings.ask(plan, '', (worker) => worker.keepings(plan))

export const useLessons = lessons.useAsked
export const askLessons = (plan: Plan): void => lessons.ask(plan, '', (worker) => worker.lessons(plan))

export const useWhy = why.useAsked
export const askWhy = (plan: Plan, months: readonly [string, string]): void =>
  why.ask(plan, months.join(' '), (worker) => worker.why(plan, months))

export const useStaffing = staffing.useAsked
export const cancelStaffing = staffing.cancel
export const askStaffing = (plan: Plan, target: StaffingTarget): void =>
  staffing.ask(plan, JSON.stringify(target), (worker, onProgress) => worker.staffing(plan, target, onProgress))

/** Likely ranges by plan. */
export type Ranges = ReadonlyMap<Plan, Likely>

const ranges = makeQuestion<Ranges>()
// plans are values: each is told from the others by a number
const numbers = new WeakMap<Plan, number>()
let lastNumber = 0
const numberOf = (plan: Plan): number => {
  const number = numbers.get(plan) ?? (lastNumber += 1)
  numbers.set(plan, number)
  return number
}

export const useRangesOf = ranges.useAsked
/** The likely range of a plan and of those beside it. */
export const askRanges = (plan: Plan, besides: readonly Plan[]): void => {
  const plans = [plan, ...besides]
  ranges.ask(plan, plans.map(numberOf).join(' '), async (worker) => {
    const answer = await worker.ranges(plans)
    if (!answer.ok) return answer
    return ok(new Map(plans.flatMap((one, at) => (answer.value[at] ? [[one, answer.value[at]] as const] : []))))
  })
}
