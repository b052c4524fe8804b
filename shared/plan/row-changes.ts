import type { Change } from './change'
import type { Value } from './field'
import { formatValue, type Names } from './format-value'
import { tableOf } from './tables'

/** What one commit did to one field of a row, in words; an empty text is an empty cell. */
export type FieldWords = {
  readonly key: string
  readonly label: string
  readonly before: string
  readonly after: string
}

/** What one commit did to a row: made it, took it away, moved it in the planner's order, changed fields of it. */
export type RowWords = {
  readonly kind: Change['kind'] | 'move'
  /** What stood in the fields and what stands there since; of a row that was added or deleted, those that held something. */
  readonly fields: readonly FieldWords[]
}

/** A change of a row in words, by the order of its fields; rows that it refers to are named as `names` has them now. */
export function rowWords(change: Change, names: Names): RowWords {
  const { fields } = tableOf(change.table)
  const changed = Object.entries(fields).flatMap(([key, field]): FieldWords[] => {
    const words = (value: unknown): string => formatValue(field, (value ?? null) as Value, names)
    const [before, after] =
      change.kind === 'update'
        ? [words(change.fields[key]?.before), words(change.fields[key]?.after)]
        : change.kind === 'insert'
          ? ['', words(change.row[key])]
          : [words(change.row[key]), '']
    return before === after ? [] : [{ key, label: field.label, before, after }]
  })
  const isMove = change.kind === 'update' && changed.length === 0 && change.fields['rank'] !== undefined
  return { kind: isMove ? 'move' : change.kind, fields: changed }
}
