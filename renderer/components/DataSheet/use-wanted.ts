import type { TableName } from '@shared/plan/table-name'
import { useEffect } from 'react'
import type { Place } from './range/range'
import { useSheetHost } from './sheet-host'
import type { SheetRow } from './sheet-row'

/** Shows the row that a jump leads to, where this sheet holds it. */
export function useWanted(table: TableName, rows: readonly SheetRow[], moveTo: (place: Place) => void): void {
  const { wanted, onFound } = useSheetHost()
  const at = wanted?.table === table ? rows.findIndex(({ id }) => id === wanted.id) : -1
  useEffect(() => {
    if (at === -1) return
    moveTo({ row: at, column: 0 })
    onFound()
  })
}
