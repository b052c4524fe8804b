import { dirname, extname, join } from 'node:path'
import type { CallArgs, CallValue } from '@shared/contract/calls'
import type { Answer } from '@shared/contract/error'
import type { FilesCallArgs, FilesCallValue } from '@shared/contract/files-process'
import type { AboutWorkbook } from '@shared/contract/workbook'
import { writeWhole } from '../files/atomic-write'
import type { Handlers } from './answer-call'
import type { Dialogs } from './dialogs'
import { failed, succeeded } from './failure'
import { fileKinds, freePath } from './file-name'
import { cancelledWriting, type FilesHost } from './files-host'
import { workbookName } from './recents'
import type { Tasks } from './tasks'
import type { WorkbookHost } from './workbook-host'
import type { WrittenFiles } from './written-files'

export type FileParts = {
  readonly host: WorkbookHost
  readonly files: FilesHost
  readonly dialogs: Dialogs
  readonly tasks: Tasks
  readonly written: WrittenFiles
  readonly documents: string
  /** The report on paper, as the bytes of a PDF; null where it was cancelled meanwhile. */
  readonly printReport: (report: Report, signal: AbortSignal) => Promise<Uint8Array | null>
}

type FileCall = 'sheets.read' | 'tables.export' | 'report.export' | 'task.cancel'
type Target = CallArgs<'tables.export'>['target']
type Report = FilesCallValue<'buildReport'>
type NamedPlan = FilesCallArgs<'writeReport'>['subject']

const isSheet = (path: string): boolean => {
  const endings: readonly string[] = fileKinds.sheets.endings
  return endings.includes(extname(path).slice(1).toLowerCase())
}

/** Beside the workbook, where people look first; the sample's own folder is not such a place. */
function suggestionFor(parts: FileParts, workbook: AboutWorkbook, what: string): string {
  const folder = workbook.isSample ? parts.documents : dirname(workbook.path)
  return freePath(join(folder, `${workbookName(workbook.path)} ${what}`))
}

/** What a target shows, under the name it is shown by. */
async function namedPlan(parts: FileParts, workbook: AboutWorkbook, target: Target): Promise<Answer<NamedPlan>> {
  const scenario = target === 'plan' ? null : workbook.scenarios.find(({ id }) => id === target.scenarioId)
  if (scenario === undefined)
    return failed('scenario-not-found', 'This scenario is no longer in the workbook. Choose another and try again.')
  const plan = await parts.host.ask('workbook.plan', { sessionId: workbook.sessionId, target })
  if (!plan.ok) return plan
  return succeeded({ name: scenario?.name ?? null, question: scenario?.question ?? null, plan: plan.value })
}

async function all<T>(answers: readonly Promise<Answer<T>>[]): Promise<Answer<T[]>> {
  const values: T[] = []
  for (const answer of await Promise.all(answers)) {
    if (!answer.ok) return answer
    values.push(answer.value)
  }
  return succeeded(values)
}

async function exportTables(
  parts: FileParts,
  args: CallArgs<'tables.export'>,
): Promise<Answer<{ path: string } | null>> {
  const workbook = await parts.host.about(args.sessionId)
  if (!workbook.ok) return workbook
  const path = await parts.dialogs.chooseToSave('tables', suggestionFor(parts, workbook.value, 'tables.xlsx'))
  if (path === null) return succeeded(null)
  return parts.tasks.run('Exporting all tables', async (signal, progress) => {
    const plan = await parts.host.ask('workbook.plan', args)
    if (!plan.ok) return plan
    return parts.files.run('writeTables', { path, plan: plan.value }, signal, progress)
  })
}

async function exportReport(
  parts: FileParts,
  args: CallArgs<'report.export'>,
): Promise<Answer<CallValue<'report.export'>>> {
  const { sessionId, target, besides, form, ...options } = args
  const workbook = await parts.host.about(sessionId)
  if (!workbook.ok) return workbook
  const kind = form === 'pdf' ? 'pdf' : 'report'
  const suggestion = suggestionFor(parts, workbook.value, `board report.${form}`)
  const path = await parts.dialogs.chooseToSave(kind, suggestion)
  if (path === null) return succeeded(null)
  const others: Target[] = besides.map((scenarioId) => ({ scenarioId }))
  if (target !== 'plan') others.unshift('plan')
  return parts.tasks.run('Writing the board report', async (signal, progress) => {
    const subject = await namedPlan(parts, workbook.value, target)
    if (!subject.ok) return subject
    const choices = await all(others.map((other) => namedPlan(parts, workbook.value, other)))
    if (!choices.ok) return choices
    const report = { path, subject: subject.value, choices: choices.value, options }
    if (form === 'xlsx') return parts.files.run('writeReport', report, signal, progress)
    const built = await parts.files.run('buildReport', report, signal, progress)
    if (!built.ok) return built
    const printed = await parts.printReport(built.value, signal)
    if (printed === null || signal.aborted) return cancelledWriting(path)
    const written = await writeWhole(path, printed)
    return written.ok ? succeeded({ ...written.value, outOfReach: [] }) : written
  })
}

async function remembered<T extends { path: string }>(
  parts: FileParts,
  answer: Promise<Answer<T | null>>,
): Promise<Answer<T | null>> {
  const told = await answer
  if (told.ok && told.value) parts.written.add(told.value.path)
  return told
}

/** The calls that read or write files other than the workbook. */
export const fileCalls = (parts: FileParts): Pick<Handlers, FileCall> => ({
  'sheets.read': async ({ path: given }) => {
    const path = given ?? (await parts.dialogs.chooseToOpen('sheets'))
    if (path === null) return succeeded(null)
    if (!isSheet(path))
      return failed(
        'sheet-unreadable',
        'This kind of file cannot be imported. Save it from Excel as .xlsx or .csv, and import that. Your plan is as it was.',
      )
    return parts.tasks.run('Reading the spreadsheet', async (signal, progress) => {
      const sheets = await parts.files.run('readSheets', { path }, signal, progress)
      return sheets.ok ? succeeded({ path, ...sheets.value }) : sheets
    })
  },
  'tables.export': (args) => remembered(parts, exportTables(parts, args)),
  'report.export': (args) => remembered(parts, exportReport(parts, args)),
  'task.cancel': async ({ taskId }) => {
    parts.tasks.cancel(taskId)
    return succeeded(null)
  },
})
