/** Values as text and back; one rule for the grid, the clipboard, Excel and paper. */
export { formatFte, formatMoney, formatNumber, formatShare, formatValue, type Names } from './format-value'
export { parseDay, parseMonth } from './parse-date'
export { parseText, valueOfNumber } from './parse-text'
