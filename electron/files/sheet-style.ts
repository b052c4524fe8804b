import type ExcelJS from 'exceljs'

/** Every font is given whole: one without name and size turns into a serif one in other programs. */
export const font = (more: Partial<ExcelJS.Font> = {}): Partial<ExcelJS.Font> => ({
  name: 'Calibri',
  family: 2,
  size: 11,
  ...more,
})

export const headerFill: ExcelJS.Fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FF1F4E79' } }
export const headerFont = font({ bold: true, color: { argb: 'FFFFFFFF' } })

/** How numbers look, by what they are. */
export const numberFormats = {
  money: '"$"#,##0;[Red]-"$"#,##0',
  moneyCents: '"$"#,##0.00;[Red]-"$"#,##0.00',
  share: '0.0%',
  fte: '0.00',
  count: '#,##0',
  decimal: '#,##0.0',
  month: 'mmm yyyy',
  day: 'm/d/yyyy',
  year: '0',
  text: '@',
} as const

/** Width in characters for a column that holds texts of these lengths, between bounds. */
export const columnWidth = (lengths: Iterable<number>, least: number, most: number): number => {
  let longest = least
  for (const length of lengths) if (length > longest) longest = length
  return Math.min(most, longest + 2)
}

/** What the file says about itself: the program, the title, a day; no name of a person or a computer. */
export const setProperties = (book: ExcelJS.Workbook, title: string, day: string): void => {
  const date = new Date(`${day}T00:00:00Z`)
  book.creator = 'Rollout Workbook'
  book.lastModifiedBy = 'Rollout Workbook'
  book.company = ''
  book.title = title
  // exceljs writes it, but its types do not know it
  Object.assign(book, { language: 'en-US' })
  book.created = date
  book.modified = date
}

/** A list rule over a range. Given cell by cell, exceljs writes ranges that overlap, which Excel calls damaged. */
export const addListRule = (sheet: ExcelJS.Worksheet, range: string, source: string, isStrict: boolean): void => {
  const rules = (sheet as unknown as { dataValidations: { add(range: string, rule: ExcelJS.DataValidation): void } })
    .dataValidations
  rules.add(range, {
    type: 'list',
    allowBlank: true,
    formulae: [source],
    showErrorMessage: isStrict,
    errorStyle: 'stop',
    errorTitle: 'Not in the list',
    error: 'Choose one of the words of the list.',
  })
}

/** Landscape, as wide as the paper, on as many pages as it takes. */
export const onePageWide: Partial<ExcelJS.PageSetup> = {
  orientation: 'landscape',
  fitToPage: true,
  fitToWidth: 1,
  fitToHeight: 0,
}
