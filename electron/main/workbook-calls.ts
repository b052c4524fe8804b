import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Answer } from '@shared/contract/error'
import type { OpenWorkbook } from '@shared/contract/workbook'
import type { WorkbookCallArgs } from '@shared/contract/workbook-process'
import type { Handlers } from './answer-call'
import type { Dialogs } from './dialogs'
import { failed, succeeded } from './failure'
import { freePath, safeFileName } from './file-name'
import { cancelled } from './patience'
import { workbookName } from './recents'
import type { Sample } from './sample'
import type { Tasks } from './tasks'
import type { WorkbookHost } from './workbook-host'
import type { WrittenFiles } from './written-files'

export type WorkbookParts = {
  readonly host: WorkbookHost
  readonly dialogs: Dialogs
  readonly tasks: Tasks
  readonly written: WrittenFiles
  readonly sample: Sample
  /** Where people keep their documents. */
  readonly documents: string
  readonly onOpened: (workbook: OpenWorkbook) => Promise<void>
}

type WorkbookCall = Extract<keyof Handlers, `workbook.${string}` | `backup.${string}`>
type OpeningCall =
  | 'workbook.create'
  | 'workbook.createFrom'
  | 'workbook.open'
  | 'workbook.openSample'
  | 'workbook.peek'
  | 'backup.restore'

async function settled(parts: WorkbookParts, answer: Answer<OpenWorkbook>): Promise<Answer<OpenWorkbook>> {
  if (answer.ok) await parts.onOpened(answer.value)
  return answer
}

const isOpenAlready = (): Answer<never> =>
  failed('file-exists', 'That file is the workbook that is open. Nothing was changed. Choose another name.')

const isThisWorkbook = (): Answer<never> =>
  failed('copy-unrelated', 'That file is this workbook itself. Nothing was changed. Choose a copy of it.')

type Start = WorkbookCallArgs<'workbook.create'>['start']

async function createAsked(parts: WorkbookParts, name: string, start: Start): Promise<Answer<OpenWorkbook | null>> {
  const suggestion = freePath(join(parts.documents, `${safeFileName(name, 'My district')}.rollout`))
  const path = await parts.dialogs.chooseToSave('workbook', suggestion)
  if (path === null) return succeeded(null)
  if (await parts.host.isOpen(path)) return isOpenAlready()
  // where a file is there, the dialog has asked whether to replace it
  const args = { path, start, canReplace: existsSync(path) }
  return parts.tasks.run('Making the workbook', async (signal) =>
    settled(parts, await parts.host.open('workbook.create', args, signal)),
  )
}

const openingCalls = (parts: WorkbookParts): Pick<Handlers, OpeningCall> => ({
  'workbook.create': (start) => createAsked(parts, start.district, start),
  'workbook.createFrom': ({ name, changes }) => createAsked(parts, name, { changes: [...changes] }),
  'workbook.peek': async ({ path: given }) => {
    const path = given ?? (await parts.dialogs.chooseToOpen('workbook'))
    if (path === null) return succeeded(null)
    return parts.tasks.run(`Reading ${workbookName(path)}`, async (signal) => {
      const answer = await parts.host.peek(path, signal)
      if (!answer.ok) return answer
      const { name, plan } = answer.value
      return succeeded({ path: answer.value.path, name, plan })
    })
  },
  'backup.restore': async (args) =>
    parts.tasks.run('Restoring the backup', async (signal) =>
      settled(parts, await parts.host.open('backup.restore', args, signal)),
    ),
  'workbook.open': async ({ path: given }) => {
    const path = given ?? (await parts.dialogs.chooseToOpen('workbook'))
    if (path === null) return succeeded(null)
    return parts.tasks.run(`Opening ${workbookName(path)}`, async (signal) =>
      settled(parts, await parts.host.open('workbook.open', { path, orReadOnly: true }, signal)),
    )
  },
  'workbook.openSample': async () =>
    parts.tasks.run('Opening the sample district', async (signal) => {
      const args = await parts.sample.prepare()
      const answer = await settled(parts, await parts.host.open('workbook.create', args, signal))
      if (answer.ok) void parts.sample.forgetOthers(args.path)
      return answer
    }),
})

/** Writes a copy to where the planner says; `as` is what its name adds to the workbook's. */
async function writeCopy(
  parts: WorkbookParts,
  as: string,
  write: (path: string) => Promise<Answer<{ path: string }>>,
): Promise<Answer<{ path: string } | null>> {
  const open = parts.host.path()
  const suggestion = freePath(join(parts.documents, `${workbookName(open ?? 'workbook')} ${as}.rollout`))
  const path = await parts.dialogs.chooseToSave('workbook', suggestion)
  if (path === null) return succeeded(null)
  if (await parts.host.isOpen(path)) return isOpenAlready()
  const answer = await write(path)
  if (answer.ok) parts.written.add(answer.value.path)
  return answer
}

/** The calls about the workbook that is open, or is to be. */
export const workbookCalls = (parts: WorkbookParts): Pick<Handlers, WorkbookCall> => ({
  ...openingCalls(parts),
  'workbook.close': ({ sessionId }) => parts.host.close(sessionId),
  'workbook.commit': (args) => parts.host.ask('workbook.commit', args),
  'workbook.undo': (args) => parts.host.ask('workbook.undo', args),
  'workbook.redo': (args) => parts.host.ask('workbook.redo', args),
  'workbook.history': (args) => parts.host.ask('workbook.history', args),
  'workbook.changesInWords': (args) => parts.host.ask('workbook.changesInWords', args),
  'workbook.planAt': (args) => parts.host.ask('workbook.planAt', args),
  'workbook.rowHistory': (args) => parts.host.ask('workbook.rowHistory', args),
  'workbook.saveCopy': ({ sessionId }) =>
    writeCopy(parts, 'copy', (path) => parts.host.ask('workbook.saveCopy', { sessionId, path })),
  'workbook.copyForOthers': ({ sessionId, choices }) =>
    writeCopy(parts, 'for others', (path) => parts.host.ask('workbook.copyForOthers', { sessionId, path, choices })),
  'workbook.compareCopy': async ({ sessionId, path: given }) => {
    const path = given ?? (await parts.dialogs.chooseToOpen('workbook'))
    if (path === null) return succeeded(null)
    if (await parts.host.isOpen(path)) return isThisWorkbook()
    return parts.tasks.run(`Comparing ${workbookName(path)}`, async (signal) => {
      // the comparison goes on where it is; nobody waits for it any more
      const compared = await Promise.race([
        parts.host.ask('workbook.compareCopy', { sessionId, path }),
        cancelled(signal),
      ])
      return compared ?? failed('cancelled', 'Comparing was cancelled. Nothing was changed.')
    })
  },
  'backup.list': (args) => parts.host.ask('backup.list', args),
})
