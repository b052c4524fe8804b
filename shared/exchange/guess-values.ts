import type { Field } from '../plan/field'
import type { Names } from '../plan/format-value'
import { parseText } from '../plan/parse-text'
import { plainName } from './names'
import { cellText, type SheetCell } from './sheet'

/** What a field and its values look like, for a guess. */
type FreeField = { readonly key: string; readonly field: Field }

/** So many cells at least have to tell, and this share of them the same. */
const fewest = 2
const share = 0.8

/** True where a cell can hardly be anything but a value of this kind of field; plain texts and numbers tell nothing. */
const speaksFor = (field: Field, text: string, names: Names | null): boolean => {
  switch (field.kind) {
    case 'reference':
      return names !== null && names.idsOf(field.table, text).length === 1
    case 'choice':
      return Object.values(field.options).some((word) => plainName(word) === plainName(text))
    case 'month':
    case 'day':
      return /\d[-/]\d|[a-z]{3,}\.? \d/i.test(text) && parseText(field, text).ok
    case 'share':
      return text.endsWith('%') && parseText(field, text).ok
    case 'money':
      return /^\(?-?\$/.test(text) && parseText(field, text).ok
    default:
      return false
  }
}

/** The one field of `fields` that most of the cells speak for; null where they speak for none or for several. */
export const fieldByValues = (
  fields: readonly FreeField[],
  cells: readonly SheetCell[],
  names: Names | null,
): string | null => {
  const texts = cells.map(cellText)
  if (texts.length < fewest) return null
  const fitting = fields.filter(
    ({ field }) => texts.filter((text) => speaksFor(field, text, names)).length >= texts.length * share,
  )
  const [only, other] = fitting
  return only && !other ? only.key : null
}
