import type { HistoryEntry } from '@shared/contract/workbook'
import { create } from 'zustand'
import { call } from './bridge'
import { sayFailure } from './commits'
import { useWorkbook } from './workbook'

/** How many commits are read at a time. */
const page = 100
const most = 1000

type HistoryState = {
  /** What was done to the workbook, the latest first, as far back as it was read; null before the first reading. */
  readonly entries: readonly HistoryEntry[] | null
  /** Whether there may be earlier ones. */
  readonly hasEarlier: boolean
  readonly sessionId: string | null
}

export const noHistory: HistoryState = { entries: null, hasEarlier: false, sessionId: null }

export const useHistory = create<HistoryState>()(() => noHistory)
const { getState, setState } = useHistory

async function read(limit: number, beforeSequence: number | null): Promise<readonly HistoryEntry[] | null> {
  const sessionId = useWorkbook.getState().file?.sessionId
  if (sessionId === undefined) return null
  const answer = await call('workbook.history', { sessionId, limit, beforeSequence })
  if (!answer.ok) sayFailure(answer.error)
  return answer.ok && useWorkbook.getState().file?.sessionId === sessionId ? answer.value : null
}

/** Reads the latest commits of a session up to `sequence`, and as many as were read before. */
export async function loadHistory(sessionId: string | null, sequence: number): Promise<void> {
  if (sessionId !== getState().sessionId) setState({ ...noHistory, sessionId })
  if (getState().entries?.[0]?.sequence === sequence) return
  const limit = Math.min(most, Math.max(page, getState().entries?.length ?? 0))
  const entries = await read(limit, null)
  if (entries) setState({ entries, hasEarlier: entries.length === limit })
}

/** Reads the commits before those that are there. */
export async function loadEarlier(): Promise<void> {
  const last = getState().entries?.at(-1)
  const earlier = last ? await read(page, last.sequence) : null
  const { entries } = getState()
  if (!earlier || !entries || entries.at(-1)?.sequence !== last?.sequence) return
  setState({ entries: [...entries, ...earlier], hasEarlier: earlier.length === page })
}
