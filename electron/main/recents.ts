import { access } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import { recentsFileSchema, type Recent, type RecentFile } from '@shared/contract/calls'
import { jsonWriter, readJsonFile } from './json-file'
import { within } from './patience'

const most = 20
const patienceMilliseconds = 400

/** The workbooks that were open before, newest first, pinned ones kept longest. */
export type Recents = {
  readonly list: () => readonly RecentFile[]
  /** The list with whether each file is there; one that cannot be told soon (a slow share) counts as there. */
  readonly look: () => Promise<Recent[]>
  readonly add: (opened: { path: string; openedAt: string; summary: string | null }) => Promise<void>
  readonly forget: (path: string) => Promise<void>
  readonly forgetAll: () => Promise<void>
  readonly pin: (path: string, isPinned: boolean) => Promise<void>
  readonly setAside: string | null
}

/** A workbook's name as the planner reads it: the file's, without its ending. */
export const workbookName = (path: string): string => basename(path, extname(path))

const newestFirst = (a: RecentFile, b: RecentFile): number =>
  a.openedAt < b.openedAt ? 1 : a.openedAt > b.openedAt ? -1 : 0

/** At most twenty: where there are more, the ones opened longest ago go, pinned ones last. */
export function keepMost(files: readonly RecentFile[]): RecentFile[] {
  const kept = files.toSorted((a, b) => Number(b.isPinned) - Number(a.isPinned) || newestFirst(a, b)).slice(0, most)
  return kept.toSorted(newestFirst)
}

/**
 * Looks whether files are there, one after the other. While one look is not answered in time no other is begun, and the rest
 * counts as there: each open look keeps one of the few threads that read files, the app's own pages too.
 */
function lookerBy(reach: (path: string) => Promise<unknown>): (path: string) => Promise<boolean> {
  let isHeldUp = false
  return async (path) => {
    if (isHeldUp) return true
    const found = reach(path).then(
      () => true,
      () => false,
    )
    const told = await within(patienceMilliseconds, found)
    if (told !== null) return told
    isHeldUp = true
    void found.then(() => (isHeldUp = false))
    return true
  }
}

/** Opens the list kept in a file; `onChange` is called after every change of it. */
export function openRecents(
  path: string,
  onChange: () => void,
  reach: (path: string) => Promise<unknown> = access,
): Recents {
  const isThere = lookerBy(reach)
  const read = readJsonFile(path, recentsFileSchema, [])
  const write = jsonWriter(path)
  let files = keepMost(read.value)
  const become = async (next: readonly RecentFile[]): Promise<void> => {
    files = keepMost(next)
    onChange()
    await write(files)
  }
  return {
    list: () => files,
    look: async () => {
      const looked: Recent[] = []
      for (const file of files) looked.push({ ...file, exists: await isThere(file.path) })
      return looked
    },
    add: ({ path: added, openedAt, summary }) => {
      const before = files.find((file) => file.path === added)
      const file = { path: added, name: workbookName(added), openedAt, isPinned: before?.isPinned ?? false, summary }
      return become([file, ...files.filter((other) => other !== before)])
    },
    forget: (forgotten) => become(files.filter((file) => file.path !== forgotten)),
    forgetAll: () => become(files.filter((file) => file.isPinned)),
    pin: (pinned, isPinned) => become(files.map((file) => (file.path === pinned ? { ...file, isPinned } : file))),
    setAside: read.setAside,
  }
}
