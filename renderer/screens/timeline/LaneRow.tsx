import { laneWords } from '@shared/forecast/timeline'
import { baselineWords, type BaselineLane } from '@shared/forecast/timeline-baseline'
import type { TimelineLane } from '@shared/forecast/timeline-lane'
import { monthText, monthWords } from '@shared/plan/month'
import { VisuallyHidden } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { memo } from 'react'
import { turnLane } from '../../stores/timeline-view'
import { besidePlace, boxOf, isDrawn, leastTarget, widthOf, type Scale } from './geometry'
import { LanePicture } from './LanePicture'
import { whyFixed } from './lane-edits'
import styles from './chart.module.css'
import type { BarDrag } from './use-bar-drag'

type Props = {
  readonly lane: TimelineLane
  readonly place: number
  readonly count: number
  readonly scale: Scale
  /** Pixels of its name. */
  readonly outlineWidth: number
  readonly hatchId: string
  readonly isActive: boolean
  /** Whether it stands closed; null where it holds nothing. */
  readonly isClosed: boolean | null
  readonly drag: BarDrag | null
  readonly baseline: BaselineLane | undefined
}

/** A line of the timeline: its name in the outline, which stays in sight, and its bar. */
export const LaneRow = memo(function LaneRow(props: Props) {
  const { lane, place, count, scale, outlineWidth, hatchId, isActive, isClosed, drag, baseline } = props
  const compared = baseline === undefined ? '' : `, against the baseline ${baselineWords(baseline)}`
  const words = `${laneWords(lane)}${compared}`
  return (
    <div
      role="treeitem"
      id={`lane-${lane.key}`}
      tabIndex={isActive ? 0 : -1}
      aria-level={lane.level + 1}
      aria-posinset={place + 1}
      aria-setsize={count}
      aria-selected={isActive}
      {...(isClosed === null ? {} : { 'aria-expanded': !isClosed })}
      className={styles['lane']}
      style={{ top: place * scale.rowHeight, height: scale.rowHeight }}
      data-lane={lane.key}
      data-level={lane.level}
      data-active={isActive || undefined}
    >
      <span className={styles['name']} style={{ width: outlineWidth, paddingInlineStart: 4 + lane.level * 18 }}>
        <span
          className={styles['turner']}
          data-closed={isClosed === true || undefined}
          onClick={isClosed === null ? undefined : () => turnLane(lane.key)}
          aria-hidden
        >
          {isClosed !== null && <IconChevronDown size={15} />}
        </span>
        <span className={styles['label']} title={words} aria-hidden>
          {lane.label}
        </span>
        <VisuallyHidden>{words}</VisuallyHidden>
        <span className={styles['side']} aria-hidden>
          {sideWords(lane)}
        </span>
      </span>
      <svg width={widthOf(scale)} height={scale.rowHeight} className={styles['bars']} aria-hidden>
        <g className={drag ? styles['dragged'] : undefined}>
          <LanePicture lane={lane} scale={scale} hatchId={hatchId} baseline={baseline} />
        </g>
        {drag && <Dragged lane={lane} drag={drag} scale={scale} hatchId={hatchId} />}
        <Grips lane={lane} scale={scale} words={words} />
      </svg>
    </div>
  )
})

const sideWords = ({ shape, words, span }: TimelineLane): string => {
  if (shape === 'summary') return words
  return span === null ? 'no month yet' : ''
}

/** Where the bar hangs while it is dragged, with the months it would have. */
function Dragged({
  lane,
  drag,
  scale,
  hatchId,
}: Pick<Props, 'lane' | 'scale' | 'hatchId'> & { readonly drag: BarDrag }) {
  if (!lane.span) return null
  const { first, last } = lane.span
  const moved = drag.kind === 'move' ? drag.months : 0
  const end = Math.max(first + moved, last + drag.months)
  const text =
    first === last
      ? monthWords(monthText(end))
      : `${monthWords(monthText(first + moved))} – ${monthWords(monthText(end))}`
  const box = boxOf(scale, { first: first + moved, last: end })
  const place = besidePlace(scale, box, text) ?? { x: box.x + 6, anchor: 'start' as const }
  return (
    <>
      {drag.kind === 'move' ? (
        <g transform={`translate(${moved * scale.monthWidth} 0)`}>
          <LanePicture lane={{ ...lane, words: '' }} scale={scale} hatchId={hatchId} />
        </g>
      ) : (
        <LanePicture
          lane={{
            ...lane,
            words: '',
            marks: [],
            parts: [{ first, last: end, look: 'plain', words: '' }],
            span: { first, last: end, isOpen: false },
          }}
          scale={scale}
          hatchId={hatchId}
        />
      )}
      <text x={place.x} y={scale.rowHeight / 2 + 4} textAnchor={place.anchor} className={styles['dragWords']}>
        {text}
      </text>
    </>
  )
}

/** Where the pointer takes hold of a bar: all of it to move it, its right end to resize it. */
function Grips({ lane, scale, words }: Pick<Props, 'lane' | 'scale'> & { readonly words: string }) {
  if (!lane.span || !isDrawn(scale, lane.span)) return null
  const { x, width } = boxOf(scale, lane.span)
  const least = Math.max(width, leastTarget)
  const left = x - (least - width) / 2
  const canMove = whyFixed(lane, 'move') === null
  const canResize = whyFixed(lane, 'resize') === null && width >= leastTarget
  return (
    <>
      <rect
        x={left}
        y={0}
        width={least}
        height={scale.rowHeight}
        className={styles['hit']}
        data-grip={canMove ? 'move' : undefined}
      >
        <title>{words}</title>
      </rect>
      {canResize && (
        <rect x={x + width - 9} y={0} width={12} height={scale.rowHeight} className={styles['hit']} data-grip="end" />
      )}
    </>
  )
}
