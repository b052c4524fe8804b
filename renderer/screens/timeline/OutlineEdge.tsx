import { leastOutline, mostOutline } from '@shared/contract/timeline-layout'
import { useRef } from 'react'
import { layOutTimeline, setTimelineView } from '../../stores/timeline-view'
import styles from './chart.module.css'

const step = 16

const within = (width: number): number => Math.round(Math.min(mostOutline, Math.max(leastOutline, width)))

/** The width that a key asks for; null for other keys. */
function asked(key: string, width: number): number | null {
  if (key === 'ArrowLeft') return within(width - step)
  if (key === 'ArrowRight') return within(width + step)
  if (key === 'Home') return leastOutline
  return key === 'End' ? mostOutline : null
}

/** The edge between names and bars: drawn with the pointer or moved by arrows; a double click lets the window decide. */
export function OutlineEdge({ width }: { readonly width: number }) {
  const drawing = useRef<{ readonly x: number; readonly width: number; readonly now: number } | null>(null)
  return (
    <div
      role="slider"
      tabIndex={0}
      aria-label="Width of the names"
      aria-valuemin={leastOutline}
      aria-valuemax={mostOutline}
      aria-valuenow={width}
      aria-valuetext={`${width} pixels`}
      title="Width of the names: draw it, or use the arrow keys"
      className={styles['edge']}
      onKeyDown={(event) => {
        const outlineWidth = asked(event.key, width)
        if (outlineWidth === null) return
        event.preventDefault()
        layOutTimeline({ outlineWidth })
      }}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        drawing.current = { x: event.clientX, width, now: width }
      }}
      onPointerMove={({ clientX }) => {
        const start = drawing.current
        if (!start) return
        const outlineWidth = within(start.width + clientX - start.x)
        if (outlineWidth === start.now) return
        drawing.current = { ...start, now: outlineWidth }
        setTimelineView({ outlineWidth })
      }}
      // however the drawing ends: let go, broken off by the system, or taken by another pointer
      onLostPointerCapture={() => {
        const left = drawing.current
        drawing.current = null
        // only what it was left at is kept with the workbook
        if (left && left.now !== left.width) layOutTimeline({ outlineWidth: left.now })
      }}
      onDoubleClick={() => layOutTimeline({ outlineWidth: null })}
    />
  )
}
