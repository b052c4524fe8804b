import { create } from 'zustand'
import { putExplanationAway } from './explanation'
import { showPanel } from './interface'

export const panelTabs = ['fields', 'notes', 'history', 'used-by'] as const
export type PanelTab = (typeof panelTabs)[number]

export type PanelState = {
  /** What of the row is shown; stays from row to row. */
  readonly tab: PanelTab
  /** The field whose notes are asked for; null: those on the row and all its fields. */
  readonly noteField: string | null
  /** Counts up each time the planner asks to go into the panel, which then takes the focus. */
  readonly entries: number
}

export const usePanel = create<PanelState>()(() => ({ tab: 'fields', noteField: null, entries: 0 }))
const { getState, setState } = usePanel

export const choosePanelTab = (tab: PanelTab): void => setState({ tab, noteField: null })

/** Shows the notes on one field of the row. */
export const showNotesOn = (noteField: string): void => setState({ tab: 'notes', noteField })

/** Opens the panel on the details of the row, and puts the focus into it. */
export function showDetails(): void {
  putExplanationAway()
  showPanel(true)
  setState({ entries: getState().entries + 1 })
}

/** Closes the panel. */
export function closePanel(): void {
  putExplanationAway()
  showPanel(false)
}
