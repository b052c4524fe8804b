import type { KeyboardEvent } from 'react'
import type { SheetColumn } from '../columns'
import type { SheetRow } from '../sheet-row'
import { blockEdge, clampPlace, rangeOf, stepFrom, type Direction, type Place, type Range, type Size } from './range'

/** What keys do with the selected range. */
export type RangeActs = {
  readonly rows: readonly SheetRow[]
  readonly columns: readonly SheetColumn[]
  /** Rows of the sheet without the line for a new one at the end. */
  readonly realCount: number
  readonly isLocked: boolean
  readonly range: () => Range | null
  readonly select: (range: Range) => void
  /** Makes a cell the active one, and the only one selected. */
  readonly moveTo: (place: Place) => void
  /** Lets the selection reach to a cell and shows it. */
  readonly extendTo: (place: Place) => void
  /** Empties what is selected; false where that is but one cell. */
  readonly clearRange: () => boolean
  readonly fillFrom: (side: 'above' | 'left') => void
  readonly isFilled: (row: number, column: number) => boolean
}

type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>

const directions: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
}

const page = 15

const sizeOf = ({ rows, columns }: RangeActs): Size => ({ rows: rows.length, columns: columns.length })

/** Where a key leads from a place, with Ctrl by blocks; null where it leads nowhere of its own. */
function ledTo(acts: RangeActs, from: Place, { key, ctrlKey, metaKey }: Key): Place | null {
  const size = sizeOf(acts)
  const isCtrl = ctrlKey || metaKey
  const direction = directions[key]
  if (direction) return isCtrl ? blockEdge(from, direction, size, acts.isFilled) : stepFrom(from, direction, size)
  if (key === 'Home') return { row: isCtrl ? 0 : from.row, column: 0 }
  if (key === 'End') return { row: isCtrl ? Math.max(0, acts.realCount - 1) : from.row, column: size.columns - 1 }
  if (key === 'PageUp') return clampPlace({ row: from.row - page, column: from.column }, size)
  if (key === 'PageDown') return clampPlace({ row: from.row + page, column: from.column }, size)
  return null
}

/** Selects whole columns or rows of what is selected, or everything; null where the key is another. */
function wholes(acts: RangeActs, at: Place, { key, ctrlKey, metaKey, shiftKey }: Key): Range | null {
  const isCtrl = ctrlKey || metaKey
  const range = acts.range() ?? { anchor: at, focus: at }
  const bottom = Math.max(0, acts.realCount - 1)
  const right = acts.columns.length - 1
  if (isCtrl && key.toLowerCase() === 'a') return rangeOf({ top: 0, bottom, left: 0, right })
  if (key !== ' ' || isCtrl === shiftKey) return null
  const { anchor, focus } = range
  if (isCtrl) return { anchor: { ...anchor, row: 0 }, focus: { ...focus, row: bottom } }
  return { anchor: { ...anchor, column: 0 }, focus: { ...focus, column: right } }
}

function onFill(acts: RangeActs, { key, ctrlKey, metaKey }: Key): boolean {
  const letter = key.toLowerCase()
  if (!(ctrlKey || metaKey) || (letter !== 'd' && letter !== 'r')) return false
  if (!acts.isLocked) acts.fillFrom(letter === 'd' ? 'above' : 'left')
  return true
}

/** Keys that select, move over blocks and fill; true where one was used. */
export function onRangeKey(acts: RangeActs, at: Place, event: Key): boolean {
  const { key, shiftKey, altKey } = event
  if (altKey) return false
  const isCtrl = event.ctrlKey || event.metaKey
  const whole = wholes(acts, at, event)
  if (whole) {
    acts.select(whole)
    return true
  }
  if (onFill(acts, event)) return true
  const range = acts.range()
  if (
    key === 'Escape' &&
    range &&
    (range.anchor.row !== range.focus.row || range.anchor.column !== range.focus.column)
  ) {
    acts.select({ anchor: range.anchor, focus: range.anchor })
    return true
  }
  const to = shiftKey || isCtrl ? ledTo(acts, shiftKey ? (range?.focus ?? at) : at, event) : null
  if (!to) return false
  if (shiftKey) acts.extendTo(to)
  else acts.moveTo(to)
  return true
}
