import type { Change } from '@shared/plan/change'
import type { Field, Value } from '@shared/plan/field'
import type { Names } from '@shared/plan/format'
import { parseText } from '@shared/plan/format'
import type { Plan } from '@shared/plan/plan'
import { err, ok, type Result } from '@shared/plan/result'
import { tableOf } from '@shared/plan/tables'
import { additionChange, namedBy, readDraft } from './edits'
import type { Draft } from './sheet-row'

/** What a closed cell puts into its row, and what is committed with it. */
export type Taken = {
  readonly value: Value
  /** A row of another table that the cell named and that is added in the same act. */
  readonly also: readonly Change[]
  readonly calculation: string | null
}

type Context = { readonly plan: Plan; readonly names: Names; readonly newId: () => string }

/** Reads a closed cell; a name that is new to the list it picks from makes the row that it names. */
export function takeDraft(field: Field, draft: Draft, { plan, names, newId }: Context): Result<Taken, string> {
  if (!('newName' in draft)) {
    const read = readDraft(field, draft, names)
    return read.ok ? ok({ ...read.value, also: [] }) : read
  }
  const table = field.kind === 'reference' ? field.table : null
  const key = table === null ? null : namedBy(table)
  const nameField = table === null || key === null ? undefined : tableOf(table).fields[key]
  if (table === null || key === null || !nameField) return err(`${field.label} cannot be added from here.`)
  const name = parseText(nameField, draft.newName)
  if (!name.ok) return name
  const id = newId()
  return ok({ value: id, also: [additionChange(plan, table, id, { [key]: name.value })], calculation: null })
}
