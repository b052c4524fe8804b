import type { SheetChart } from './sheet-chart'
import { escaped, xmlHead } from './xml'

const namespaces =
  'xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
const chartNamespace = 'http://schemas.openxmlformats.org/drawingml/2006/chart'
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** English Metric Units of a pixel at 96 to the inch. */
const unitsPerPixel = 9525

const frame = ({ chart, topRow, width, height }: SheetChart, at: number): string => {
  const words = escaped(`${chart.title}. ${chart.summary}`)
  return `<xdr:oneCellAnchor><xdr:from><xdr:col>0</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${topRow - 1}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:ext cx="${width * unitsPerPixel}" cy="${height * unitsPerPixel}"/><xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="${at + 2}" name="Chart ${at + 1}" descr="${words}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="${chartNamespace}"><c:chart xmlns:c="${chartNamespace}" xmlns:r="${relationships}" r:id="rId${at + 1}"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:oneCellAnchor>`
}

/** The drawing of a sheet: its charts where they stand, each with what it shows in words. The nth chart is relationship `rIdn`. */
export const drawingPart = (charts: readonly SheetChart[]): string =>
  `${xmlHead}<xdr:wsDr ${namespaces}>${charts.map(frame).join('')}</xdr:wsDr>`
