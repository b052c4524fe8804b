import type { KeyboardEvent } from 'react'
import { groupOf, isBlank, type SheetRow } from './sheet-row'

/** What keys do with whole rows. */
export type RowActs = {
  readonly isLocked: boolean
  readonly canAdd: boolean
  readonly dropBlank: () => void
  /** Deletes the rows that are selected. */
  readonly removeRows: () => void
  /** Puts the line for a new row above the active one. */
  readonly insertAbove: (row: SheetRow) => void
  readonly moveRows: (step: 1 | -1) => void
  readonly toggleGroup: (id: string) => void
  readonly openMenu: (row: SheetRow) => void
}

type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>

function onGroup(acts: RowActs, row: SheetRow, { key }: Key): boolean {
  const group = row[groupOf]
  const isToggle = key === 'Enter' || key === ' ' || key === (group?.isOpen === true ? 'ArrowLeft' : 'ArrowRight')
  if (!group || !isToggle) return false
  acts.toggleGroup(row.id)
  return true
}

/** Keys about the row that the planner is on; true where one was used. */
export function onRowKey(acts: RowActs, row: SheetRow, event: Key): boolean {
  const { key, shiftKey, altKey } = event
  const isCtrl = event.ctrlKey || event.metaKey
  if (key === 'ContextMenu' || (key === 'F10' && shiftKey)) {
    acts.openMenu(row)
    return true
  }
  if (onGroup(acts, row, event)) return true
  if (isCtrl && key === '-' && !acts.isLocked) {
    if (isBlank(row)) acts.dropBlank()
    else acts.removeRows()
    return true
  }
  if ((key === 'Insert' || (isCtrl && key === '+')) && acts.canAdd) {
    acts.insertAbove(row)
    return true
  }
  if (altKey && shiftKey && (key === 'ArrowUp' || key === 'ArrowDown') && !acts.isLocked) {
    acts.moveRows(key === 'ArrowUp' ? -1 : 1)
    return true
  }
  if (key === 'Escape' && isBlank(row)) {
    acts.dropBlank()
    return true
  }
  return false
}
