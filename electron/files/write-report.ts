import type { Answer } from '@shared/contract/error'
import { drawRange } from '@shared/forecast/draw-range'
import { buildReport } from '@shared/report/build-report'
import { checkAccess } from '@shared/report/access/check-access'
import type { Report } from '@shared/report/report'
import type { ReportInput } from '@shared/report/report-input'
import { writeWhole } from './atomic-write'
import { bookDocument } from './book-access'
import { reportBookBytes } from './report-book'

type Progress = (done: number) => void

/** A report that was written, and what a screen reader would not get of the file, in sentences: nothing, unless this program has a fault. */
export type WrittenReport = { readonly path: string; readonly outOfReach: string[] }

/** Writes a report that is already built as .xlsx, and reads it again as a screen reader would. */
export const writeReport = async (
  path: string,
  report: Report,
  progress: Progress = () => undefined,
): Promise<Answer<WrittenReport>> => {
  const bytes = await reportBookBytes(report, progress)
  const found = checkAccess(await bookDocument(bytes)).filter(({ weight }) => weight === 'barrier')
  const written = await writeWhole(path, bytes)
  if (!written.ok) return written
  return { ok: true, value: { ...written.value, outOfReach: found.map(({ where, what }) => `${where}: ${what}`) } }
}

/** Builds the report from plans; the answer says what the plan lacks where it cannot be forecast yet. */
export const reportOf = (input: ReportInput): Answer<Report> => {
  const report = buildReport({ rangeOf: drawRange, ...input })
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
): Promise<Answer<WrittenReport>> => {
  const report = reportOf(input)
  if (!report.ok) return report
  progress(0.3)
  return writeReport(path, report.value, (done) => progress(0.3 + 0.7 * done))
}
