import { MantineProvider } from '@mantine/core'
import { applyChanges } from '@shared/plan/apply'
import { namesOf } from '@shared/plan/names'
import { rowsOf, type Plan } from '@shared/plan/plan'
import type { TableName } from '@shared/plan/table-name'
import type { AnyRow } from '@shared/plan/tables'
import type { SheetLayout } from '@shared/contract/sheet-layout'
import { useMemo, useState } from 'react'
import { DataSheet, type DataSheetProps } from '../../../renderer/components/DataSheet/DataSheet'
import {
  SheetHostProvider,
  type SheetHost,
  type SheetOutcome,
  type SheetView,
} from '../../../renderer/components/DataSheet/sheet-host'
import { cssVariables, theme } from '../../../renderer/app/theme'

export type Done = { label: string; code: string; plan: Plan }

type Props = {
  plan: Plan
  table: TableName
  columns: DataSheetProps['columns']
  done: Done[]
  /** Refuses every commit with this sentence. */
  refusal?: string
  isLocked?: boolean
  words?: (string | null)[]
  onDetails?: () => void
  onExplain?: SheetHost['onExplain']
} & Pick<DataSheetProps, 'defaults' | 'canAdd' | 'canRemove'>

/** A sheet over a plan in memory that takes every commit by the algebra, and notes it. */
export function TestSheet({
  plan: first,
  table,
  columns,
  done,
  refusal,
  isLocked = false,
  words,
  onDetails,
  onExplain,
  ...rest
}: Props) {
  const [plan, setPlan] = useState(first)
  const [layouts, setLayouts] = useState<Record<string, SheetLayout>>({})
  const [views, setViews] = useState<readonly SheetView[]>([])
  const host = useMemo<SheetHost>(() => {
    return {
      plan,
      names: namesOf(plan),
      isLocked,
      newId: () => crypto.randomUUID(),
      today: () => '2026-11-23',
      onSelection: (text) => words?.push(text),
      wanted: null,
      onFound: () => undefined,
      onRow: () => undefined,
      onDetails: () => onDetails?.(),
      onExplain: (question) => onExplain?.(question),
      layouts,
      views,
      onSaveView: (view) => setViews((before) => [...before, view]),
      onRemoveView: (_, name) => setViews((before) => before.filter((view) => view.name !== name)),
      onLayout: (id, layout) => setLayouts((before) => ({ ...before, [id]: layout })),
      commit: async (label, code, make): Promise<SheetOutcome> => {
        await Promise.resolve()
        if (refusal !== undefined) return { ok: false, message: refusal }
        const changes = make(plan)
        const applied = applyChanges(plan, changes)
        if (!applied.ok) return { ok: false, message: 'conflict' }
        done.push({ label, code, plan: applied.value })
        setPlan(applied.value)
        return { ok: true }
      },
    }
  }, [plan, layouts, views, isLocked, refusal, done, words, onDetails, onExplain])
  const rows: readonly AnyRow[] = rowsOf(plan, table)
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} env="test">
      <SheetHostProvider value={host}>
        <DataSheet table={table} columns={columns} rows={rows} title="Sheet" {...rest} />
      </SheetHostProvider>
    </MantineProvider>
  )
}
