import type { ChangeView } from '../change-view'
import type { Problem } from '../problem'
import { idsIn, referencesFrom, referencesTo } from '../references'
import type { Rule } from '../rule'
import { isTableName, tableNames, type TableName } from '../table-name'
import { tableOf } from '../tables'
import { countWords, kindWords } from '../words'

const missingIn = (view: ChangeView, table: TableName): Problem[] =>
  referencesFrom(table).flatMap(({ key, target }) =>
    view.changed(table, [key]).flatMap((row): Problem[] => {
      if (idsIn(row, key).every((id) => view.row(target, id) !== undefined)) return []
      const label = tableOf(table).fields[key]?.label ?? key
      const message = `${label} names a ${kindWords(target)} that is not in the plan.`
      return [{ table, id: row.id, field: key, code: 'reference-missing', message }]
    }),
  )

const noteProblems = (view: ChangeView): Problem[] =>
  view.changed('note', ['aboutTable', 'aboutRow']).flatMap((row): Problem[] => {
    const place = { table: 'note', id: row.id } as const
    if (!isTableName(row.aboutTable)) {
      return [
        { ...place, field: 'aboutTable', code: 'unknown-table', message: `There is no table "${row.aboutTable}".` },
      ]
    }
    if (view.row(row.aboutTable, row.aboutRow) !== undefined) return []
    const message = `The ${kindWords(row.aboutTable)} that the note is about is not in the plan.`
    return [{ ...place, field: 'aboutRow', code: 'reference-missing', message }]
  })

/** Every row that is referred to is in the plan. */
export const referencesExist: Rule = (view) => [
  ...tableNames.flatMap((table) => (view.touched(table).length > 0 ? missingIn(view, table) : [])),
  ...noteProblems(view),
]

/** By removed row and table that still refers to it: how many rows do. Looks once through each table that can. */
const usersOf = (view: ChangeView, removed: TableName): Map<string, Map<TableName, Set<string>>> => {
  const gone = new Set(view.removed(removed))
  const users = new Map<string, Map<TableName, Set<string>>>()
  const count = (id: string, table: TableName, userId: string): void => {
    if (!gone.has(id)) return
    const byTable = users.get(id) ?? new Map<TableName, Set<string>>()
    users.set(id, byTable)
    byTable.set(table, (byTable.get(table) ?? new Set()).add(userId))
  }
  for (const { table, key } of referencesTo(removed)) {
    for (const { id } of view.before[table].values()) {
      const row = view.row(table, id)
      if (row !== undefined) for (const target of idsIn(row, key)) count(target, table, id)
    }
  }
  for (const { id } of view.before.note.values()) {
    const note = view.row('note', id)
    if (note?.aboutTable === removed) count(note.aboutRow, 'note', id)
  }
  return users
}

/** Nothing is removed that another row still refers to: both or neither. */
export const removedUnused: Rule = (view) =>
  tableNames.flatMap((removed) =>
    view.removed(removed).length === 0
      ? []
      : [...usersOf(view, removed)].map(([id, byTable]): Problem => {
          const counts = [...byTable].map(([table, users]) => countWords(table, users.size))
          const [only] = byTable.values()
          const verb = byTable.size === 1 && only?.size === 1 ? 'uses' : 'use'
          const who =
            counts.length > 1 ? `${counts.slice(0, -1).join(', ')} and ${counts.at(-1) ?? ''}` : counts.join('')
          const message = `${who} ${verb} ${view.nameOf(removed, id)}: delete both or neither.`
          return { table: removed, id, field: null, code: 'still-used', message }
        }),
  )
