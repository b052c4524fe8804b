import type { TimelineZoom } from '@shared/contract/timeline-layout'
import {
  fiscalYearBands,
  quarterBands,
  schoolYearBands,
  termBands,
  type CalendarBand,
} from '@shared/forecast/school-calendar'
import { monthText, monthWords } from '@shared/plan/month'
import { boxOf, headLine, leftOf, textWidth, widthOf, type Scale } from './geometry'
import styles from './chart.module.css'

export type HeadRow = { readonly label: string; readonly bands: readonly CalendarBand[] }

const monthBands = (first: number, last: number): CalendarBand[] =>
  Array.from({ length: last - first + 1 }, (_, at) => ({
    first: first + at,
    last: first + at,
    label: monthWords(monthText(first + at)).slice(0, 3),
  }))

/** The lines of the head: fiscal years, school years, and below them terms, quarters or months where there is room. */
export function headRows(
  { firstMonth, lastMonth }: Pick<Scale, 'firstMonth' | 'lastMonth'>,
  zoom: TimelineZoom,
  calendar: readonly number[],
  fiscalYearStart: number,
): HeadRow[] {
  const years = [
    { label: 'Fiscal year', bands: fiscalYearBands(firstMonth, lastMonth, fiscalYearStart) },
    { label: 'School year', bands: schoolYearBands(firstMonth, lastMonth, calendar) },
  ]
  switch (zoom) {
    case 'plan':
      return years
    case 'year':
      return [...years, { label: 'Term', bands: termBands(firstMonth, lastMonth, calendar) }]
    case 'quarter':
      return [...years, { label: 'Quarter', bands: quarterBands(firstMonth, lastMonth, fiscalYearStart) }]
    default:
      return [...years, { label: 'Month', bands: monthBands(firstMonth, lastMonth) }]
  }
}

/** A band's name where it fits, else without what all bands begin with, else not at all. */
function nameIn(label: string, width: number): string {
  if (textWidth(label) + 6 <= width) return label
  const short = label.replace(/^FY 20/, '’').replace(/ \d{4}$/, '')
  return textWidth(short) + 6 <= width ? short : ''
}

/** Drawn at the top of the bars. */
export function HeadPicture({
  rows,
  scale,
  asOf,
}: {
  readonly rows: readonly HeadRow[]
  readonly scale: Scale
  readonly asOf: number
}) {
  const height = rows.length * headLine
  const isAsOfDrawn = asOf >= scale.firstMonth && asOf <= scale.lastMonth
  return (
    <svg width={widthOf(scale)} height={height} aria-hidden className={styles['headPicture']}>
      {rows.map(({ label, bands }, row) => (
        <g key={label}>
          {bands.map((band) => {
            const { x, width } = boxOf(scale, band)
            const name = nameIn(band.label, width)
            return (
              <g key={band.first}>
                <path d={`M${x} ${row * headLine}v${headLine}`} className={styles['yearLine']} />
                <text x={x + width / 2} y={row * headLine + 15} textAnchor="middle" className={styles['bandName']}>
                  {name}
                </text>
              </g>
            )
          })}
          <path d={`M0 ${(row + 1) * headLine - 0.5}H${widthOf(scale)}`} className={styles['yearLine']} />
        </g>
      ))}
      {isAsOfDrawn && <path d={`M${leftOf(scale, asOf)} ${height}l-5 -7h10z`} className={styles['asOfSign']} />}
    </svg>
  )
}
