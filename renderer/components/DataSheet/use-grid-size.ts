import { useViewportSize } from '@mantine/hooks'
import type { SheetLayout } from '@shared/contract/sheet-layout'
import { useMemo } from 'react'
import type { SheetColumn } from './columns'
import { fittedWidths, totalOf } from './layout/fit-widths'

export const rowHeight = 30
export const headerHeight = 42

const scrollBar = 15
const letterWidth = 7
const cellPadding = 18
/** The largest part of the window's height that a sheet takes. */
const mostOfWindow = 0.6

type Asked = {
  readonly columns: readonly SheetColumn[]
  readonly drawn: SheetLayout['widths']
  /** Pixels of the place that the grid stands in; 0 until it is measured. */
  readonly frame: number
  /** Rows and totals below the header. */
  readonly lines: number
  /** Stand in the first column of the line at the end. */
  readonly addWords: string
}

/** How wide each column is, and the size of the grid around them: as high as its rows where that fits the window, else it scrolls within itself. */
export function useGridSize({ columns, drawn, frame, lines, addWords }: Asked) {
  const { height: window } = useViewportSize()
  const height = headerHeight + rowHeight * lines + 2
  const leastOfFirst = addWords === '' ? 0 : Math.ceil(addWords.length * letterWidth) + cellPadding
  const isTall = window > 0 && height > window * mostOfWindow
  const border = 2 + (isTall ? scrollBar : 0)
  const widths = useMemo(
    () => fittedWidths(columns, drawn, frame - border, leastOfFirst),
    [columns, drawn, frame, border, leastOfFirst],
  )
  const total = totalOf(widths) + border
  const isWide = frame > 0 && total > frame
  const style = {
    blockSize: height + (isWide ? scrollBar : 0),
    maxBlockSize: `${mostOfWindow * 100}dvh`,
    // a sheet of few columns is no wider than they are
    ...(frame > 0 && !isWide ? { inlineSize: total } : {}),
  }
  return { widths, style }
}
