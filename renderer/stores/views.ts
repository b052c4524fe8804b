import type { SavedView } from '@shared/contract/workbook'
import { create } from 'zustand'
import { call } from './bridge'
import { sayFailure } from './commits'
import { ofOpen } from './session'
import { useWorkbook } from './workbook'

export type ViewState = {
  /** Saved views of every sheet of the open workbook; empty until they are read. */
  readonly views: readonly SavedView[]
  /** The session whose views they are; null before they are read. */
  readonly sessionId: string | null
}

export const useViews = create<ViewState>()(() => ({ views: [], sessionId: null }))

/** Reads the saved views of a session, once for each time that a workbook is opened; null: none is open. */
export async function loadViews(sessionId = useWorkbook.getState().file?.sessionId ?? null): Promise<void> {
  if (sessionId === useViews.getState().sessionId) return
  useViews.setState({ views: [], sessionId })
  const answer = sessionId === null ? null : await call('view.list', { sessionId })
  if (answer?.ok && useViews.getState().sessionId === sessionId) useViews.setState({ views: answer.value })
}

const others = ({ sheet, name }: Pick<SavedView, 'sheet' | 'name'>): readonly SavedView[] =>
  useViews.getState().views.filter((view) => view.sheet !== sheet || view.name !== name)

/** Keeps how a sheet looks now under a name; a view of that name is replaced. Answers whether it was kept. */
export async function saveView(view: SavedView): Promise<boolean> {
  const answer = await ofOpen((sessionId) => call('view.save', { sessionId, view }))
  if (!answer) return false
  if (answer.ok) useViews.setState({ views: [...others(view), view] })
  else sayFailure(answer.error)
  return answer.ok
}

export async function removeView(sheet: string, name: string): Promise<void> {
  const answer = await ofOpen((sessionId) => call('view.remove', { sessionId, sheet, name }))
  if (!answer) return
  if (answer.ok) useViews.setState({ views: others({ sheet, name }) })
  else sayFailure(answer.error)
}
