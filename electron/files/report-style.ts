import type { ReportCell, StatusLine, ValueKind } from '@shared/report/report'
import { isMonth } from '@shared/plan/month'
import type ExcelJS from 'exceljs'
import { cellDate, cellText } from './cell-text'
import { numberFormats } from './sheet-style'

/** How figures of a report look in cells and on axes, by what they are. */
export const cellFormats: Readonly<Record<ValueKind, string>> = {
  text: '@',
  longText: '@',
  count: '#,##0',
  decimal: '#,##0.0',
  money: '"$"#,##0;-"$"#,##0',
  share: '0%',
  fte: '0.0',
  month: numberFormats.month,
  year: '0',
}

/** A report's cell as a real number or date with its format; texts stay texts. */
export const writeCell = (cell: ExcelJS.Cell, kind: ValueKind, value: ReportCell): void => {
  const isNumber = typeof value === 'number' && Number.isFinite(value)
  const date = kind === 'month' && typeof value === 'string' && isMonth(value) ? cellDate(value) : null
  cell.value = isNumber
    ? kind === 'money'
      ? value / 100
      : value
    : (date ?? (typeof value === 'string' ? cellText(value) : null))
  cell.numFmt = isNumber || date ? cellFormats[kind] : '@'
}

/** The fill of a status; its sign and its word say the same without colour. */
export const statusFills: Readonly<Record<StatusLine['status'], string>> = {
  done: 'FFD5E8D4',
  onTrack: 'FFD5E8D4',
  watch: 'FFFFE8B3',
  offTrack: 'FFF8CECC',
  notStarted: 'FFE6E6E6',
  notKnown: 'FFE6E6E6',
}

export const fillOf = (argb: string): ExcelJS.Fill => ({ type: 'pattern', pattern: 'solid', fgColor: { argb } })
