import type { Plan } from '@shared/plan/plan'
import { create } from 'zustand'
import { say } from './interface'
import { peekAt } from './opening'
import { forecastPlan, type PlanAnswer, type PlanForecast } from './plan-forecast'

/** Another workbook that was read for comparison; `forecast` null where its plan cannot be forecast yet. */
export type OtherWorkbook = {
  readonly path: string
  readonly name: string
  readonly plan: Plan
  readonly forecast: PlanForecast | null
}

/** As many as can stand side by side and still be read. */
export const mostOthers = 5

type BesideState = { readonly others: readonly OtherWorkbook[]; readonly isReading: boolean }

/** The workbooks that stand beside the open one, until the window is closed. */
export const useBeside = create<BesideState>()(() => ({ others: [], isReading: false }))
const { getState, setState } = useBeside

/** Asks for a workbook, reads and forecasts it, and puts it beside the others; one that is there already is read anew. */
export async function addBeside(): Promise<void> {
  setState({ isReading: true })
  try {
    const found = await peekAt()
    const forecast = found && (await forecastOf(found.plan))
    if (found && forecast) putBeside({ ...found, forecast: forecast.ok ? forecast.value : null })
  } catch {
    say('That workbook could not be read. It stays as it was; open it to see what is wrong with it.', {
      tone: 'problem',
    })
  } finally {
    setState({ isReading: false })
  }
}

/** The forecast of a plan, or why it has none yet; null where it cannot be computed, which is said. */
async function forecastOf(plan: Plan): Promise<PlanAnswer | null> {
  try {
    return await forecastPlan(plan)
  } catch {
    say('The forecast of that workbook could not be computed. It stays as it was; open it to see what is wrong.', {
      tone: 'problem',
    })
    return null
  }
}

function putBeside(other: OtherWorkbook): void {
  const at = getState().others.findIndex(({ path }) => path === other.path)
  setState(({ others }) => ({ others: at < 0 ? [...others, other] : others.with(at, other) }))
}

/** Takes a workbook away from the comparison; its file is not touched. */
export const removeBeside = (path: string): void =>
  setState(({ others }) => ({ others: others.filter((other) => other.path !== path) }))
