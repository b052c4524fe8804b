import type { AccessDocument, AccessPart } from '@shared/report/access/access-document'
import type ExcelJS from 'exceljs'
import { unzipSync } from 'fflate'
import { drawingsOf, innerLinksOf, sheetPaths, textOf, type Parts } from './read-parts'
import { regionName } from './report-regions'

type Area = { readonly top: number; readonly bottom: number; readonly columns: number }

const property = (core: string, name: string): string =>
  new RegExp(`<dc:${name}>([^<]*)</dc:${name}>`).exec(core)?.[1] ?? ''

const columnNumber = (letters: string): number =>
  Array.from(letters.toUpperCase(), (letter) => letter.charCodeAt(0) - 64).reduce((sum, digit) => sum * 26 + digit, 0)

/** The tables of a sheet that are marked for screen readers. */
const areasOf = (book: ExcelJS.Workbook, sheet: ExcelJS.Worksheet): Area[] =>
  book.definedNames.model.flatMap(({ name, ranges }) => {
    const [, , top = '', letters = '', bottom = ''] = regionName.exec(name) ?? []
    const isHere = ranges.some((range) => range.startsWith(`'${sheet.name}'!`) || range.startsWith(`${sheet.name}!`))
    return top !== '' && isHere ? [{ top: Number(top), bottom: Number(bottom), columns: columnNumber(letters) }] : []
  })

const isAlone = (cell: ExcelJS.Cell): boolean => cell.master === cell

/** Cells of a row that hold something, merged ones once. */
const filled = (row: ExcelJS.Row): ExcelJS.Cell[] => {
  const cells: ExcelJS.Cell[] = []
  row.eachCell((cell) => {
    if (isAlone(cell) && cell.text !== '') cells.push(cell)
  })
  return cells
}

const tablePart = (sheet: ExcelJS.Worksheet, area: Area): AccessPart => {
  const header = sheet.getRow(area.top)
  const headers = Array.from({ length: area.columns }, (_, at) => header.getCell(at + 1).text)
  const title = area.top > 1 ? sheet.getRow(area.top - 1).getCell(1).text : ''
  return { kind: 'table', title: title === '' ? sheet.name : title, headers, where: sheet.name, place: null }
}

/** Rows of three and more cells one below the other that lie in no marked table: a table for the eye only. */
const unmarkedTables = (sheet: ExcelJS.Worksheet, areas: readonly Area[]): AccessPart[] => {
  const found: AccessPart[] = []
  let before = 0
  sheet.eachRow((row, at) => {
    const isMarked = areas.some(({ top, bottom }) => at >= top && at <= bottom)
    if (isMarked || filled(row).length < 3) return
    if (at !== before + 1)
      found.push({
        kind: 'table',
        title: `${sheet.name}, row ${at}`,
        headers: null,
        where: `${sheet.name}, row ${at}`,
        place: null,
      })
    before = at
  })
  return found
}

const hex = (argb: string | undefined, otherwise: string): string =>
  argb === undefined || argb.length < 6 ? otherwise : `#${argb.slice(-6).toLowerCase()}`

/** Each pair of a text's color and that behind it, once. */
const colorParts = (sheet: ExcelJS.Worksheet): AccessPart[] => {
  const pairs = new Map<string, AccessPart>()
  sheet.eachRow((row) => {
    for (const cell of filled(row)) {
      const { font, fill } = cell
      const behind = fill?.type === 'pattern' && fill.pattern === 'solid' ? fill.fgColor?.argb : undefined
      const text = hex(font?.color?.argb, '#000000')
      const background = hex(behind, '#ffffff')
      const size = font?.size ?? 11
      const isLarge = size >= 18 || (size >= 14 && font?.bold === true)
      const key = `${text} ${background} ${isLarge}`
      if (!pairs.has(key))
        pairs.set(key, {
          kind: 'colors',
          text,
          background,
          isLarge,
          where: `${sheet.name}, cell ${cell.address}`,
          place: null,
        })
    }
  })
  return [...pairs.values()]
}

const linkParts = (sheet: ExcelJS.Worksheet, parts: Parts, path: string): AccessPart[] =>
  innerLinksOf(parts, path).map(({ cell, target }) => ({
    kind: 'link',
    text: sheet.getCell(cell).text,
    target,
    where: `${sheet.name}, cell ${cell}`,
    place: null,
  }))

/**
 * What a screen reader gets of an .xlsx that was made here, read from its bytes alone: properties, sheets, marked
 * tables, charts with their words, links and colors.
 */
export async function bookDocument(bytes: Uint8Array): Promise<AccessDocument> {
  const { default: Excel } = await import('exceljs')
  const book = new Excel.Workbook()
  await book.xlsx.load(bytes.slice().buffer)
  const parts = unzipSync(bytes)
  const core = textOf(parts, 'docProps/core.xml')
  const paths = sheetPaths(parts)
  return {
    title: property(core, 'title'),
    language: property(core, 'language'),
    parts: book.worksheets.flatMap((sheet): AccessPart[] => {
      const areas = areasOf(book, sheet)
      const path = paths.get(sheet.name) ?? ''
      const at = { where: sheet.name, place: null }
      return [
        { kind: 'sheet', name: sheet.name, firstCell: sheet.getCell('A1').text, ...at },
        ...areas.map((area) => tablePart(sheet, area)),
        ...unmarkedTables(sheet, areas),
        ...drawingsOf(parts, path).map((drawn): AccessPart => ({ kind: 'figure', ...drawn, ...at })),
        ...linkParts(sheet, parts, path),
        ...colorParts(sheet),
      ]
    }),
  }
}
