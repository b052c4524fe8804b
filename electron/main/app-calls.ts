import type { CallValue } from '@shared/contract/calls'
import type { Handlers } from './answer-call'
import type { Arrivals } from './arrivals'
import { failed, succeeded } from './failure'
import type { PreferenceStore } from './preferences'
import type { Recents } from './recents'
import type { WorkbookHost } from './workbook-host'
import type { WrittenFiles } from './written-files'

export type AppParts = {
  readonly versions: Omit<CallValue<'app.info'>, 'pathToOpen' | 'notices' | 'canLookForUpdate'>
  readonly canLookForUpdate: boolean
  readonly notices: readonly string[]
  readonly host: WorkbookHost
  readonly arrivals: Arrivals
  readonly recents: Recents
  readonly preferences: PreferenceStore
  readonly written: WrittenFiles
  /** Opens an allowed address in the browser; false for any other. */
  readonly openLink: (address: string) => Promise<boolean>
  readonly showInFolder: (path: string) => void
}

type AppCall = Exclude<
  Extract<keyof Handlers, `app.${string}`>,
  'app.supportText' | 'app.saveSupportFile' | 'app.lookForUpdate'
>

const startCalls = (parts: AppParts): Pick<Handlers, 'app.info' | 'app.preferences' | 'app.setPreferences'> => ({
  'app.info': async () => {
    const arrived = parts.arrivals.take()
    const { versions, canLookForUpdate } = parts
    const pathToOpen = arrived ?? parts.host.path()
    return succeeded({ ...versions, pathToOpen, notices: [...parts.notices], canLookForUpdate })
  },
  'app.preferences': async () => succeeded(parts.preferences.value()),
  'app.setPreferences': async (change) => succeeded(await parts.preferences.set(change)),
})

/** The calls about the app itself. */
export const appCalls = (parts: AppParts): Pick<Handlers, AppCall> => ({
  ...startCalls(parts),
  'app.recents': async () => succeeded(await parts.recents.look()),
  'app.forgetRecent': async ({ path }) => {
    await parts.recents.forget(path)
    return succeeded(null)
  },
  'app.pinRecent': async ({ path, isPinned }) => {
    await parts.recents.pin(path, isPinned)
    return succeeded(null)
  },
  'app.showInFolder': async ({ path }) => {
    // the window shows what it made or opened, it does not look around
    const isKnown = parts.written.has(path) || parts.recents.list().some((file) => file.path === path)
    if (!isKnown)
      return failed('call-refused', 'Only files that were opened or saved here can be shown in their folder.')
    parts.showInFolder(path)
    return succeeded(null)
  },
  'app.openLink': async ({ url }) =>
    (await parts.openLink(url))
      ? succeeded(null)
      : failed('call-refused', 'This link leads to a place that the app does not open. Nothing was changed.'),
})
