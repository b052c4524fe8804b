import { chartTable, type ReportCell, type ReportChart, type ReportColumn } from '@shared/report/report'
import { isMonth } from '@shared/plan/month'
import { cellDate } from '../cell-text'
import { cellFormats } from '../report-style'
import {
  acrossLook,
  dotShape,
  endLook,
  fillShape,
  lineShape,
  seriesLook,
  textShape,
  titleShape,
  turnedText,
  type SeriesLook,
} from './chart-look'
import type { ChartCells, SheetChart } from './sheet-chart'
import { escaped, xmlHead } from './xml'

const columnLetters = (at: number): string =>
  at < 26 ? String.fromCodePoint(65 + at) : columnLetters(Math.floor(at / 26) - 1) + columnLetters(at % 26)

/** Rows from–to of one column as a formula: `'Reach'!$B$12:$B$71`. */
const rangeOf = ({ sheetName }: ChartCells, column: number, from: number, to: number): string => {
  const letters = columnLetters(column)
  const cells = from === to ? `$${letters}$${from}` : `$${letters}$${from}:$${letters}$${to}`
  return `'${sheetName.replaceAll("'", "''")}'!${cells}`
}

const firstOfExcel = Date.UTC(1899, 11, 30)
const msPerDay = 86_400_000

/** A cell as the number that the sheet holds: months as days since Excel's first, money in dollars; null for texts and empty cells. */
const numberIn = (kind: ReportColumn['kind'], cell: ReportCell): number | null => {
  if (typeof cell === 'number') return kind === 'money' ? cell / 100 : cell
  const date = kind === 'month' && cell !== null && isMonth(cell) ? cellDate(cell) : null
  return date === null ? null : Math.round((date.getTime() - firstOfExcel) / msPerDay)
}

const points = (values: readonly (number | string | null)[]): string =>
  `<c:ptCount val="${values.length}"/>${values
    .map((value, at) => (value === null ? '' : `<c:pt idx="${at}"><c:v>${escaped(String(value))}</c:v></c:pt>`))
    .join('')}`

const numbers = (formula: string, format: string, values: readonly (number | null)[]): string =>
  `<c:numRef><c:f>${escaped(formula)}</c:f><c:numCache><c:formatCode>${escaped(format)}</c:formatCode>${points(values)}</c:numCache></c:numRef>`

const strings = (formula: string, values: readonly string[]): string =>
  `<c:strRef><c:f>${escaped(formula)}</c:f><c:strCache>${points(values)}</c:strCache></c:strRef>`

type Kind = 'line' | 'area' | 'bar' | 'dots'
/** `end`: of a range, a thin line among the lines. */
type SeriesKind = Kind | 'end'

const noMarker = '<c:marker><c:symbol val="none"/></c:marker>'

/** What a series has before its values, and after them: ECMA-376 gives each kind an order of its own. */
const shapes: Readonly<Record<SeriesKind, (look: SeriesLook) => readonly [before: string, after: string]>> = {
  line: (look) => [`${lineShape(look, 28_575)}${noMarker}`, '<c:smooth val="0"/>'],
  end: (look) => [`${lineShape(look, 12_700)}${noMarker}`, '<c:smooth val="0"/>'],
  dots: (look) => [dotShape(look), '<c:smooth val="0"/>'],
  bar: (look) => [`${fillShape(look)}<c:invertIfNegative val="0"/>`, ''],
  area: (look) => [fillShape(look), ''],
}

/** One series: its name, the x axis and the values, each as the cells they stand in with what stands there now. */
function seriesPart({ chart, cells }: SheetChart, column: number, kind: SeriesKind, look: SeriesLook): string {
  const { columns, rows } = chartTable(chart)
  const [x, y] = [columns[0], columns[column]]
  if (!x || !y) return ''
  const [from, to] = [cells.headerRow + 1, cells.headerRow + rows.length]
  const category = rangeOf(cells, 0, from, to)
  const onAxis =
    x.kind === 'month'
      ? numbers(
          category,
          cellFormats.month,
          rows.map(([cell]) => numberIn('month', cell ?? null)),
        )
      : strings(
          category,
          rows.map(([cell]) => String(cell ?? '')),
        )
  const values = numbers(
    rangeOf(cells, column, from, to),
    cellFormats[y.kind],
    rows.map((row) => numberIn(y.kind, row[column] ?? null)),
  )
  const name = strings(rangeOf(cells, column, cells.headerRow, cells.headerRow), [y.label])
  const [shape, after] = shapes[kind](look)
  return `<c:ser><c:idx val="${column - 1}"/><c:order val="${column - 1}"/><c:tx>${name}</c:tx>${shape}<c:cat>${onAxis}</c:cat><c:val>${values}</c:val>${after}</c:ser>`
}

const axisIds = '<c:axId val="111111111"/><c:axId val="222222222"/>'

const groupOf = (kind: Kind, series: string): string => {
  if (series === '') return ''
  if (kind === 'line')
    return `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${series}<c:marker val="1"/>${axisIds}</c:lineChart>`
  if (kind === 'area')
    return `<c:areaChart><c:grouping val="stacked"/><c:varyColors val="0"/>${series}${axisIds}</c:areaChart>`
  return `<c:barChart><c:barDir val="col"/><c:grouping val="stacked"/><c:varyColors val="0"/>${series}<c:gapWidth val="60"/><c:overlap val="100"/>${axisIds}</c:barChart>`
}

const kinds: Readonly<Record<ReportChart['kind'], Kind>> = {
  line: 'line',
  stackedArea: 'area',
  stackedBar: 'bar',
  dots: 'dots',
}

/** The ends of the ranges, behind all other columns. */
const endParts = (placed: SheetChart): string[] => {
  const { series, lines, bands = [] } = placed.chart
  const first = series.length + lines.length + 1
  return bands.flatMap(({ seriesAt }, at) =>
    [0, 1].map((end) => seriesPart(placed, first + 2 * at + end, 'end', endLook(seriesAt))),
  )
}

/** The series as the chart's kind draws them; the lines across the chart, and ends of ranges, always as lines. */
function groups(placed: SheetChart): string {
  const { chart } = placed
  const kind = kinds[chart.kind]
  const own = chart.series.map((_, at) => seriesPart(placed, at + 1, kind, seriesLook(at)))
  const lines = chart.lines.map((_, at) => seriesPart(placed, chart.series.length + at + 1, 'line', acrossLook()))
  const across = [...lines, ...endParts(placed)]
  // dots are lines that are not drawn
  if (kind === 'line' || kind === 'dots') return groupOf('line', [...own, ...across].join(''))
  return groupOf(kind, own.join('')) + groupOf('line', across.join(''))
}

const thin = '<c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="8C8C8C"/></a:solidFill></a:ln></c:spPr>'

function categoryAxis({ x, kind }: ReportChart): string {
  const isMonths = x.kind === 'month'
  const name = isMonths ? 'dateAx' : 'catAx'
  const format = isMonths ? cellFormats.month : 'General'
  const units = isMonths
    ? '<c:auto val="0"/><c:lblOffset val="100"/><c:baseTimeUnit val="months"/><c:majorUnit val="12"/><c:majorTimeUnit val="months"/>'
    : '<c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:tickLblSkip val="1"/><c:noMultiLvlLbl val="1"/>'
  return `<c:${name}><c:axId val="111111111"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="b"/>${titleShape(escaped(x.label))}<c:numFmt formatCode="${escaped(format)}" sourceLinked="0"/><c:majorTickMark val="out"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>${thin}${kind === 'dots' ? turnedText : textShape}<c:crossAx val="222222222"/><c:crosses val="autoZero"/>${units}</c:${name}>`
}

function valueAxis({ y, kind }: ReportChart): string {
  const top = y.kind === 'share' ? '<c:max val="1"/>' : ''
  const between = kind === 'stackedBar' || kind === 'dots' ? 'between' : 'midCat'
  return `<c:valAx><c:axId val="222222222"/><c:scaling><c:orientation val="minMax"/>${top}<c:min val="0"/></c:scaling><c:delete val="0"/><c:axPos val="l"/><c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="D9D9D9"/></a:solidFill></a:ln></c:spPr></c:majorGridlines>${titleShape(escaped(y.label))}<c:numFmt formatCode="${escaped(cellFormats[y.kind])}" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:spPr><a:ln><a:noFill/></a:ln></c:spPr>${textShape}<c:crossAx val="111111111"/><c:crosses val="autoZero"/><c:crossBetween val="${between}"/></c:valAx>`
}

const namespaces =
  'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'

/** The chart as the part of an .xlsx (DrawingML chart, ECMA-376 part 1, §21.2): every series points at cells and keeps their values beside. */
export const chartPart = (placed: SheetChart): string =>
  `${xmlHead}<c:chartSpace ${namespaces}><c:date1904 val="0"/><c:lang val="en-US"/><c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout/>${groups(placed)}${categoryAxis(placed.chart)}${valueAxis(placed.chart)}</c:plotArea><c:legend><c:legendPos val="b"/><c:overlay val="0"/>${textShape}</c:legend><c:plotVisOnly val="0"/><c:dispBlanksAs val="gap"/></c:chart><c:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill><a:ln><a:noFill/></a:ln></c:spPr></c:chartSpace>`
