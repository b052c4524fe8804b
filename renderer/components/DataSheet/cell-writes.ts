import { fillLines, sameLines, type ShownSheet } from './clipboard/block-lines'
import { isOneCell, type Box } from './range/range'
import type { RangeLayer } from './range/use-range'
import type { WriteLines } from './use-block'

/** What Ctrl+D and Ctrl+R fill: the rest of the selection from its first row or column, one row or column from its neighbor. */
function fillFrom(box: Box, side: 'above' | 'left'): { source: Box; target: Box } | null {
  if (side === 'above') {
    const top = box.top === box.bottom ? box.top - 1 : box.top
    return top < 0 ? null : { source: { ...box, top, bottom: top }, target: { ...box, top } }
  }
  const left = box.left === box.right ? box.left - 1 : box.left
  return left < 0 ? null : { source: { ...box, left, right: left }, target: { ...box, left } }
}

export type CellWrites = {
  /** Fills a rectangle from a part of it, on with a series where it makes one unless that is not wanted. */
  readonly fillTo: (source: Box, target: Box, isSeries?: boolean) => void
  readonly fill: (side: 'above' | 'left') => void
  readonly clear: () => void
  /** Empties what is selected; false where that is but one cell. */
  readonly clearRange: () => boolean
}

/** What writes into the selected cells, each act one commit. */
export function cellWrites(shown: ShownSheet, range: RangeLayer, write: WriteLines): CellWrites {
  const fillTo = (source: Box, target: Box, isSeries = true): void =>
    write('fill', fillLines({ ...shown, source, target, isSeries }))
  const fill = (side: 'above' | 'left'): void => {
    const box = range.box()
    const from = box && fillFrom(box, side)
    if (from) fillTo(from.source, from.target, false)
  }
  const clear = (): void => {
    const box = range.box()
    if (box) write('clear', sameLines(shown, box, { text: '' }))
  }
  const clearRange = (): boolean => {
    const box = range.box()
    if (!box || isOneCell(box)) return false
    clear()
    return true
  }
  return { fillTo, fill, clear, clearRange }
}
