import { namesOf } from '@shared/plan/names'
import { useMemo, type ReactNode } from 'react'
import { SheetHostProvider, type SheetHost as Host } from '../components/DataSheet/sheet-host'
import { newId } from '../stores/bridge'
import { commit } from '../stores/commits'
import { chooseRow, noteFound, say, setLayout, setSelection, useInterface } from '../stores/interface'
import { showDetails } from '../stores/panel'
import { isLocked, useWorkbook } from '../stores/workbook'

const commitForSheet: Host['commit'] = async (label, code, make, about) => {
  const outcome = await commit(label, code, make)
  if (!outcome.ok) return { ok: false, message: outcome.error.message }
  if (about?.hasUndo === true) say(label, { tone: 'done', hasUndo: true })
  return { ok: true }
}

/** The day by the planner's own clock. */
function today(): string {
  const now = new Date()
  const two = (n: number): string => String(n).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

/** Lets every sheet inside show the plan of the workbook store and commit through its door. */
export function SheetHost({ children }: { readonly children: ReactNode }) {
  const plan = useWorkbook((s) => s.plan)
  const locked = useWorkbook(isLocked)
  const wanted = useInterface((s) => s.wanted)
  const layouts = useInterface((s) => s.layouts)
  const names = useMemo(() => namesOf(plan), [plan])
  const host = useMemo<Host>(
    () => ({
      plan,
      names,
      isLocked: locked,
      commit: commitForSheet,
      newId,
      today,
      onSelection: setSelection,
      wanted,
      onFound: noteFound,
      onRow: chooseRow,
      onDetails: showDetails,
      layouts,
      onLayout: setLayout,
    }),
    [plan, names, locked, wanted, layouts],
  )
  return <SheetHostProvider value={host}>{children}</SheetHostProvider>
}
