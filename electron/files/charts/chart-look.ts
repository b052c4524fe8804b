/** How a series is told from the others: by colour, by dash of a line, pattern of an area and symbol of a dot, so that grey is enough. */
export type SeriesLook = {
  readonly colour: string
  readonly dash: string
  readonly pattern: string | null
  readonly symbol: string
}

const looks: readonly SeriesLook[] = [
  { colour: '1C5FA8', dash: 'solid', pattern: null, symbol: 'circle' },
  { colour: 'B04A00', dash: 'dash', pattern: 'wdUpDiag', symbol: 'diamond' },
  { colour: '237032', dash: 'sysDash', pattern: null, symbol: 'triangle' },
  { colour: '6A3FA0', dash: 'lgDashDot', pattern: 'wdDnDiag', symbol: 'square' },
  { colour: '087055', dash: 'dashDot', pattern: null, symbol: 'x' },
  { colour: 'A61E5A', dash: 'sysDot', pattern: 'dkHorz', symbol: 'plus' },
]
const lineAcross: SeriesLook = { colour: '495057', dash: 'lgDash', pattern: null, symbol: 'dash' }

/** The look of the nth series. */
export const seriesLook = (n: number): SeriesLook => looks[n % looks.length] ?? lineAcross

/** The look of an end of the range around a series: its colour, in dots. */
export const endLook = (n: number): SeriesLook => ({ ...seriesLook(n), dash: 'sysDot' })

/** The look of a line across the whole chart. */
export const acrossLook = (): SeriesLook => lineAcross

/** The outline of a line series; `width` in English Metric Units, 12,700 to a point. */
export const lineShape = ({ colour, dash }: SeriesLook, width: number): string =>
  `<c:spPr><a:ln w="${width}" cap="rnd"><a:solidFill><a:srgbClr val="${colour}"/></a:solidFill><a:prstDash val="${dash}"/><a:round/></a:ln></c:spPr>`

/** A series of dots without a line between them. */
export const dotShape = ({ colour, symbol }: SeriesLook): string => {
  const fill = `<a:solidFill><a:srgbClr val="${colour}"/></a:solidFill>`
  return `<c:spPr><a:ln w="19050"><a:noFill/></a:ln></c:spPr><c:marker><c:symbol val="${symbol}"/><c:size val="9"/><c:spPr>${fill}<a:ln w="9525">${fill}</a:ln></c:spPr></c:marker>`
}

/** The filling of an area or bar. */
export const fillShape = ({ colour, pattern }: SeriesLook): string => {
  const fill =
    pattern === null
      ? `<a:solidFill><a:srgbClr val="${colour}"/></a:solidFill>`
      : `<a:pattFill prst="${pattern}"><a:fgClr><a:srgbClr val="${colour}"/></a:fgClr><a:bgClr><a:srgbClr val="FFFFFF"/></a:bgClr></a:pattFill>`
  return `<c:spPr>${fill}<a:ln w="6350"><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill></a:ln></c:spPr>`
}

const grey = '404040'

const textIn = (body: string): string =>
  `<c:txPr>${body}<a:lstStyle/><a:p><a:pPr><a:defRPr sz="900"><a:solidFill><a:srgbClr val="${grey}"/></a:solidFill></a:defRPr></a:pPr><a:endParaRPr lang="en-US"/></a:p></c:txPr>`

/** Text of axes and legend: 9 points, dark grey. */
export const textShape = textIn('<a:bodyPr/>')

/** The same, turned by half a right angle: many names beside each other. */
export const turnedText = textIn('<a:bodyPr rot="-2700000" vert="horz"/>')

/** A title of an axis. */
export const titleShape = (text: string): string =>
  `<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="900" b="0"/></a:pPr><a:r><a:rPr lang="en-US" sz="900" b="0"/><a:t>${text}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`
