import { rowFigures, type RowFigureKey } from '@shared/forecast/row-figures'
import type { Plan } from '@shared/plan/plan'
import type { ComputedColumn } from './columns'

// an edit that a figure does not rest on must not draw every cell anew
const kept = new Map<RowFigureKey, { readonly tables: readonly Plan[keyof Plan][]; readonly column: ComputedColumn }>()

/** The column of a row figure; the same object as long as the tables that it is worked out from are the same. */
export function figureColumn(plan: Plan, key: RowFigureKey, width: number): ComputedColumn {
  const { uses, label, help, valuesOf, print } = rowFigures[key]
  const tables = uses.map((table) => plan[table])
  const before = kept.get(key)
  if (before?.column.width === width && tables.every((table, i) => table === before.tables[i])) return before.column
  const values = valuesOf(plan)
  const valueOf = (id: string): number => values.get(id) ?? 0
  const column: ComputedColumn = {
    kind: 'computed',
    key,
    figure: key,
    label: label(plan),
    help,
    width,
    isNumber: true,
    text: ({ id }) => print(valueOf(id)),
    sortBy: ({ id }) => valueOf(id),
    total: (rows) => print(rows.reduce((sum, { id }) => sum + valueOf(id), 0)),
  }
  kept.set(key, { tables, column })
  return column
}
