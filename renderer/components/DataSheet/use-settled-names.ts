import type { Names } from '@shared/plan/format'
import { tablesOfNames } from '@shared/plan/names'
import type { TableName } from '@shared/plan/table-name'
import { useMemo, useState } from 'react'
import type { SheetColumn } from './columns'
import { useSheetHost } from './sheet-host'

/** The tables whose rows a sheet shows by name, with those that their names are made of. */
function tablesNamedIn(columns: readonly SheetColumn[]): readonly TableName[] {
  const tables = new Set<TableName>()
  for (const column of columns) {
    if (column.kind === 'computed') continue
    const { field } = column
    const item = field.kind === 'list' ? field.item : field
    if (item.kind === 'reference') for (const table of tablesOfNames(item.table)) tables.add(table)
  }
  return [...tables]
}

type Held = { readonly names: Names; readonly sources: readonly unknown[] }

/** The names that a sheet shows: the same object until a row changes that one of its names is made of. */
export function useSettledNames(columns: readonly SheetColumn[]): Names {
  const { plan, names } = useSheetHost()
  const tables = useMemo(() => tablesNamedIn(columns), [columns])
  const sources = tables.map((table) => plan[table])
  const [held, setHeld] = useState<Held>({ names, sources })
  const isSame = held.sources.length === sources.length && held.sources.every((source, i) => source === sources[i])
  if (isSame) return held.names
  setHeld({ names, sources })
  return names
}
