import { amount, dollars, percent, rounded } from '../forecast/figure'
import { isMonth, monthWords } from '../plan/month'
import type { ReportCell, ValueKind } from './report'

/** A cell as it is read: "$1,200", "45%", "Jul 2027"; an empty text for an empty cell. The same rounding on every medium. */
export const cellWords = (kind: ValueKind, cell: ReportCell): string => {
  if (cell === null) return ''
  if (typeof cell === 'string') return kind === 'month' && isMonth(cell) ? monthWords(cell) : cell
  switch (kind) {
    case 'money':
      return dollars(cell)
    case 'share':
      return percent(cell)
    case 'fte':
      return rounded(cell, 1).toFixed(1)
    case 'count':
      return amount(rounded(cell, 0))
    case 'decimal':
      return amount(cell)
    default:
      return String(cell)
  }
}
