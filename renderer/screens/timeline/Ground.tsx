import { instructionIn, schoolYearStart } from '@shared/forecast/school-calendar'
import type { TimelineLane } from '@shared/forecast/timeline-lane'
import { calendarMonth, monthText } from '@shared/plan/month'
import { leftOf, shadeOf, widthOf, type Scale } from './geometry'
import styles from './chart.module.css'

type Props = {
  readonly scale: Scale
  readonly calendar: readonly number[]
  /** 1–12. */
  readonly fiscalYearStart: number
  readonly asOf: number
  readonly height: number
}

const monthsOf = ({ firstMonth, lastMonth }: Scale): number[] =>
  Array.from({ length: lastMonth - firstMonth + 1 }, (_, at) => firstMonth + at)

/** What lies behind the bars: months without school, lines between years and months, and the month the plan stands at. */
export function Ground({ scale, calendar, fiscalYearStart, asOf, height }: Props) {
  const yearStarts = [fiscalYearStart - 1, schoolYearStart(calendar)]
  return (
    <>
      {monthsOf(scale).map((month) => {
        const shade = shadeOf[instructionIn(calendar, month)]
        const x = leftOf(scale, month)
        const ofYear = calendarMonth(monthText(month))
        const line = yearStarts.includes(ofYear) ? 'yearLine' : 'monthLine'
        const hasLine = line === 'yearLine' || scale.monthWidth >= 20
        return (
          <g key={month}>
            {shade !== 'none' && (
              <rect x={x} y={0} width={scale.monthWidth} height={height} className={styles[`shade-${shade}`]} />
            )}
            {hasLine && <path d={`M${x} 0V${height}`} className={styles[line]} />}
          </g>
        )
      })}
      <path d={`M${widthOf(scale)} 0V${height}`} className={styles['yearLine']} />
      {asOf >= scale.firstMonth && asOf <= scale.lastMonth && (
        <path d={`M${leftOf(scale, asOf)} 0V${height}`} className={styles['asOf']} />
      )}
    </>
  )
}

type ArrowsProps = { readonly lanes: readonly TimelineLane[]; readonly scale: Scale }

/** From each gate to the waves it opens: they may begin only after it. */
export function Arrows({ lanes, scale }: ArrowsProps) {
  const rowOf = new Map(lanes.map(({ key }, row) => [key, row]))
  const middle = (row: number): number => row * scale.rowHeight + scale.rowHeight / 2
  return lanes.flatMap((gate, row) =>
    gate.leadsTo.flatMap((key) => {
      const to = rowOf.get(key)
      const wave = to === undefined ? undefined : lanes[to]
      if (to === undefined || !wave?.span || !gate.span) return []
      const end = leftOf(scale, wave.span.first)
      const centre = leftOf(scale, gate.span.first) + scale.monthWidth / 2
      // where the wave is near, the arrow leaves the gate beside its middle rather than with a kink
      const x = Math.abs(centre - (end - 8)) <= 5 ? end - 8 : centre
      const down = middle(to) < middle(row) ? -1 : 1
      const tip = middle(to)
      const turn = Math.min(end - 8, x)
      return [
        <path
          key={`${gate.key}>${key}`}
          d={`M${x} ${middle(row) + down * 9}V${tip - down * 15}H${turn}V${tip}H${end - 2}m-5 -4l5 4l-5 4`}
          className={styles['arrow']}
        />,
      ]
    }),
  )
}
