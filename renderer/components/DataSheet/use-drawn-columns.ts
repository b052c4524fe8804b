import { useEffect, useMemo, useState } from 'react'
import type { TableName } from '@shared/plan/table-name'
import type { SheetColumn } from './columns'
import type { EditOpening } from './edit-opening'
import { gridColumns } from './grid-columns'
import { makeLatest } from './latest'
import type { LayoutState } from './layout/use-layout'
import { notesByCell } from './notes'
import { useSheetHost } from './sheet-host'
import type { SheetEdits } from './use-sheet-edits'

type Question = {
  readonly table: TableName
  readonly columns: readonly SheetColumn[]
  readonly names: SheetEdits['names']
  readonly opening: EditOpening
  readonly addWords: string
  readonly layout: LayoutState['layout']
  readonly frozenCount: number
  readonly widths: ReadonlyMap<string, number>
  /** The menu of a heading is asked for, below it. */
  readonly onHeadingMenu: (key: string, at: DOMRect) => void
}

/** The columns as the grid draws them; the same objects until something that a cell draws has changed. */
export function useDrawnColumns(question: Question) {
  const { table, columns, names, opening, addWords, layout, frozenCount, widths, onHeadingMenu } = question
  const { plan, isLocked, onExplain, today } = useSheetHost()
  // editors ask for the plan when they are opened: an edit of it draws no column anew
  const [shown] = useState(() => makeLatest({ plan, names }))
  useEffect(() => shown.put({ plan, names }), [shown, plan, names])
  const notes = useMemo(() => notesByCell(plan.note), [plan.note])
  return useMemo(
    () =>
      gridColumns(columns, {
        table,
        names,
        notes,
        isLocked,
        opening,
        addWords,
        layout,
        widths,
        now: shown.now,
        onExplain,
        today,
        frozenCount,
        onHeadingMenu,
      }),
    [
      columns,
      table,
      names,
      notes,
      isLocked,
      opening,
      addWords,
      layout,
      widths,
      shown,
      onExplain,
      today,
      frozenCount,
      onHeadingMenu,
    ],
  )
}
