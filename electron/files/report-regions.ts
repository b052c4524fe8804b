import type ExcelJS from 'exceljs'

/** Where a table stands on a sheet, rows from 1; its first row has the names of the columns, its first column those of the rows. */
export type Region = { readonly headerRow: number; readonly lastRow: number; readonly columns: number }

/** The name that screen readers look for: the corners of the table, then the sheet's number; several on a sheet are counted. */
export const regionName = /^TitleRegion\d+\.([A-Z]+)(\d+)\.([A-Z]+)(\d+)\.\d+$/i

/**
 * Marks the header row and the first column of every table, so that JAWS and NVDA say them before a figure. A sheet of
 * the report holds several tables below each other, which Excel's own tables, with one style and filters each, are not made for.
 */
export function nameRegions(
  book: ExcelJS.Workbook,
  sheet: ExcelJS.Worksheet,
  sheetNumber: number,
  regions: readonly Region[],
): void {
  for (const [at, { headerRow, lastRow, columns }] of regions.entries()) {
    const last = sheet.getColumn(columns).letter
    const name = `TitleRegion${at + 1}.A${headerRow}.${last}${lastRow}.${sheetNumber}`
    book.definedNames.add(`'${sheet.name}'!$A$${headerRow}`, name)
  }
}
