import type { CallArgs } from '@shared/contract/calls'
import { headlineOf } from '@shared/forecast/headline'
import { runPlan } from '@shared/forecast/run'
import { dayWords } from '@shared/plan/day'
import { reportChanges } from '@shared/report/last-report'
import { call, newId } from './bridge'
import { commit } from './commits'
import { say } from './interface'
import { isOpenNow } from './session'
import { isLocked, useWorkbook, type WorkbookState } from './workbook'

type Asked = Omit<CallArgs<'report.export'>, 'sessionId' | 'target'>
export type ReportForm = Asked['form']

/**
 * Keeps what was handed out in the plan, so that the next report can say what has changed since. A scenario is no report
 * of the plan, and a draft is not handed out. Writing a report takes long: the figures are those of the plan it was asked for, and nothing is kept
 * where the window shows something else by now.
 */
async function keepFigures(asked: Asked, sessionId: string, { target, plan: handedOut }: WorkbookState): Promise<void> {
  const now = useWorkbook.getState()
  if (target !== 'plan' || now.target !== 'plan' || !isOpenNow(sessionId) || isLocked(now)) return
  await commit(`Report of ${dayWords(asked.date)}`, 'report', (plan) => {
    const run = runPlan(handedOut)
    return run.ok ? reportChanges(plan, headlineOf(handedOut, run.value.runs, run.value.ledger), asked, newId) : []
  })
}

/** Writes the board report of the plan that is shown to an Excel workbook, its charts drawn by Excel, or to a tagged PDF. */
export async function exportReport(asked: Asked): Promise<void> {
  const shown = useWorkbook.getState()
  const { file, target } = shown
  if (!file) return
  const answer = await call('report.export', { ...asked, sessionId: file.sessionId, target })
  if (!answer.ok) return say(answer.error.message, { tone: 'problem' })
  if (!answer.value) return
  const words =
    asked.form === 'pdf' ? 'The report was written as a PDF.' : 'The report was written to an Excel workbook.'
  const { path, outOfReach } = answer.value
  say(words, { tone: 'done', path })
  if (outOfReach.length > 0)
    say(`Something in the file does not reach readers with a screen reader. ${outOfReach.join(' ')}`, {
      tone: 'problem',
    })
  if (!asked.isDraft) await keepFigures(asked, file.sessionId, shown)
}
