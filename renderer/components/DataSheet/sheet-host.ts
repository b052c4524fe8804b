import type { SheetLayout } from '@shared/contract/sheet-layout'
import type { ExplainQuestion } from '@shared/forecast/explain-question'
import type { Change } from '@shared/plan/change'
import type { Names } from '@shared/plan/format'
import type { Plan } from '@shared/plan/plan'
import type { TableName } from '@shared/plan/table-name'
import { createContext, useContext } from 'react'

/** A row of the plan. */
export type RowPlace = { readonly table: TableName; readonly id: string }

export type SheetOutcome = { readonly ok: true } | { readonly ok: false; readonly message: string }

/** A way to lay out one sheet that the planner keeps under a name, with the workbook. */
export type SheetView = { readonly sheetId: string; readonly name: string; readonly layout: SheetLayout }

/** What sheets need of the window around them: the plan that is shown, and the one door through which it changes. */
export type SheetHost = {
  readonly plan: Plan
  readonly names: Names
  readonly isLocked: boolean
  /** Commits what `make` answers for the plan as it is when its turn comes; answers when the file holds it. */
  readonly commit: (
    label: string,
    code: string,
    make: (plan: Plan) => readonly Change[],
    about?: { readonly hasUndo: boolean },
  ) => Promise<SheetOutcome>
  readonly newId: () => string
  /** Today, `YYYY-MM-DD`. */
  readonly today: () => string
  /** Words about what is selected, for the status bar. */
  readonly onSelection: (words: string | null) => void
  /** The row that a jump leads to; the sheet that holds it shows it and says so. */
  readonly wanted: RowPlace | null
  readonly onFound: () => void
  /** The planner is on another row of a sheet, or on none. */
  readonly onRow: (row: RowPlace | null) => void
  /** The planner asks for the details of the row they are on. */
  readonly onDetails: () => void
  /** The planner asks what a figure is made of. */
  readonly onExplain: (question: ExplainQuestion) => void
  /** How sheets are laid out, by their ids, as long as the window is open. */
  readonly layouts: Readonly<Record<string, SheetLayout>>
  readonly onLayout: (sheetId: string, layout: SheetLayout) => void
  /** Saved views of every sheet; saving one of the same name replaces it. */
  readonly views: readonly SheetView[]
  readonly onSaveView: (view: SheetView) => void
  readonly onRemoveView: (sheetId: string, name: string) => void
}

const Context = createContext<SheetHost | null>(null)

/** Gives a host to every sheet inside. */
export const SheetHostProvider = Context

export function useSheetHost(): SheetHost {
  const host = useContext(Context)
  if (!host) throw new Error('A sheet stands outside of a SheetHostProvider')
  return host
}
