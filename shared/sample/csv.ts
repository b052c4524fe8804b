/** One line of a CSV file below its head: the line's number in the file (from 1), and its cells by column. */
export type CsvLine = { readonly number: number; readonly cells: ReadonlyMap<string, string> }

/**
 * Reads comma-separated text whose first line names the columns. A cell in double quotes may hold commas and doubled
 * quotes, not line ends; empty lines are passed over. Throws a RangeError where a line has another number of cells than
 * the head.
 */
export function readCsv(text: string): CsvLine[] {
  const [head, ...lines] = text.split(/\r?\n/)
  const columns = cellsOf(head ?? '')
  return lines.flatMap((line, index) => {
    if (line.trim() === '') return []
    const cells = cellsOf(line)
    if (cells.length !== columns.length) {
      throw new RangeError(`line ${index + 2} has ${cells.length} cells where the head has ${columns.length}: ${line}`)
    }
    return [{ number: index + 2, cells: new Map(columns.map((column, at) => [column, cells[at] ?? ''])) }]
  })
}

function cellsOf(line: string): string[] {
  const cells: string[] = []
  const pattern = /(?:"((?:[^"]|"")*)"|([^,]*))(,|$)/gy
  for (let found = pattern.exec(line); found !== null; found = pattern.exec(line)) {
    cells.push(found[1] === undefined ? (found[2] ?? '') : found[1].replaceAll('""', '"'))
    if (found[3] === '') break
  }
  return cells
}
