import { VisuallyHidden } from '@mantine/core'
import { closedKeys, holdingKeys, laneWords, openLanes } from '@shared/forecast/timeline'
import type { Baseline } from '@shared/forecast/timeline-baseline'
import type { TimelineLane } from '@shared/forecast/timeline-lane'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useTimelineView } from '../../stores/timeline-view'
import { HeadPicture, headRows } from './ChartHead'
import { headLine, monthWidthOf, rowHeight, rowsInSight, usualOutline, widthOf, type Scale } from './geometry'
import { Arrows, Ground } from './Ground'
import { Hatching } from './Hatching'
import { chooseLane } from './lane-edits'
import { LaneRow } from './LaneRow'
import { OutlineEdge } from './OutlineEdge'
import styles from './chart.module.css'
import { useBarDrag, type BarDrag } from './use-bar-drag'
import { onLaneKey, type LaneAsks } from './use-lane-keys'
import { useActiveInSight, useMonthInSight, useSight } from './use-sight'
import type { ShownTimeline } from './use-timeline'

type Props = LaneAsks & {
  readonly timeline: ShownTimeline
  readonly baseline: Baseline | null
  /** The menu of the chosen line is asked for, at a place of the window. */
  readonly onMenu: (x: number, y: number) => void
}

const hatchId = 'timeline-hatching'

/** The lanes that stand open, which of them is chosen (the first until one is), and which hold others. */
function useLanes({ lanes }: ShownTimeline) {
  const turned = useTimelineView((s) => s.turned)
  const chosen = useTimelineView((s) => s.active)
  const open = useMemo(() => openLanes(lanes, closedKeys(lanes, turned)), [lanes, turned])
  const holding = useMemo(() => holdingKeys(lanes), [lanes])
  const closed = useMemo(() => closedKeys(lanes, turned), [lanes, turned])
  const byKey = useMemo(() => new Map(lanes.map((lane) => [lane.key, lane])), [lanes])
  const active = open.find(({ key }) => key === chosen) ?? open[0] ?? null
  return { open, holding, closed, byKey, active }
}

/** Outline and bars in one scroll, the head and the outline always in sight. One tab stop: arrows go between the lines. */
export function TimelineChart({ timeline, baseline, onDetails, onDates, onMenu }: Props) {
  const frame = useRef<HTMLDivElement>(null)
  const zoom = useTimelineView((s) => s.zoom)
  const { open, holding, closed, byKey, active } = useLanes(timeline)
  const sight = useSight(frame)
  const outlineWidth = useTimelineView((s) => s.outlineWidth) ?? usualOutline(sight.width)
  const { firstMonth, lastMonth, calendar, fiscalYearStart, asOf } = timeline
  const scale = useMemo<Scale>(() => {
    const months = lastMonth - firstMonth + 1
    const monthWidth = monthWidthOf(zoom, months, sight.width - outlineWidth - 2)
    return { firstMonth, lastMonth, monthWidth, rowHeight }
  }, [firstMonth, lastMonth, zoom, sight.width, outlineWidth])
  const head = headRows(scale, zoom, calendar, fiscalYearStart)
  const headHeight = head.length * headLine
  useMonthInSight({ frame, scale, asOf, zoom, room: sight.width - outlineWidth })
  useActiveInSight(frame, active, open, headHeight)
  const drag = useBarDrag(frame, byKey, scale.monthWidth)
  const width = outlineWidth + widthOf(scale)
  const ground = { scale, calendar, fiscalYearStart, asOf, height: open.length * rowHeight }
  return (
    <>
      <div ref={frame} className={styles['frame']} data-timeline style={{ height: heightOf(baseline !== null) }}>
        <div className={styles['head']} style={{ width }}>
          <div className={styles['corner']} style={{ width: outlineWidth }}>
            {head.map(({ label }) => (
              <div key={label} style={{ height: headLine, lineHeight: `${headLine}px` }} aria-hidden>
                {label}
              </div>
            ))}
            <OutlineEdge width={outlineWidth} />
          </div>
          <HeadPicture rows={head} scale={scale} asOf={asOf} />
        </div>
        <div className={styles['body']} style={{ width, height: ground.height }}>
          <Layers {...ground} left={outlineWidth} lanes={open} />
          <div
            role="tree"
            aria-label="Timeline"
            tabIndex={-1}
            onKeyDown={(event) => onLaneKey(event, open, active, holding, { onDetails, onDates })}
            onFocus={chooseFocused}
            onPointerDown={focusAtPointer}
            onDoubleClick={() => active && onDetails(active)}
            onContextMenu={(event) => {
              event.preventDefault()
              const box = laneElement(event)?.getBoundingClientRect()
              // the menu key brings no place of its own
              const isAt = event.clientX > 0 || event.clientY > 0
              onMenu(isAt ? event.clientX : (box?.left ?? 0) + 24, isAt ? event.clientY : (box?.bottom ?? 0))
            }}
          >
            <Rows
              open={open}
              active={active}
              sight={{ ...sight, headHeight }}
              scale={scale}
              outlineWidth={outlineWidth}
              holding={holding}
              closed={closed}
              drag={drag}
              baseline={baseline}
            />
          </div>
        </div>
      </div>
      <Announced active={active} />
    </>
  )
}

type LayersProps = React.ComponentProps<typeof Ground> & {
  readonly lanes: readonly TimelineLane[]
  readonly left: number
}

/** What lies behind the bars, and the arrows over them. */
function Layers({ lanes, left, ...ground }: LayersProps) {
  const { scale, height } = ground
  const size = { style: { left }, width: widthOf(scale), height }
  return (
    <>
      <svg className={styles['ground']} {...size} aria-hidden>
        <Hatching id={hatchId} />
        <Ground {...ground} />
      </svg>
      <svg className={styles['arrows']} {...size} aria-hidden>
        <Arrows lanes={lanes} scale={scale} />
      </svg>
    </>
  )
}

/** What is left of the window below the head of the screen and its tools. */
const heightOf = (hasBaseline: boolean): string => `max(320px, calc(100dvh - ${hasBaseline ? 376 : 346}px))`

const laneElement = ({ target }: React.SyntheticEvent): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('[data-lane]') : null

/** The line that has the focus is the chosen one, however it came there. */
const chooseFocused = (event: React.FocusEvent): void => chooseLane(laneElement(event)?.dataset['lane'] ?? null)

const focusAtPointer = (event: React.PointerEvent): void => laneElement(event)?.focus({ preventScroll: true })

type RowsProps = {
  readonly open: readonly TimelineLane[]
  readonly active: TimelineLane | null
  readonly sight: { readonly top: number; readonly height: number; readonly headHeight: number }
  readonly scale: Scale
  readonly outlineWidth: number
  readonly holding: ReadonlySet<string>
  readonly closed: ReadonlySet<string>
  readonly drag: BarDrag | null
  readonly baseline: Baseline | null
}

/** Only the lines in sight are drawn, and the chosen one, so that the focus is never lost. */
function Rows({ open, active, sight, holding, closed, drag, baseline, ...drawn }: RowsProps) {
  const { first, last } = rowsInSight(sight.top, sight.height - sight.headHeight, open.length)
  return open.map((lane, place) =>
    (place >= first && place < last) || lane === active ? (
      <LaneRow
        key={lane.key}
        lane={lane}
        place={place}
        count={open.length}
        {...drawn}
        hatchId={hatchId}
        isActive={lane === active}
        isClosed={holding.has(lane.key) ? closed.has(lane.key) : null}
        drag={drag?.key === lane.key ? drag : null}
        baseline={baseline?.lanes.get(lane.key)}
      />
    ) : null,
  )
}

/** Reads out the chosen line when its months change. */
function Announced({ active }: { readonly active: TimelineLane | null }) {
  const [words, setWords] = useState('')
  const before = useRef(active)
  useEffect(() => {
    const was = before.current
    before.current = active
    if (!was || !active || was.key !== active.key) return
    if (was.span?.first !== active.span?.first || was.span?.last !== active.span?.last) setWords(laneWords(active))
  }, [active])
  return <VisuallyHidden role="status">{words}</VisuallyHidden>
}
