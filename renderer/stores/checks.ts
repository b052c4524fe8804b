import type { AttentionItem } from '@shared/forecast/attention'
import { partSetAside, type SetAside } from '@shared/forecast/attention-set-aside'
import { create } from 'zustand'
import { goTo, goToRow, say } from './interface'
import type { ScreenId } from './screen-id'
import { tablePlaces } from './table-places'
import { useWorkbook } from './workbook'

export type Things = { readonly open: readonly AttentionItem[]; readonly aside: readonly SetAside[] }

type ChecksState = {
  /** Everything to check in the plan that is shown, set aside or not; null until it was looked through. */
  readonly items: readonly AttentionItem[] | null
  readonly things: Things | null
  readonly counts: ReadonlyMap<ScreenId, number>
}

const nothing: ChecksState = { items: null, things: null, counts: new Map() }

const useChecks = create<ChecksState>()(() => nothing)
const { getState, setState } = useChecks

/** The screen on which a thing is put right. */
const screenOf = ({ screen, table, rowId }: AttentionItem): ScreenId =>
  table !== null && rowId !== null ? tablePlaces[table].screen : screen

function countsOf(open: readonly AttentionItem[]): ReadonlyMap<ScreenId, number> {
  const counts = new Map<ScreenId, number>([['checks', open.length]])
  for (const item of open) counts.set(screenOf(item), (counts.get(screenOf(item)) ?? 0) + 1)
  return counts
}

/** Takes over what there is to check in the plan that is shown; null where that is not known. */
export function putItems(items: readonly AttentionItem[] | null): void {
  if (items === null) return setState(nothing)
  const things = partSetAside(useWorkbook.getState().plan, items)
  setState({ items, things, counts: countsOf(things.open) })
}

/** Parts the same things anew: a note was written or deleted, which sets a thing aside or takes it up again. */
export const partAgain = (): void => putItems(getState().items)

/** The things to check in the shown plan, those open and those set aside; null until it was looked through. */
export const useThings = (): Things | null => useChecks((s) => s.things)

/** How many things are open on every screen; on the screen that lists them, all. */
export const useThingCounts = (): ReadonlyMap<ScreenId, number> => useChecks((s) => s.counts)

/** To the row that a thing is about, where there is one, else to its screen. */
export function goToThing({ screen, table, rowId }: AttentionItem): void {
  if (table !== null && rowId !== null) goToRow({ table, id: rowId })
  else goTo(screen)
}

/** What tells one thing from all others of a plan. */
export const thingKey = ({ code, rowId, sentence }: AttentionItem): string => `${code} ${rowId ?? ''} ${sentence}`

const openThings = (): readonly AttentionItem[] => getState().things?.open ?? []

/** Whether there is anything to check. */
export const hasThings = (): boolean => openThings().length > 0

let last: { readonly key: string; readonly at: number } | null = null

/** Goes to the next thing to check after the one that was shown last, says which it is, and begins anew after the last. */
export function goToNextThing(): void {
  const things = openThings()
  const here = things.findIndex((item) => thingKey(item) === last?.key)
  // one that was put right is not there any more: the one in its place is next
  const next = (here === -1 ? (last?.at ?? 0) : here + 1) % Math.max(1, things.length)
  const item = things[next]
  if (!item) return
  last = { key: thingKey(item), at: next }
  goToThing(item)
  say(`${next + 1} of ${things.length} things to check: ${item.sentence}`)
}
