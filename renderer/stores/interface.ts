import type { Preferences } from '@shared/contract/calls'
import type { SheetLayout } from '@shared/contract/sheet-layout'
import type { Offer } from '@shared/contract/workbook'
import { create } from 'zustand'
import { call } from './bridge'
import type { TableName } from '@shared/plan/table-name'
import type { ScreenId } from './screen-id'
import { tablePlaces } from './table-places'

export type ColorScheme = Preferences['colorScheme']

/** What an import is about; null lets the planner say it. */
export type ImportSubject = 'schools' | 'staff-totals' | 'staff-groups' | 'positions'

export type Dialog =
  | { readonly kind: 'import'; readonly subject: ImportSubject | null; readonly path: string | null }
  | { readonly kind: 'shortcuts' }
  /** Edits are not saved: `leave` closes the workbook without them. */
  | { readonly kind: 'unsaved'; readonly count: number; readonly leave: () => void }
  | { readonly kind: 'save-version' }
  | { readonly kind: 'restore-backup' }
  | { readonly kind: 'offer-backup'; readonly problem: string; readonly offer: Offer }
  | { readonly kind: 'copy-for-others' }
  | { readonly kind: 'new-from-last-year' }
  | { readonly kind: 'about' }
  | { readonly kind: 'licenses' }
  | { readonly kind: 'merge-copy' }
  | { readonly kind: 'beside-others' }
  | { readonly kind: 'support' }
  | { readonly kind: 'model-card' }
  | { readonly kind: 'guide' }

/** Work that goes on in the background, as the status bar shows it. */
export type Task = { readonly id: string; readonly label: string; readonly done: number | null }

/** One sentence for the planner that needs no answer; `hasUndo` offers to take the act back, `takeBack` where Undo cannot. */
export type Message = {
  readonly id: number
  readonly tone: 'info' | 'done' | 'problem'
  readonly text: string
  readonly hasUndo: boolean
  readonly takeBack: (() => void) | null
  /** A file that was written, to be shown in its folder. */
  readonly path: string | null
}

/** A row of the plan. */
export type RowPlace = { readonly table: TableName; readonly id: string }

export type InterfaceState = {
  readonly screen: ScreenId
  readonly past: readonly ScreenId[]
  readonly future: readonly ScreenId[]
  /** The tab that was open last on each screen. */
  readonly tabs: Readonly<Partial<Record<ScreenId, string>>>
  /** The row that the planner is on; null where none is chosen. */
  readonly row: RowPlace | null
  /** The row that a jump leads to, until the sheet that holds it has shown it. */
  readonly wanted: RowPlace | null
  /** Whether the panel with the details of the chosen row stands open. */
  readonly isPanelOpen: boolean
  readonly isNavigationNarrow: boolean
  readonly scheme: ColorScheme
  readonly dialog: Dialog | null
  /** What is selected in the grid, in words, for the status bar ("Sum 1,200 · 3 cells"). */
  readonly selection: string | null
  /** How sheets are laid out, by their ids, as long as the window is open. */
  readonly layouts: Readonly<Record<string, SheetLayout>>
  readonly tasks: readonly Task[]
  readonly messages: readonly Message[]
}

export const initialInterface: InterfaceState = {
  screen: 'overview',
  past: [],
  future: [],
  tabs: {},
  row: null,
  wanted: null,
  isPanelOpen: false,
  isNavigationNarrow: false,
  scheme: 'auto',
  dialog: null,
  selection: null,
  layouts: {},
  tasks: [],
  messages: [],
}

export const useInterface = create<InterfaceState>()(() => initialInterface)
const { getState, setState } = useInterface

const leftBehind = { selection: null, row: null, wanted: null } as const

/** Shows a screen. */
export function goTo(screen: ScreenId): void {
  const { screen: here, past } = getState()
  if (screen === here) return
  setState({ screen, past: [...past, here].slice(-50), future: [], ...leftBehind })
}

export const chooseTab = (screen: ScreenId, tab: string): void => {
  setState({ tabs: { ...getState().tabs, [screen]: tab }, ...leftBehind })
}

/** Shows a row where its table is edited, or on another tab of that screen; the panel shows it even where no sheet does. */
export function goToRow(row: RowPlace, otherTab?: string): void {
  const { screen, tab: usual } = tablePlaces[row.table]
  const tab = otherTab ?? usual
  goTo(screen)
  if (tab !== null) chooseTab(screen, tab)
  setState({ wanted: row, row })
}

/** Shows where the rows of a table are edited. */
export function goToTable(table: TableName): void {
  const { screen, tab } = tablePlaces[table]
  goTo(screen)
  if (tab !== null) chooseTab(screen, tab)
}

/** The planner is on another row, or on none. */
export const chooseRow = (row: RowPlace | null): void => setState({ row })

/** Opens or closes the panel with the details of the chosen row. */
export const showPanel = (isPanelOpen: boolean): void => setState({ isPanelOpen })

/** A sheet has shown the row that a jump led to. */
export const noteFound = (): void => setState({ wanted: null })

/** The screen before this one, as Alt+Left shows it. */
export function goBack(): void {
  const { screen, past, future } = getState()
  const before = past.at(-1)
  if (before) setState({ screen: before, past: past.slice(0, -1), future: [screen, ...future], ...leftBehind })
}

/** The screen that was left by going back, as Alt+Right shows it. */
export function goForward(): void {
  const { screen, past, future } = getState()
  const [next, ...rest] = future
  if (next) setState({ screen: next, past: [...past, screen], future: rest, ...leftBehind })
}

/** A workbook was opened or closed: what was visited before belongs to another plan. */
export function startAt(screen: ScreenId): void {
  setState({ screen, past: [], future: [], tabs: {}, layouts: {}, dialog: null, ...leftBehind })
}

export const openDialog = (dialog: Dialog): void => setState({ dialog })
export const closeDialog = (): void => setState({ dialog: null })
export const setSelection = (selection: string | null): void => {
  if (getState().selection !== selection) setState({ selection })
}

/** Shows the history of the workbook or its saved versions. */
export function showRecords(tab: 'history' | 'versions'): void {
  goTo('settings')
  chooseTab('settings', tab)
}

/** Remembers how a sheet is laid out. */
export const setLayout = (sheetId: string, layout: SheetLayout): void =>
  setState({ layouts: { ...getState().layouts, [sheetId]: layout } })

/** Opens the import wizard, for a subject and a file where they are known already. */
export const openImport = (subject: ImportSubject | null = null, path: string | null = null): void =>
  openDialog({ kind: 'import', subject, path })

const takePreferences = ({ colorScheme, isNavigationNarrow }: Preferences): void =>
  setState({ scheme: colorScheme, isNavigationNarrow })

/** Reads what the planner set the window to at an earlier time. */
export async function loadPreferences(): Promise<void> {
  const answer = await call('app.preferences', {})
  if (answer.ok) takePreferences(answer.value)
}

export async function setScheme(scheme: ColorScheme): Promise<void> {
  setState({ scheme })
  await call('app.setPreferences', { colorScheme: scheme })
}

export async function toggleNavigation(): Promise<void> {
  const isNavigationNarrow = !getState().isNavigationNarrow
  setState({ isNavigationNarrow })
  await call('app.setPreferences', { isNavigationNarrow })
}

/** Takes over what is known of a background task; a finished one leaves the list. */
export function noteProgress(task: Task): void {
  const others = getState().tasks.filter(({ id }) => id !== task.id)
  setState({ tasks: task.done === 1 ? others : [...others, task] })
}

let lastMessage = 0

/** Says something to the planner, in a corner and to screen readers. */
export function say(text: string, about: Partial<Omit<Message, 'id' | 'text'>> = {}): void {
  lastMessage += 1
  const message: Message = { tone: 'info', hasUndo: false, takeBack: null, path: null, ...about, id: lastMessage, text }
  setState({ messages: [...getState().messages, message].slice(-5) })
}

export const dismissMessage = (id: number): void =>
  setState({ messages: getState().messages.filter((message) => message.id !== id) })
