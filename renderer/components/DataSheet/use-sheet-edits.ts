import { sameValue } from '@shared/plan/canonical'
import type { Value } from '@shared/plan/field'
import { formatValue } from '@shared/plan/format'
import { newRow } from '@shared/plan/plan'
import type { TableName } from '@shared/plan/table-name'
import type { AnyRow } from '@shared/plan/tables'
import { kindWords, nameOf } from '@shared/plan/words'
import { useCallback, useMemo, useState } from 'react'
import type { FieldColumn, SheetColumn } from './columns'
import { additionChange, readDraft, stillNeeded, valuesChange, type Values } from './edits'
import { useSheetHost, type SheetOutcome } from './sheet-host'
import { blankId, isBlank, type Draft, type SheetRow } from './sheet-row'

/** Why a cell kept what it held. */
export type CellProblem = { readonly rowId: string; readonly key: string; readonly message: string }

type Pending = ReadonlyMap<string, AnyRow>

const noValues: Values = {}

export type SheetEdits = {
  /** Rows as they will be once the file holds them, by id. */
  readonly pending: Pending
  readonly problem: CellProblem | null
  readonly setProblem: (problem: CellProblem | null) => void
  /** The line at the end, with what was typed into it so far. */
  readonly blankRow: SheetRow
  readonly isBlankBegun: boolean
  readonly dropBlank: () => void
  /** Takes what a closed cell holds: into the plan, or into the line at the end until enough is known for a row. */
  readonly take: (row: SheetRow, column: FieldColumn, draft: Draft) => void
}

/** What is typed becomes commits, one a cell; until each is answered its row shows what was typed. */
export function useSheetEdits(
  table: TableName,
  columns: readonly SheetColumn[],
  defaults: Values = noValues,
): SheetEdits {
  const host = useSheetHost()
  const [pending, setPending] = useState<Pending>(new Map<string, AnyRow>())
  const [problem, setProblem] = useState<CellProblem | null>(null)
  const [blank, setBlank] = useState<Values>(noValues)
  const blankRow = useMemo<SheetRow>(
    () => ({ ...newRow(table, blankId, { ...defaults, ...blank }), id: blankId }),
    [table, defaults, blank],
  )

  const show = useCallback(async (id: string, key: string, row: AnyRow, done: Promise<SheetOutcome>) => {
    setPending((now) => new Map(now).set(id, row))
    const outcome = await done
    setPending((now) => {
      if (now.get(id) !== row) return now
      const rest = new Map(now)
      rest.delete(id)
      return rest
    })
    if (!outcome.ok) setProblem({ rowId: id, key, message: outcome.message })
  }, [])

  const add = (column: FieldColumn, value: Value): void => {
    const values = { ...blank, [column.key]: value }
    const needed = stillNeeded(table, { ...defaults, ...values })
    if (needed.length > 0) {
      setBlank(values)
      setProblem({ rowId: blankId, key: '', message: `To add this row, fill in: ${needed.join(', ')}.` })
      return
    }
    setBlank(noValues)
    const id = host.newId()
    const all = { ...defaults, ...values }
    const [first] = columns
    const name = first?.kind === 'field' ? formatValue(first.field, all[first.key] ?? null, host.names) : ''
    const label = name === '' ? `Add a ${kindWords(table)}` : `Add ${name}`
    const done = host.commit(label, 'add', (plan) => [additionChange(plan, table, id, all)])
    void show(id, column.key, newRow(table, id, all), done)
  }

  const change = (row: SheetRow, column: FieldColumn, value: Value): void => {
    const label = `${column.label} of ${nameOf(host.plan, table, row.id)}`
    const done = host.commit(label, 'edit', (plan) => {
      const changed = valuesChange(plan, table, row.id, { [column.key]: value })
      return changed ? [changed] : []
    })
    const before = pending.get(row.id) ?? host.plan[table].get(row.id) ?? row
    void show(row.id, column.key, { ...before, [column.key]: value }, done)
  }

  const take = (row: SheetRow, column: FieldColumn, draft: Draft): void => {
    const read = readDraft(column.field, draft, host.names)
    if (!read.ok) {
      const kept = formatValue(column.field, row[column.key] as Value, host.names)
      const rest = kept === '' ? 'It stays empty.' : `It still says “${kept}”.`
      setProblem({ rowId: row.id, key: column.key, message: `${read.error} ${rest}` })
      return
    }
    setProblem(null)
    if (sameValue(row[column.key], read.value)) return
    if (isBlank(row)) add(column, read.value)
    else change(row, column, read.value)
  }

  return {
    pending,
    problem,
    setProblem,
    blankRow,
    isBlankBegun: blank !== noValues,
    dropBlank: () => {
      setBlank(noValues)
      setProblem(null)
    },
    take,
  }
}
