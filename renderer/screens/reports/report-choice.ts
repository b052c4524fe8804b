import type { Scenario } from '@shared/contract/workbook'
import type { Target } from '@shared/plan/change'
import { layOver } from '@shared/plan/lay-over'
import type { Plan } from '@shared/plan/plan'
import type { Audience } from '@shared/report/report'
import type { NamedPlan } from '@shared/report/report-input'
import { today } from '../../stores/today'

/** What the planner chose for the report. */
export type ReportChoice = {
  readonly audience: Audience
  /** Day of the report, `YYYY-MM-DD`. */
  readonly date: string
  readonly decisionAsked: string | null
  readonly contact: string | null
  readonly isDraft: boolean
  /** Scenarios to show beside it. */
  readonly besides: readonly string[]
}

/** A report for the board, of today, with nothing asked and nothing beside it. */
export const plainReport = (): ReportChoice => ({
  audience: 'board',
  date: today(),
  decisionAsked: null,
  contact: null,
  isDraft: false,
  besides: [],
})

/** What stands beside the plan that is shown: the current plan where that is another, then the chosen scenarios. */
export function besidesOf(
  besides: ReportChoice['besides'],
  target: Target,
  scenarios: readonly Scenario[],
  currentPlan: Plan,
): NamedPlan[] {
  const chosen = scenarios.filter(({ id }) => besides.includes(id) && (target === 'plan' || id !== target.scenarioId))
  return [
    ...(target === 'plan' ? [] : [{ name: null, question: null, plan: currentPlan }]),
    ...chosen.map(({ name, question, changes }) => ({ name, question, plan: layOver(currentPlan, changes).plan })),
  ]
}
