import { Portal } from '@mantine/core'
import { monthText, monthWords } from '@shared/plan/month'
import { shownScenario, useWorkbook } from '../../stores/workbook'
import { HeadPicture, headRows } from './ChartHead'
import { headLine, widthOf, type Scale } from './geometry'
import { Arrows, Ground } from './Ground'
import { Hatching } from './Hatching'
import { LanePicture } from './LanePicture'
import { paper, type PaperPage } from './paper-pages'
import styles from './paper.module.css'
import type { ShownBaseline } from './use-baseline'
import type { ShownTimeline } from './use-timeline'

type Props = {
  readonly timeline: ShownTimeline
  readonly baseline: ShownBaseline | null
  readonly pages: readonly PaperPage[]
}

/** The timeline as it comes out of the printer: shown on paper only. */
export function Paper({ timeline, baseline, pages }: Props) {
  return (
    <Portal reuseTargetNode={false}>
      <div className={styles['paper']} data-paper>
        {pages.map((page, at) => (
          <Sheet
            key={`${page.firstMonth} ${page.lanes[1]?.key ?? ''}`}
            page={page}
            timeline={timeline}
            baseline={baseline}
            number={at + 1}
            count={pages.length}
          />
        ))}
      </div>
    </Portal>
  )
}

type SheetProps = {
  readonly page: PaperPage
  readonly timeline: ShownTimeline
  readonly baseline: ShownBaseline | null
  readonly number: number
  readonly count: number
}

function Sheet({ page, timeline, baseline, number, count }: SheetProps) {
  const { firstMonth, lastMonth, lanes } = page
  const { calendar, fiscalYearStart, asOf } = timeline
  const months = lastMonth - firstMonth + 1
  const monthWidth = (paper.width - paper.outlineWidth) / months
  const scale: Scale = { firstMonth, lastMonth, monthWidth, rowHeight: paper.rowHeight }
  const head = headRows(
    scale,
    monthWidth >= 30 ? 'month' : monthWidth >= 16 ? 'year' : 'plan',
    calendar,
    fiscalYearStart,
  )
  const height = lanes.length * paper.rowHeight
  const hatchId = `paper-hatching-${number}`
  return (
    <section className={styles['sheet']}>
      <SheetHead asOf={asOf} baseline={baseline?.name ?? null} number={number} count={count} />
      <div className={styles['chart']}>
        <div className={styles['outline']} style={{ width: paper.outlineWidth }}>
          <div style={{ height: head.length * headLine }} />
          {lanes.map((lane) => (
            <div
              key={lane.key}
              className={styles['name']}
              style={{ height: paper.rowHeight, paddingInlineStart: lane.level * 12 }}
              data-level={lane.level}
            >
              {lane.label}
            </div>
          ))}
        </div>
        <div>
          <HeadPicture rows={head} scale={scale} asOf={asOf} />
          <svg width={widthOf(scale)} height={height} role="img" aria-label={`Timeline, page ${number} of ${count}`}>
            <Hatching id={hatchId} />
            <Ground scale={scale} calendar={calendar} fiscalYearStart={fiscalYearStart} asOf={asOf} height={height} />
            {lanes.map((lane, row) => (
              <g key={lane.key} transform={`translate(0 ${row * paper.rowHeight})`}>
                <LanePicture lane={lane} scale={scale} hatchId={hatchId} baseline={baseline?.lanes.get(lane.key)} />
              </g>
            ))}
            <Arrows lanes={lanes} scale={scale} />
          </svg>
        </div>
      </div>
    </section>
  )
}

type HeadProps = {
  readonly asOf: number
  /** Which version the thin bars show; null: none. */
  readonly baseline: string | null
  readonly number: number
  readonly count: number
}

function SheetHead({ asOf, baseline, number, count }: HeadProps) {
  const district = useWorkbook((s) => s.plan.plan.values().next().value?.district ?? '')
  const scenario = useWorkbook((s) => shownScenario(s)?.name ?? 'Current plan')
  return (
    <div className={styles['head']}>
      <strong>{district}: timeline</strong>
      <span>{scenario}</span>
      <span>As of {monthWords(monthText(asOf))}</span>
      {baseline !== null && <span>Thin bars: {baseline}</span>}
      <span>
        Page {number} of {count}
      </span>
    </div>
  )
}
