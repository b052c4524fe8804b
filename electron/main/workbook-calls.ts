import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Answer } from '@shared/contract/error'
import type { OpenWorkbook } from '@shared/contract/workbook'
import type { Handlers } from './answer-call'
import type { Dialogs } from './dialogs'
import { failed, succeeded } from './failure'
import { freePath, safeFileName } from './file-name'
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

type WorkbookCall = Extract<keyof Handlers, `workbook.${string}`>
type OpeningCall = 'workbook.create' | 'workbook.open' | 'workbook.openSample'

async function settled(parts: WorkbookParts, answer: Answer<OpenWorkbook>): Promise<Answer<OpenWorkbook>> {
  if (answer.ok) await parts.onOpened(answer.value)
  return answer
}

const isOpenAlready = (): Answer<never> =>
  failed('file-exists', 'That file is the workbook that is open. Nothing was changed. Choose another name.')

const openingCalls = (parts: WorkbookParts): Pick<Handlers, OpeningCall> => ({
  'workbook.create': async (start) => {
    const suggestion = freePath(join(parts.documents, `${safeFileName(start.district, 'My district')}.rollout`))
    const path = await parts.dialogs.chooseToSave('workbook', suggestion)
    if (path === null) return succeeded(null)
    if (await parts.host.isOpen(path)) return isOpenAlready()
    // where a file is there, the dialog has asked whether to replace it
    const args = { path, start, canReplace: existsSync(path) }
    return parts.tasks.run('Making the workbook', async (signal) =>
      settled(parts, await parts.host.open('workbook.create', args, signal)),
    )
  },
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

/** The calls about the workbook that is open, or is to be. */
export const workbookCalls = (parts: WorkbookParts): Pick<Handlers, WorkbookCall> => ({
  ...openingCalls(parts),
  'workbook.close': ({ sessionId }) => parts.host.close(sessionId),
  'workbook.commit': (args) => parts.host.ask('workbook.commit', args),
  'workbook.undo': (args) => parts.host.ask('workbook.undo', args),
  'workbook.redo': (args) => parts.host.ask('workbook.redo', args),
  'workbook.history': (args) => parts.host.ask('workbook.history', args),
  'workbook.changesInWords': (args) => parts.host.ask('workbook.changesInWords', args),
  'workbook.rowsAt': (args) => parts.host.ask('workbook.rowsAt', args),
  'workbook.rowHistory': (args) => parts.host.ask('workbook.rowHistory', args),
  'workbook.saveCopy': async ({ sessionId }) => {
    const open = parts.host.path()
    const suggestion = freePath(join(parts.documents, `${workbookName(open ?? 'workbook')} copy.rollout`))
    const path = await parts.dialogs.chooseToSave('workbook', suggestion)
    if (path === null) return succeeded(null)
    if (await parts.host.isOpen(path)) return isOpenAlready()
    const answer = await parts.host.ask('workbook.saveCopy', { sessionId, path })
    if (answer.ok) parts.written.add(answer.value.path)
    return answer
  },
})
