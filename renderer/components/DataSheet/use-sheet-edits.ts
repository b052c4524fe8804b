import type { Change } from '@shared/plan/change'
import { sameValue } from '@shared/plan/canonical'
import type { Value } from '@shared/plan/field'
import { formatValue, type Names } from '@shared/plan/format'
import { newRow } from '@shared/plan/plan'
import type { TableName } from '@shared/plan/table-name'
import type { AnyRow } from '@shared/plan/tables'
import { kindWords, nameOf } from '@shared/plan/words'
import { useCallback, useMemo, useState } from 'react'
import { nothingTyped, useBlankLine, type BlankLine, type Typed } from './blank-line'
import type { BlockProblem } from './clipboard/block'
import type { FieldColumn, SheetColumn } from './columns'
import { additionChange, stillNeeded, valuesChange, type Values } from './edits'
import { noteChanges } from './notes'
import { roomAbove } from './row-order'
import { useSheetHost, type SheetOutcome } from './sheet-host'
import { isBlank, blankId, type Draft, type SheetRow } from './sheet-row'
import { takeDraft, type Taken } from './take-draft'

/** Why a cell kept what it held, or which cells of a block did. */
export type CellProblem = {
  readonly rowId: string
  readonly key: string
  readonly message: string
  readonly cells?: readonly BlockProblem[]
}

type Pending = ReadonlyMap<string, AnyRow>

export type SheetEdits = {
  /** Rows as they will be once the file holds them, by id. */
  readonly pending: Pending
  readonly problem: CellProblem | null
  readonly setProblem: (problem: CellProblem | null) => void
  /** The line for a new row, with what was typed into it so far. */
  readonly blank: BlankLine
  /** The names of the plan, and of rows that are added together with the line for a new one. */
  readonly names: Names
  /** Takes what a closed cell holds: into the plan, or into the line for a new row until enough is known for one. */
  readonly take: (row: SheetRow, column: FieldColumn, draft: Draft) => void
}

/** What is typed becomes commits, one a cell; until each is answered its row shows what was typed. */
export function useSheetEdits(
  table: TableName,
  columns: readonly SheetColumn[],
  planNames: Names,
  defaults: Values,
): SheetEdits {
  const host = useSheetHost()
  const [pending, setPending] = useState<Pending>(new Map<string, AnyRow>())
  const [problem, setProblem] = useState<CellProblem | null>(null)
  const blank = useBlankLine(table, defaults)
  const names = useMemo(() => namesWith(planNames, blank.typed), [planNames, blank.typed])

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

  const context = (plan: typeof host.plan) => ({ plan, newId: host.newId, today: host.today() })

  const add = (column: FieldColumn, taken: Taken): void => {
    const typed = typedWith(blank.typed, column.key, taken)
    const all = { ...defaults, ...typed.values }
    const needed = stillNeeded(table, all)
    if (needed.length > 0) {
      blank.set(typed)
      setProblem({ rowId: blankId, key: '', message: `To add this row, fill in: ${needed.join(', ')}.` })
      return
    }
    blank.set({ ...nothingTyped, aboveId: null })
    const id = host.newId()
    const [first] = columns
    const name = first?.kind === 'field' ? formatValue(first.field, all[first.key] ?? null, names) : ''
    const label = name === '' ? `Add a ${kindWords(table)}` : `Add ${name}`
    const { aboveId } = blank.typed
    const done = host.commit(label, 'add', (plan) => {
      const room = aboveId === null ? null : roomAbove(plan, table, aboveId)
      const changes = [...typed.also, ...(room?.changes ?? []), additionChange(plan, table, id, all, room?.rank)]
      return [...changes, ...noteChanges(context(plan), changes, new Map([[id, typed.calculations]]))]
    })
    void show(id, column.key, newRow(table, id, all, blank.row.rank), done)
  }

  const change = (row: SheetRow, column: FieldColumn, { value, also, calculation }: Taken): void => {
    const label = `${column.label} of ${nameOf(host.plan, table, row.id)}`
    const calculations = new Map(calculation === null ? [] : [[row.id, new Map([[column.key, calculation]])]])
    const done = host.commit(label, 'edit', (plan) => {
      const changed = valuesChange(plan, table, row.id, { [column.key]: value })
      return changed ? [...also, changed, ...noteChanges(context(plan), [changed], calculations)] : []
    })
    const before = pending.get(row.id) ?? host.plan[table].get(row.id) ?? row
    void show(row.id, column.key, { ...before, [column.key]: value }, done)
  }

  const take = (row: SheetRow, column: FieldColumn, draft: Draft): void => {
    const read = takeDraft(column.field, draft, { ...host, names })
    if (!read.ok) {
      const kept = formatValue(column.field, row[column.key] as Value, names)
      const rest = kept === '' ? 'It stays empty.' : `It still says “${kept}”.`
      setProblem({ rowId: row.id, key: column.key, message: `${read.error} ${rest}` })
      return
    }
    setProblem(null)
    if (sameValue(row[column.key], read.value.value)) return
    if (isBlank(row)) add(column, read.value)
    else change(row, column, read.value)
  }

  const drop = (): void => {
    blank.drop()
    setProblem(null)
  }
  return { pending, problem, setProblem, blank: { ...blank, drop }, names, take }
}

function typedWith(typed: Typed, key: string, { value, also, calculation }: Taken): Typed {
  const calculations = new Map(typed.calculations)
  if (calculation === null) calculations.delete(key)
  else calculations.set(key, calculation)
  return { ...typed, values: { ...typed.values, [key]: value }, also: [...typed.also, ...also], calculations }
}

/** Names that also know the rows which are added together with the line for a new one. */
function namesWith(names: Names, { also }: Typed): Names {
  if (also.length === 0) return names
  const added = new Map(
    also.flatMap((change: Change) => (change.kind === 'insert' ? [[change.id, change] as const] : [])),
  )
  return {
    ...names,
    nameOf: (table, id) => {
      const change = added.get(id)
      const name = change && Object.values(change.row).find((value) => typeof value === 'string' && value !== id)
      return typeof name === 'string' ? name : names.nameOf(table, id)
    },
  }
}
