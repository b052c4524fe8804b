import type { ReportChart } from '@shared/report/report'

/** Where the figures of a chart stand: a header row, then a row for each place on the x axis; the first column is the x axis. */
export type ChartCells = {
  readonly sheetName: string
  /** Row of the header, from 1. The series follow in the columns from the second on, then the lines across. */
  readonly headerRow: number
}

/** A chart to be placed on a sheet, drawn from cells. */
export type SheetChart = {
  readonly chart: ReportChart
  readonly cells: ChartCells
  /** Its upper left corner is that of the first column in this row, from 1. */
  readonly topRow: number
  /** Size in pixels at 96 to the inch. */
  readonly width: number
  readonly height: number
}

/** The charts of a workbook by the name of the sheet they stand on, in the order in which they stand there. */
export type ChartsBySheet = ReadonlyMap<string, readonly SheetChart[]>
