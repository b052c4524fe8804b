import { sameValue } from '@shared/plan/canonical'
import type { Field, Value } from '@shared/plan/field'
import type { TableName } from '@shared/plan/table-name'
import type { AnyRow } from '@shared/plan/tables'
import { nameOf } from '@shared/plan/words'
import { useState } from 'react'
import { readDraft, valuesChange } from '../DataSheet/edits'
import { noteChanges } from '../DataSheet/notes'
import { useSheetHost } from '../DataSheet/sheet-host'

/** One field of a row in a form. */
export type FormField = {
  readonly table: TableName
  readonly row: AnyRow
  readonly fieldKey: string
  readonly field: Field
}

export type FieldCommit = {
  /** Why the field's last draft could not be taken; null where it could. */
  readonly error: string | null
  readonly dropError: () => void
  /** Commits a draft; true once the file holds it, or where it holds it already. */
  readonly take: (entered: { readonly text: string } | { readonly value: Value }) => Promise<boolean>
}

/** Takes what was entered into one field of a row: one commit for each field that is left, or the reason why not. */
export function useFieldCommit({ table, row, fieldKey, field }: FormField): FieldCommit {
  const host = useSheetHost()
  const [error, setError] = useState<string | null>(null)
  return {
    error,
    dropError: () => setError(null),
    take: async (entered) => {
      const read = readDraft(field, { key: fieldKey, ...entered }, host.names)
      if (!read.ok) {
        setError(read.error)
        return false
      }
      setError(null)
      const { value, calculation } = read.value
      if (sameValue(row[fieldKey], value)) return true
      const calculations = new Map(calculation === null ? [] : [[row.id, new Map([[fieldKey, calculation]])]])
      const label = `${field.label} of ${nameOf(host.plan, table, row.id)}`
      const outcome = await host.commit(label, 'edit', (plan) => {
        const change = valuesChange(plan, table, row.id, { [fieldKey]: value })
        const context = { plan, newId: host.newId, today: host.today() }
        return change ? [change, ...noteChanges(context, [change], calculations)] : []
      })
      if (!outcome.ok) setError(outcome.message)
      return outcome.ok
    },
  }
}
