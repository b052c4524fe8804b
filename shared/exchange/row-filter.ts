import { foldText } from '../plan/names'
import type { RowFilter } from './mapping'
import { codeKey } from './names'
import { cellText, type SheetCell } from './sheet'

const isSame = (text: string, value: string): boolean =>
  foldText(text) === foldText(value) || (codeKey(text) === codeKey(value) && /^\d+$/.test(text.trim()))

/** True where a row passes all filters; `columnOf` gives the number of a column by its name, −1 where there is none. */
export const passes = (
  filters: readonly RowFilter[],
  row: readonly SheetCell[],
  columnOf: (name: string) => number,
): boolean =>
  filters.every(({ column, test, value }) => {
    const text = cellText(row[columnOf(column)])
    switch (test) {
      case 'equals':
        return isSame(text, value)
      case 'differs':
        return !isSame(text, value)
      case 'contains':
        return foldText(text).includes(foldText(value))
      case 'notEmpty':
        return text !== ''
      default:
        return true
    }
  })

const totalWords =
  /^(?:(?:grand|sub|overall|district|school|all)[\s-]*)?(?:totals?|sums?|averages?|means?)\b[\s:.]*$|\btotals?:?$/i

/** True for a row that sums up others: its first words say "Total", "Grand total", "Elementary total:"… */
export const isTotalsRow = (row: readonly SheetCell[]): boolean => {
  const first = row.map(cellText).find((text) => text !== '')
  return first !== undefined && totalWords.test(first)
}
