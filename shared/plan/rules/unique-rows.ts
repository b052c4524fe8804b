import type { ChangeView } from '../change-view'
import { foldText } from '../names'
import type { Problem } from '../problem'
import type { Rule } from '../rule'
import { tableNames, type TableName } from '../table-name'
import { tableOf, type AnyRow } from '../tables'

type KeyOf = (row: AnyRow) => string

/** The key that may stand in a table once, as a text; letter case and spaces do not tell two rows apart. */
const keyOfTable = (keys: readonly string[]): KeyOf => {
  const part = (value: unknown): string => (typeof value === 'string' ? foldText(value) : JSON.stringify(value ?? null))
  return (row) => keys.map((key) => part(row[key])).join('\n')
}

const unique = tableNames.flatMap((table) => {
  const { uniqueKey } = tableOf(table)
  return uniqueKey === null ? [] : [{ table, keys: uniqueKey, keyOf: keyOfTable(uniqueKey) }]
})

const problemAt = (view: ChangeView, table: TableName, keys: readonly string[], row: AnyRow): Problem => {
  const { fields } = tableOf(table)
  const labels = keys.map((key) => fields[key]?.label ?? key)
  const same = labels.length > 1 ? `${labels.slice(0, -1).join(', ')} and ${labels.at(-1) ?? ''}` : labels.join('')
  return {
    table,
    id: row.id,
    field: view.changedKey(table, row, keys),
    code: 'duplicate',
    message: `"${view.nameOf(table, row.id)}" is in the list "${tableOf(table).label}" already, with the same ${same}.`,
  }
}

/** What tells the rows of a table apart (`uniqueKey` of its definition) stands in it once. */
export const uniqueRows: Rule = (view) =>
  unique.flatMap(({ table, keys, keyOf }) =>
    view
      .changed(table, keys)
      .filter((row) => view.rowsWith(table, keyOf, keyOf(row)).length > 1)
      .map((row) => problemAt(view, table, keys, row)),
  )
