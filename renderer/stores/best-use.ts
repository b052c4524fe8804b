import { bestUseOf, type BestUse } from '@shared/money/allocation'
import { allocationOf, allocationProgram } from '@shared/money/allocation-program'
import type { Plan } from '@shared/plan/plan'
import { create } from 'zustand'
import { call, newId } from './bridge'
import { commitAndSay, sayFailure } from './commits'
import { keepAsScenario } from './scenarios'
import { useWorkbook } from './workbook'

/** The best use of the funds as it was found last, and the plan of which open workbook it was found for. */
export type FoundUse = { readonly sessionId: string; readonly plan: Plan; readonly best: BestUse }

export type BestUseState = { readonly isSearching: boolean; readonly found: FoundUse | null }

export const noBestUse: BestUseState = { isSearching: false, found: null }

export const useBestUse = create<BestUseState>()(() => noBestUse)
const { getState, setState } = useBestUse

/** Finds the best use of the funds for the plan that is shown. The solver works outside the window. */
export async function findBestUse(): Promise<void> {
  const { plan, file } = useWorkbook.getState()
  if (getState().isSearching || !file) return
  const allocation = allocationOf(plan)
  setState({ isSearching: true })
  const answer = await call('solve.allocation', { program: allocationProgram(allocation) })
  setState({ isSearching: false })
  if (answer.ok)
    setState({ found: { sessionId: file.sessionId, plan, best: bestUseOf(plan, allocation, answer.value, newId) } })
  else if (answer.error.code !== 'cancelled') sayFailure(answer.error)
}

/** What was found for the workbook that is open now. */
export function useFoundUse(): FoundUse | null {
  const sessionId = useWorkbook((s) => s.file?.sessionId)
  const found = useBestUse((s) => s.found)
  return found?.sessionId === sessionId ? found : null
}

/** Makes the payments found those of the plan that is shown, as one act that Undo takes back, and looks at it anew. */
export async function adoptBestUse({ best }: FoundUse): Promise<void> {
  const outcome = await commitAndSay('Adopt the best use of funds', 'best-use', best.changes, { hasUndo: true })
  if (outcome.ok) await findBestUse()
}

/** Keeps the payments found as a scenario of their own, with what the scenario changes that is shown. */
export const keepBestUse = ({ best }: FoundUse, name: string, question: string | null): Promise<void> =>
  keepAsScenario(name, question, best.changes)
