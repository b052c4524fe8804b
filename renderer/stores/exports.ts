import type { CallArgs } from '@shared/contract/calls'
import { call } from './bridge'
import { say } from './interface'
import { useWorkbook } from './workbook'

type Asked = Pick<CallArgs<'report.export'>, 'audience' | 'date' | 'decisionAsked' | 'contact' | 'besides' | 'form'>
export type ReportForm = Asked['form']

/** Writes the board report of the plan that is shown to an Excel workbook, its charts drawn by Excel, or to a tagged PDF. */
export async function exportReport(asked: Asked): Promise<void> {
  const { file, target } = useWorkbook.getState()
  if (!file) return
  const answer = await call('report.export', { ...asked, sessionId: file.sessionId, target })
  if (!answer.ok) say(answer.error.message, { tone: 'problem' })
  else if (answer.value)
    say(asked.form === 'pdf' ? 'The report was written as a PDF.' : 'The report was written to an Excel workbook.', {
      tone: 'done',
      path: answer.value.path,
    })
}

/** Writes every table of the plan that is shown to an Excel workbook. */
export async function exportTables(): Promise<void> {
  const { file, target } = useWorkbook.getState()
  if (!file) return
  const answer = await call('tables.export', { sessionId: file.sessionId, target })
  if (!answer.ok) say(answer.error.message, { tone: 'problem' })
  else if (answer.value) say('All tables were written to an Excel workbook.', { tone: 'done', path: answer.value.path })
}
