import type { Missing } from '@shared/forecast/compile'
import type { Plan } from '@shared/plan/plan'
import { create } from 'zustand'
import { latestOnly } from './latest'
import { painted } from './painted'
import { forecastPlan, type PlanForecast } from './plan-forecast'
import { useWorkbook, type WorkbookState } from './workbook'

export type ForecastState = {
  /** Of the current plan. Stays the last one while a newer is computed; null until there is one. */
  readonly baseline: PlanForecast | null
  /** Of what the window shows; the same object as `baseline` where that is the current plan. */
  readonly shown: PlanForecast | null
  /** Of a plan that is only tried out (a lever that is moved, not yet a scenario); see `preview`. */
  readonly preview: PlanForecast | null
  /** Of the scenarios that stand side by side, by scenario id; see `compare`. */
  readonly compared: ReadonlyMap<string, PlanForecast>
  /** What keeps the shown plan from being forecast; empty where it can be. */
  readonly missing: readonly Missing[]
  readonly isRunning: boolean
  /** Why the last forecast broke off, for the planner; null where it did not. */
  readonly problem: string | null
}

export const noForecast: ForecastState = {
  baseline: null,
  shown: null,
  preview: null,
  compared: new Map(),
  missing: [],
  isRunning: false,
  problem: null,
}

export const useForecast = create<ForecastState>()(() => noForecast)
const { setState } = useForecast

const broke =
  'The forecast could not be computed. Your plan is safe. Undo the last change, or close the workbook and open it again.'

type Question = Pick<WorkbookState, 'currentPlan' | 'plan' | 'file'>

const ask = latestOnly(async (question: Question) => {
  if (!question.file) {
    setState(noForecast)
    return
  }
  setState({ isRunning: true })
  // first the sheet shows what was edited; a plan that came meanwhile is the one to forecast
  await painted()
  const { currentPlan, plan, file } = useWorkbook.getState()
  if (!file) return
  try {
    const baseline = await forecastPlan(currentPlan)
    const shown = plan === currentPlan ? baseline : await forecastPlan(plan)
    setState({
      baseline: baseline.ok ? baseline.value : null,
      shown: shown.ok ? shown.value : null,
      missing: shown.ok ? [] : shown.error,
      problem: null,
    })
  } catch {
    setState({ problem: broke })
  }
  setState({ isRunning: false })
})

const askPreview = latestOnly(async (plan: Plan | null) => {
  if (!plan) {
    setState({ preview: null })
    return
  }
  try {
    const answer = await forecastPlan(plan)
    setState(answer.ok ? { preview: answer.value, problem: null } : { preview: null })
  } catch {
    setState({ problem: broke })
  }
})

/** Forecasts a plan that is only tried out, beside the one that is shown; null puts it away. The newest question wins. */
export const preview = (plan: Plan | null): void => askPreview(plan)

const askCompared = latestOnly(async (plans: ReadonlyMap<string, Plan>) => {
  const compared = new Map<string, PlanForecast>()
  try {
    for (const [id, plan] of plans) {
      const answer = await forecastPlan(plan)
      if (answer.ok) compared.set(id, answer.value)
    }
    setState({ compared })
  } catch {
    setState({ problem: broke })
  }
})

/** Forecasts scenarios that are to stand side by side, by scenario id; the newest question wins. */
export const compare = (plans: ReadonlyMap<string, Plan>): void => askCompared(plans)

/** Keeps the forecasts in step with the workbook from now on; answers how to stop. */
export function followWorkbook(): () => void {
  ask(useWorkbook.getState())
  return useWorkbook.subscribe((now, before) => {
    if (now.plan !== before.plan || now.currentPlan !== before.currentPlan || now.file !== before.file) ask(now)
  })
}
