import type { Recent } from '@shared/contract/calls'
import { create } from 'zustand'
import { call } from './bridge'

/** Workbooks that were open before, the pinned ones first; null until they are read. */
export const useRecents = create<{ readonly recents: readonly Recent[] | null }>()(() => ({ recents: null }))

const inOrderOfUse = (recents: readonly Recent[]): readonly Recent[] =>
  [...recents].sort(
    (a, b) =>
      Number(b.isPinned) - Number(a.isPinned) || (a.openedAt < b.openedAt ? 1 : a.openedAt > b.openedAt ? -1 : 0),
  )

export async function loadRecents(): Promise<void> {
  const answer = await call('app.recents', {})
  useRecents.setState({ recents: answer.ok ? inOrderOfUse(answer.value) : [] })
}

export async function pinRecent(path: string, isPinned: boolean): Promise<void> {
  await call('app.pinRecent', { path, isPinned })
  await loadRecents()
}

export async function forgetRecent(path: string): Promise<void> {
  await call('app.forgetRecent', { path })
  await loadRecents()
}
