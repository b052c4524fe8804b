import { sizeOf, type Box } from '../range/range'

/**
 * A clipboard block laid over a selected range: where the range is a whole number of blocks high and wide the block is
 * repeated until it is full, so that one value fills a range; else the block is pasted once, as it is.
 */
export function tiled(cells: readonly (readonly string[])[], box: Box): readonly (readonly string[])[] {
  const { rows, columns } = sizeOf(box)
  const height = cells.length
  const width = Math.max(0, ...cells.map((line) => line.length))
  if (height === 0 || width === 0 || rows % height !== 0 || columns % width !== 0) return cells
  return Array.from({ length: rows }, (_, row) => {
    const line = cells[row % height] ?? []
    return Array.from({ length: columns }, (_none, column) => line[column % width] ?? '')
  })
}
