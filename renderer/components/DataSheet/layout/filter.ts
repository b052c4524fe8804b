import type { ColumnFilter, SheetLayout } from '@shared/contract/sheet-layout'
import { foldText } from '@shared/plan/names'

/** The text that a cell of a row shows, by the key of its column. */
export type TextOf<R> = (row: R, key: string) => string

function passes({ contains, values }: ColumnFilter, text: string): boolean {
  if (contains !== undefined && !foldText(text).includes(foldText(contains))) return false
  return values === undefined || values.includes(text)
}

/** The rows that pass every filter, as they stand. */
export function filtered<R>(rows: readonly R[], filters: SheetLayout['filters'], textOf: TextOf<R>): readonly R[] {
  const entries = Object.entries(filters)
  if (entries.length === 0) return rows
  return rows.filter((row) => entries.every(([key, filter]) => passes(filter, textOf(row, key))))
}

/** The different texts of a column, each once, as a list to tick: in the order in which a reader looks for them. */
export function valuesIn<R>(rows: readonly R[], key: string, textOf: TextOf<R>): readonly string[] {
  const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })
  return [...new Set(rows.map((row) => textOf(row, key)))].sort(collator.compare)
}

const named = (text: string): string => (text === '' ? 'empty' : text)

/** A filter as the line above the sheet tells it: "Level is Elementary or Middle". */
export function filterWords(label: string, { contains, values }: ColumnFilter): string {
  const parts: string[] = []
  if (contains !== undefined) parts.push(`${label} contains “${contains}”`)
  if (values?.length === 0) parts.push(`${label} is none of its values`)
  else if (values !== undefined && values.length <= 3) parts.push(`${label} is ${values.map(named).join(' or ')}`)
  else if (values !== undefined) parts.push(`${label} is one of ${values.length} values`)
  return parts.join(' and ')
}
