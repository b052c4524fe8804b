import type { Answer } from '@shared/contract/error'
import { buildReport } from '@shared/report/build-report'
import type { Report } from '@shared/report/report'
import type { ReportInput } from '@shared/report/report-input'
import { writeWhole } from './atomic-write'
import { reportBookBytes } from './report-book'

type Progress = (done: number) => void

/** Writes a report that is already built as .xlsx. */
export const writeReport = async (
  path: string,
  report: Report,
  progress: Progress = () => undefined,
): Promise<Answer<{ path: string }>> => writeWhole(path, await reportBookBytes(report, progress))

/** Builds the report from plans; the answer says what the plan lacks where it cannot be forecast yet. */
export const reportOf = (input: ReportInput): Answer<Report> => {
  const report = buildReport(input)
  if (report.ok) return report
  const what = report.error.map(({ message }) => message).join(' ')
  const message = `There is no report yet, because the plan cannot be forecast. ${what} Your plan is as it was.`
  return { ok: false, error: { code: 'plan-incomplete', message, details: report.error } }
}

/** Builds the report from plans and writes it as .xlsx. */
export const makeReport = async (
  path: string,
  input: ReportInput,
  progress: Progress = () => undefined,
): Promise<Answer<{ path: string }>> => {
  const report = reportOf(input)
  if (!report.ok) return report
  progress(0.3)
  return writeReport(path, report.value, (done) => progress(0.3 + 0.7 * done))
}
