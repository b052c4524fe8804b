import type { Change } from '@shared/plan/change'
import { newRow } from '@shared/plan/plan'
import type { TableName } from '@shared/plan/table-name'
import { useMemo, useState } from 'react'
import type { Values } from './edits'
import { blankId, type SheetRow } from './sheet-row'

/** What was typed into the line for a new row so far. */
export type Typed = {
  readonly values: Values
  /** Rows of other tables that were named on the way and are added with it. */
  readonly also: readonly Change[]
  /** Calculations by field, for the notes beside their results. */
  readonly calculations: ReadonlyMap<string, string>
  /** The row above which the line stands; null: at the end. */
  readonly aboveId: string | null
}

export const nothingTyped: Typed = { values: {}, also: [], calculations: new Map(), aboveId: null }

export type BlankLine = {
  readonly row: SheetRow
  readonly typed: Typed
  readonly set: (typed: Typed) => void
  /** Puts the line above a row, to insert one there. */
  readonly putAbove: (id: string) => void
  /** Forgets what was typed; the line is at the end again. */
  readonly drop: () => void
}

/** The line where a new row is typed: at the end, or above a row where one is inserted. */
export function useBlankLine(table: TableName, defaults: Values): BlankLine {
  const [typed, set] = useState<Typed>(nothingTyped)
  const row = useMemo<SheetRow>(
    () => ({ ...newRow(table, blankId, { ...defaults, ...typed.values }), id: blankId }),
    [table, defaults, typed.values],
  )
  return {
    row,
    typed,
    set,
    putAbove: (aboveId) => set({ ...typed, aboveId }),
    drop: () => set(nothingTyped),
  }
}
