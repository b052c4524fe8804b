import { strFromU8 } from 'fflate'
import { unescaped } from './charts/xml'

/** The files in an .xlsx by their paths. */
export type Parts = Readonly<Record<string, Uint8Array>>

/** A chart as it stands in a file: its words, its series, and whether its values are those of cells. */
export type DrawnChart = {
  readonly title: string
  readonly alt: string
  readonly series: readonly string[]
  readonly hasTable: boolean
}

/** A file in an .xlsx as text; empty where it is not there. */
export const textOf = (parts: Parts, name: string): string => {
  const part = parts[name]
  return part ? strFromU8(part) : ''
}

const attribute = (element: string, name: string): string =>
  unescaped(new RegExp(`\\b${name}="([^"]*)"`).exec(element)?.[1] ?? '')

/** The targets of a part's relationships by their id. */
const targetsOf = (parts: Parts, part: string): ReadonlyMap<string, string> => {
  const folder = part.slice(0, part.lastIndexOf('/'))
  const rels = textOf(parts, part.replace(/([^/]+)$/, '_rels/$1.rels'))
  return new Map(
    [...rels.matchAll(/<Relationship [^>]*>/g)].map(([element]) => {
      const target = attribute(element, 'Target')
      const path = target.startsWith('/') ? target.slice(1) : new URL(target, `file:///${folder}/`).pathname.slice(1)
      return [attribute(element, 'Id'), path]
    }),
  )
}

const chartIn = (parts: Parts, path: string, words: string): DrawnChart => {
  const xml = textOf(parts, path)
  const series = [...xml.matchAll(/<c:tx><c:strRef>.*?<c:v>([^<]*)<\/c:v>/gs)].map(([, label]) =>
    unescaped(label ?? ''),
  )
  const [title = '', ...rest] = words.split(/(?<=\.) /)
  return {
    title: title.replace(/\.$/, ''),
    alt: rest.join(' '),
    series,
    hasTable: /<c:val><c:numRef><c:f>[^<]+<\/c:f>/.test(xml),
  }
}

/** The parts of the sheets of an .xlsx by the sheets' names. */
export function sheetPaths(parts: Parts): ReadonlyMap<string, string> {
  const book = 'xl/workbook.xml'
  const targets = targetsOf(parts, book)
  return new Map(
    [...textOf(parts, book).matchAll(/<sheet [^>]*>/g)].map(([element]) => [
      attribute(element, 'name'),
      targets.get(attribute(element, 'r:id')) ?? '',
    ]),
  )
}

/** The charts on a sheet, in order, each with the words that stand in for it. */
export function drawingsOf(parts: Parts, sheetPath: string): readonly DrawnChart[] {
  const drawings = [...targetsOf(parts, sheetPath).values()].filter((path) => path.startsWith('xl/drawings/'))
  return drawings.flatMap((drawing) => {
    const targets = targetsOf(parts, drawing)
    const frames = textOf(parts, drawing).match(/<xdr:graphicFrame.*?<\/xdr:graphicFrame>/gs) ?? []
    return frames.map((frame) => {
      const chart = targets.get(attribute(/<c:chart [^>]*>/.exec(frame)?.[0] ?? '', 'r:id')) ?? ''
      return chartIn(parts, chart, attribute(/<xdr:cNvPr [^>]*>/.exec(frame)?.[0] ?? '', 'descr'))
    })
  })
}

/** The links of a sheet to other cells of the workbook, by the cell that they stand in. */
export const innerLinksOf = (parts: Parts, sheetPath: string): { readonly cell: string; readonly target: string }[] =>
  [...textOf(parts, sheetPath).matchAll(/<hyperlink [^>]*>/g)].map(([element]) => ({
    cell: attribute(element, 'ref'),
    target: attribute(element, 'location'),
  }))
