import { groupOf, type SheetRow } from '../sheet-row'
import type { AnyRow } from '@shared/plan/tables'

export type Group = { readonly text: string; readonly rows: readonly AnyRow[] }

/** Rows that show the same text together, groups in the order in which their first row stands. */
export function groupsOf(rows: readonly AnyRow[], textOf: (row: AnyRow) => string): readonly Group[] {
  const byText = new Map<string, AnyRow[]>()
  for (const row of rows) {
    const text = textOf(row)
    const group = byText.get(text)
    if (group) group.push(row)
    else byText.set(text, [row])
  }
  return [...byText].map(([text, of]) => ({ text, rows: of }))
}

export const groupId = (text: string): string => `group:${text}`

/** The groups as lines of the sheet: a heading, and under it its rows unless it is closed. */
export function linesOf(groups: readonly Group[], closed: ReadonlySet<string>): readonly SheetRow[] {
  return groups.flatMap(({ text, rows }): SheetRow[] => {
    const id = groupId(text)
    const isOpen = !closed.has(id)
    const heading: SheetRow = { id, rank: 0, [groupOf]: { label: text === '' ? 'Empty' : text, rows, isOpen } }
    return isOpen ? [heading, ...rows] : [heading]
  })
}
