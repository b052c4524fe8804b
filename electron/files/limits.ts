/** What is read at all; beyond it a planner's spreadsheet is most likely the wrong file. */
export const readingLimits = {
  bytes: 50 * 1024 * 1024,
  /** Over all sheets. */
  rows: 200_000,
  columns: 2_000,
  /** Cells up to the last one with something in it, row by row, over all sheets. */
  cells: 5_000_000,
  /** What the parts of a zipped workbook may unfold to, together; a zip bomb declares or becomes more. */
  unzippedBytes: 400 * 1024 * 1024,
  zipEntries: 10_000,
  /** Problems told one by one; the rest is counted. */
  problems: 50,
} as const
