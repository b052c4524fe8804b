import { namesOf } from '@shared/plan/names'
import { useEffect, useMemo, type ReactNode } from 'react'
import { SheetHostProvider, type SheetHost as Host } from '../components/DataSheet/sheet-host'
import { newId } from '../stores/bridge'
import { commit } from '../stores/commits'
import { explain } from '../stores/explanation'
import { chooseRow, noteFound, say, setLayout, setSelection, useInterface } from '../stores/interface'
import { showDetails } from '../stores/panel'
import { loadViews, removeView, saveView, useViews } from '../stores/views'
import { today } from '../stores/today'
import { isLocked, useWorkbook } from '../stores/workbook'
import { sheetViews } from './sheet-views'

const commitForSheet: Host['commit'] = async (label, code, make, about) => {
  const outcome = await commit(label, code, make)
  if (!outcome.ok) return { ok: false, message: outcome.error.message }
  if (about?.hasUndo === true) say(label, { tone: 'done', hasUndo: true })
  return { ok: true }
}

const keepView: Host['onSaveView'] = ({ sheetId, name, layout }) => {
  void saveView({ sheet: sheetId, name, json: JSON.stringify(layout) })
}

/** Lets every sheet inside show the plan of the workbook store and commit through its door. */
export function SheetHost({ children }: { readonly children: ReactNode }) {
  const plan = useWorkbook((s) => s.plan)
  const locked = useWorkbook(isLocked)
  const wanted = useInterface((s) => s.wanted)
  const layouts = useInterface((s) => s.layouts)
  const sessionId = useWorkbook((s) => s.file?.sessionId)
  const saved = useViews((s) => s.views)
  const views = useMemo(() => sheetViews(saved), [saved])
  useEffect(() => {
    if (sessionId !== undefined) void loadViews()
  }, [sessionId])
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
      onExplain: explain,
      layouts,
      onLayout: setLayout,
      views,
      onSaveView: keepView,
      onRemoveView: (sheetId, name) => void removeView(sheetId, name),
    }),
    [plan, names, locked, wanted, layouts, views],
  )
  return <SheetHostProvider value={host}>{children}</SheetHostProvider>
}
