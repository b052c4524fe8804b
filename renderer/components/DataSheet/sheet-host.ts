import type { Change } from '@shared/plan/change'
import type { Names } from '@shared/plan/format'
import type { Plan } from '@shared/plan/plan'
import { createContext, useContext } from 'react'

export type SheetOutcome = { readonly ok: true } | { readonly ok: false; readonly message: string }

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
}

const Context = createContext<SheetHost | null>(null)

/** Gives a host to every sheet inside. */
export const SheetHostProvider = Context

export function useSheetHost(): SheetHost {
  const host = useContext(Context)
  if (!host) throw new Error('A sheet stands outside of a SheetHostProvider')
  return host
}
