import { plainLayout, type ColumnFilter, type SheetLayout } from '@shared/contract/sheet-layout'
import type { SheetColumn } from '../columns'

/** The columns in the order of a layout, without those that it hides; the first column is never hidden. */
export function arranged(columns: readonly SheetColumn[], layout: SheetLayout): readonly SheetColumn[] {
  if (layout.order.length === 0 && layout.hidden.length === 0) return columns
  const place = new Map(layout.order.map((key, i) => [key, i]))
  const hidden = new Set(layout.hidden)
  const ordered = columns
    .map((column, i) => ({ column, at: place.get(column.key) ?? layout.order.length + i }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ column }) => column)
  const shown = ordered.filter(({ key }) => !hidden.has(key))
  return shown.length === 0 ? ordered.slice(0, 1) : shown
}

/** How many of the shown columns stay in place while the others scroll. */
export const frozenCountOf = (layout: SheetLayout, shownCount: number): number =>
  Math.min(layout.frozenCount ?? 1, Math.max(0, shownCount - 1))

/** Puts a column beside another: before it when it comes from the right, after it when it comes from the left. */
export function moved(shown: readonly SheetColumn[], layout: SheetLayout, from: string, to: string): SheetLayout {
  const keys = shown.map(({ key }) => key)
  const start = keys.indexOf(from)
  const end = keys.indexOf(to)
  if (start === -1 || end === -1 || start === end) return layout
  const order = keys.filter((key) => key !== from)
  order.splice(end, 0, from)
  return { ...layout, order }
}

/** Puts a column one place to the left or right; the layout itself where it is at the end. */
export function shifted(shown: readonly SheetColumn[], layout: SheetLayout, key: string, step: 1 | -1): SheetLayout {
  const beside = shown[shown.findIndex((column) => column.key === key) + step]
  return beside ? moved(shown, layout, key, beside.key) : layout
}

export const withHidden = (layout: SheetLayout, key: string): SheetLayout => ({
  ...layout,
  hidden: [...new Set([...layout.hidden, key])],
})

/** Sets or, with null, takes away the filter of a column. */
export function withFilter(layout: SheetLayout, key: string, filter: ColumnFilter | null): SheetLayout {
  const { [key]: _old, ...others } = layout.filters
  const isEmpty = filter === null || (filter.contains === undefined && filter.values === undefined)
  return { ...layout, filters: isEmpty ? others : { ...others, [key]: filter } }
}

/** True where a layout leaves the sheet as its screen made it. */
export const isPlain = (layout: SheetLayout): boolean =>
  layout.sort === null &&
  layout.groupBy === null &&
  layout.frozenCount === null &&
  Object.keys(layout.filters).length === 0 &&
  Object.keys(layout.widths).length === 0 &&
  layout.hidden.length === 0 &&
  layout.order.length === 0

/** The layout as far as these columns can follow it: a saved view may name columns that are gone. */
export function fitting(columns: readonly SheetColumn[], layout: SheetLayout): SheetLayout {
  if (isPlain(layout)) return plainLayout
  const known = new Set(columns.map(({ key }) => key))
  // what fits stays the same object: a sort and filters are carried out once, not whenever columns are made anew
  const ofKnown = <T>(record: Record<string, T>): Record<string, T> =>
    Object.keys(record).every((key) => known.has(key))
      ? record
      : Object.fromEntries(Object.entries(record).filter(([key]) => known.has(key)))
  return {
    sort: layout.sort && known.has(layout.sort.key) ? layout.sort : null,
    filters: ofKnown(layout.filters),
    groupBy: layout.groupBy !== null && known.has(layout.groupBy) ? layout.groupBy : null,
    hidden: layout.hidden.filter((key) => known.has(key)),
    order: layout.order.filter((key) => known.has(key)),
    widths: ofKnown(layout.widths),
    frozenCount: layout.frozenCount,
  }
}
