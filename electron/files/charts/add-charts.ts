import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { chartPart } from './chart-part'
import { drawingPart } from './drawing-part'
import type { ChartsBySheet, SheetChart } from './sheet-chart'
import { escaped, xmlHead } from './xml'

type Parts = Record<string, Uint8Array>

const packageTypes = 'http://schemas.openxmlformats.org/package/2006/relationships'
const documentTypes = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const contentTypes = {
  chart: 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml',
  drawing: 'application/vnd.openxmlformats-officedocument.drawing+xml',
} as const

const textOf = (parts: Parts, name: string): string => {
  const part = parts[name]
  if (!part) throw new Error(`The workbook has no part ${name}`)
  return strFromU8(part)
}

const attribute = (element: string, name: string): string | undefined =>
  new RegExp(` ${name}="([^"]*)"`).exec(element)?.[1]

/** The part of a sheet: the workbook names sheets and their relationships, these name the parts. */
function sheetPart(parts: Parts, sheetName: string): string {
  const sheets = textOf(parts, 'xl/workbook.xml').match(/<sheet [^>]*>/g) ?? []
  const own = sheets.find((sheet) => attribute(sheet, 'name') === escaped(sheetName))
  const id = own && attribute(own, 'r:id')
  const relations = textOf(parts, 'xl/_rels/workbook.xml.rels').match(/<Relationship [^>]*>/g) ?? []
  const target = relations.find((relation) => attribute(relation, 'Id') === id)
  const path = target && attribute(target, 'Target')
  if (path === undefined) throw new Error(`The workbook has no sheet "${sheetName}"`)
  return path.startsWith('/') ? path.slice(1) : `xl/${path}`
}

const relationsOf = (part: string): string => part.replace(/([^/]+)$/, '_rels/$1.rels')

const relation = (id: string, type: 'chart' | 'drawing', target: string): string =>
  `<Relationship Id="${id}" Type="${documentTypes}/${type}" Target="${target}"/>`

const relations = (inner: string): string => `${xmlHead}<Relationships xmlns="${packageTypes}">${inner}</Relationships>`

/** What has to come after the drawing in a sheet (ECMA-376 part 1, §18.3.1.99). */
const afterDrawing =
  /<(?:legacyDrawing|legacyDrawingHF|picture|oleObjects|controls|webPublishItems|tableParts|extLst)\b|<\/worksheet>/

function linkDrawing(parts: Parts, sheet: string, drawing: number): void {
  const rels = relationsOf(sheet)
  const id = 'rIdDrawing'
  const link = relation(id, 'drawing', `../drawings/drawing${drawing}.xml`)
  const before = parts[rels]
  parts[rels] = strToU8(
    before ? strFromU8(before).replace('</Relationships>', `${link}</Relationships>`) : relations(link),
  )
  const xml = textOf(parts, sheet)
  if (/<drawing /.test(xml)) throw new Error(`The sheet ${sheet} has a drawing already`)
  const element = `<drawing xmlns:r="${documentTypes}" r:id="${id}"/>`
  parts[sheet] = strToU8(xml.replace(afterDrawing, (next) => `${element}${next}`))
}

/** Adds the charts of one sheet; answers the names of the parts that are new. */
function addToSheet(
  parts: Parts,
  sheetName: string,
  charts: readonly SheetChart[],
  drawing: number,
  first: number,
): void {
  const numbers = charts.map((_, at) => first + at)
  for (const [at, placed] of charts.entries()) parts[`xl/charts/chart${first + at}.xml`] = strToU8(chartPart(placed))
  parts[`xl/drawings/drawing${drawing}.xml`] = strToU8(drawingPart(charts))
  parts[`xl/drawings/_rels/drawing${drawing}.xml.rels`] = strToU8(
    relations(numbers.map((number, at) => relation(`rId${at + 1}`, 'chart', `../charts/chart${number}.xml`)).join('')),
  )
  linkDrawing(parts, sheetPart(parts, sheetName), drawing)
}

const override = (part: string, type: keyof typeof contentTypes): string =>
  `<Override PartName="/${part}" ContentType="${contentTypes[type]}"/>`

function declare(parts: Parts): void {
  const added = Object.keys(parts).flatMap((name) => {
    if (/^xl\/charts\/chart\d+\.xml$/.test(name)) return [override(name, 'chart')]
    return /^xl\/drawings\/drawing\d+\.xml$/.test(name) ? [override(name, 'drawing')] : []
  })
  const types = '[Content_Types].xml'
  parts[types] = strToU8(textOf(parts, types).replace('</Types>', `${added.join('')}</Types>`))
}

/**
 * Puts charts into the bytes of an .xlsx that has no drawings yet, which the library that writes it cannot. They are Excel's own: they point at
 * cells of the workbook and can be changed there.
 */
export function withCharts(bytes: Uint8Array, bySheet: ChartsBySheet): Uint8Array {
  const sheets = [...bySheet].filter(([, charts]) => charts.length > 0)
  if (sheets.length === 0) return bytes
  const parts: Parts = unzipSync(bytes)
  let next = 1
  for (const [at, [sheetName, charts]] of sheets.entries()) {
    addToSheet(parts, sheetName, charts, at + 1, next)
    next += charts.length
  }
  declare(parts)
  return zipSync(parts)
}
