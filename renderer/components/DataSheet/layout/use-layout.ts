import { plainLayout, type SheetLayout } from '@shared/contract/sheet-layout'
import { useMemo } from 'react'
import type { SheetColumn } from '../columns'
import { useSheetHost } from '../sheet-host'
import { fitting } from './layout'

export type LayoutState = {
  readonly sheetId: string
  readonly layout: SheetLayout
  readonly set: (layout: SheetLayout) => void
}

/** How a sheet is laid out, as the window remembers it by the sheet's id. */
export function useLayout(sheetId: string, columns: readonly SheetColumn[]): LayoutState {
  const { layouts, onLayout } = useSheetHost()
  const kept = layouts[sheetId] ?? plainLayout
  const layout = useMemo(() => fitting(columns, kept), [columns, kept])
  return { sheetId, layout, set: (next) => onLayout(sheetId, next) }
}
