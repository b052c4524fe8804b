import type { Answer } from '@shared/contract/error'
import { useWorkbook } from './workbook'

/** Whether the workbook of a session is the one that is open now. */
export const isOpenNow = (sessionId: string): boolean => useWorkbook.getState().file?.sessionId === sessionId

/**
 * Asks something about the open workbook. Null where none is open, or where it was closed or another one opened before
 * the answer came: that answer is about another plan than the one on the screen.
 */
export async function ofOpen<T>(ask: (sessionId: string) => Promise<Answer<T>>): Promise<Answer<T> | null> {
  const sessionId = useWorkbook.getState().file?.sessionId
  if (sessionId === undefined) return null
  const answer = await ask(sessionId)
  return isOpenNow(sessionId) ? answer : null
}
