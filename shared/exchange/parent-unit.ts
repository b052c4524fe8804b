import { foldText } from '../plan/names'
import type { AnyRow } from '../plan/tables'
import type { Draft } from './draft'
import type { ImportNames } from './import-names'
import type { MappedSheet } from './mapped-sheet'
import { cellText, type SheetCell } from './sheet'

const isDistrict = (row: AnyRow | undefined): row is AnyRow => row?.['kind'] === 'district'

/** The district of a code or else of a name, however either is written; null where there is none or it is not one. */
export const findDistrict = (draft: Draft, names: ImportNames, code: string, name: string): string | null => {
  const byCode = code === '' ? [] : names.unitsByCode(code).filter((id) => isDistrict(draft.get('unit', id)))
  if (byCode.length > 0) return byCode[0] ?? null
  if (name === '') return null
  for (const row of draft.rows('unit')) {
    if (isDistrict(row) && typeof row['name'] === 'string' && foldText(row['name']) === foldText(name)) return row.id
  }
  return null
}

/**
 * The district that a row of a school directory belongs to: found by code or name, else added; a district that had no
 * code takes over the one that is given. Null where the row names none.
 */
export const parentDistrict = (
  draft: Draft,
  names: ImportNames,
  mapped: MappedSheet,
  cells: readonly SheetCell[],
): string | null => {
  const { parent } = mapped.mapping
  if (!parent) return null
  const name = cellText(cells[mapped.columnOf(parent.nameColumn)])
  const code = parent.codeColumn === null ? '' : cellText(cells[mapped.columnOf(parent.codeColumn)])
  const found = findDistrict(draft, names, code, name)
  if (found !== null) {
    if (code !== '' && draft.get('unit', found)?.['externalId'] === null) {
      draft.update('unit', found, { externalId: code.slice(0, 40) })
      names.learn('unit', found)
    }
    return found
  }
  if (name === '') return null
  const values = { name: name.slice(0, 200), kind: 'district', externalId: code === '' ? null : code.slice(0, 40) }
  const { id } = draft.insert('unit', values)
  names.learn('unit', id)
  return id
}
