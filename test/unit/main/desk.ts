import { join } from 'node:path'
import type { Answer } from '@shared/contract/error'
import type { AboutWorkbook, OpenWorkbook } from '@shared/contract/workbook'
import { vi } from 'vitest'
import { appCalls } from '../../../electron/main/app-calls'
import { openArrivals } from '../../../electron/main/arrivals'
import { fileCalls } from '../../../electron/main/file-calls'
import { openPreferences } from '../../../electron/main/preferences'
import { openRecents } from '../../../electron/main/recents'
import { sampleIn } from '../../../electron/main/sample'
import { failed } from '../../../electron/main/failure'
import { recordCalls } from '../../../electron/main/record-calls'
import { solveCalls } from '../../../electron/main/solve-calls'
import { supportCalls } from '../../../electron/main/support-calls'
import { updatesOf } from '../../../electron/main/updates'
import { openTasks } from '../../../electron/main/tasks'
import { workbookCalls } from '../../../electron/main/workbook-calls'
import { workbookHost } from '../../../electron/main/workbook-host'
import { openWrittenFiles } from '../../../electron/main/written-files'
import { idSource } from '../../fixtures/ids'
import { good, makeFolder, start } from '../../fixtures/workbook'
import { serveWorkbooks } from './served-workbook'
type WrittenFile = { call: string; args: unknown }

/** All handlers over real workbooks, with dialogs that choose `paths` one after the other and files that are noted. */
export function makeDesk(paths: (string | null)[] = []) {
  const folder = makeFolder()
  const suggested: string[] = []
  const files: WrittenFile[] = []
  const tell = vi.fn<(news: unknown) => void>()
  const inFolder = (path: string | null | undefined): string | null => (path ? join(folder, path) : null)
  const dialogs = {
    chooseToOpen: async () => inFolder(paths.shift()),
    chooseToSave: async (_kind: string, suggestion: string) => {
      suggested.push(suggestion)
      return inFolder(paths.shift())
    },
    leaveUnsaved: async () => false,
  }
  const recents = openRecents(join(folder, 'settings', 'recents.json'), () => undefined)
  const remember = ({ path, isSample }: AboutWorkbook): Promise<void> =>
    isSample ? Promise.resolve() : recents.add({ path, openedAt: '2026-11-03T15:00:00.000Z', summary: null })
  const host = workbookHost({
    fork: serveWorkbooks(join(folder, 'backups')).fork,
    now: () => 0,
    newId: idSource(7),
    tell,
    onChange: () => undefined,
    onClosing: remember,
  })
  const tasks = openTasks(tell, idSource(8))
  const written = openWrittenFiles()
  const arrivals = openArrivals(tell)
  const shown: string[] = []
  let made = 0
  const printer = {
    print: async (_signal: AbortSignal): Promise<Uint8Array | null> => new TextEncoder().encode('%PDF-'),
  }
  const services = { host, dialogs, tasks, written, documents: join(folder, 'Documents') }
  const handlers = {
    ...workbookCalls({
      ...services,
      sample: sampleIn(join(folder, 'sample'), async () => start),
      onOpened: (workbook) => {
        arrivals.settle()
        return remember(workbook)
      },
    }),
    ...recordCalls(host),
    // no call of these tests computes
    ...solveCalls({ tasks, solver: { run: async () => failed('cancelled', 'Not computed.') } }),
    ...supportCalls({
      ...services,
      makeText: async () => `made ${++made}\n`,
      updates: updatesOf({ updateAddress: null }, '1.0.0', async () => ''),
    }),
    ...fileCalls({
      ...services,
      printReport: (_report, signal) => printer.print(signal),
      files: {
        run: async (call, args) => {
          files.push({ call, args })
          return { ok: true, value: { path: args.path, fileName: 'a', sheets: [], problems: [] } } as Answer<never>
        },
      },
    }),
    ...appCalls({
      host,
      arrivals,
      recents,
      written,
      preferences: openPreferences(join(folder, 'settings', 'preferences.json'), () => undefined),
      versions: { version: '1', electron: '', chrome: '', node: '', platform: 'linux' },
      notices: ['a notice'],
      canLookForUpdate: false,
      openLink: async (url) => url === 'https://doi.org/',
      showInFolder: (path) => void shown.push(path),
    }),
  }
  return { handlers, folder, suggested, files, shown, arrivals, tell, printer }
}

export type Desk = ReturnType<typeof makeDesk>

/** Makes the workbook that most tests begin with. */
export const create = async ({ handlers }: Desk): Promise<OpenWorkbook> => {
  const made = good(await handlers['workbook.create'](start))
  if (!made) throw new Error('The dialog was closed')
  return made
}
