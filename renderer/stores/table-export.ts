import { call } from './bridge'
import { say } from './interface'
import { useWorkbook } from './workbook'

/** Writes every table of the plan that is shown to an Excel workbook. */
export async function exportTables(): Promise<void> {
  const { file, target } = useWorkbook.getState()
  if (!file) return
  const answer = await call('tables.export', { sessionId: file.sessionId, target })
  if (!answer.ok) say(answer.error.message, { tone: 'problem' })
  else if (answer.value) say('All tables were written to an Excel workbook.', { tone: 'done', path: answer.value.path })
}
