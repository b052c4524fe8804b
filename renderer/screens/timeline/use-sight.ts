import type { TimelineZoom } from '@shared/contract/timeline-layout'
import type { TimelineLane } from '@shared/forecast/timeline-lane'
import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react'
import { rowHeight, type Scale } from './geometry'

export type Sight = { readonly top: number; readonly width: number; readonly height: number }

/** How far a frame is scrolled down and how large it is, in pixels; kept in step with it. */
export function useSight(frame: RefObject<HTMLElement | null>): Sight {
  const [sight, setSight] = useState<Sight>({ top: 0, width: 1000, height: 500 })
  useLayoutEffect(() => {
    const element = frame.current
    if (!element) return undefined
    const look = (): void => {
      const { scrollTop: top, clientWidth: width, clientHeight: height } = element
      setSight((was) =>
        was.top === top && was.width === width && was.height === height ? was : { top, width, height },
      )
    }
    look()
    const sizes = new ResizeObserver(look)
    sizes.observe(element)
    element.addEventListener('scroll', look, { passive: true })
    return () => {
      sizes.disconnect()
      element.removeEventListener('scroll', look)
    }
  }, [frame])
  return sight
}

type MonthInSight = {
  readonly frame: RefObject<HTMLElement | null>
  readonly scale: Scale
  readonly asOf: number
  readonly zoom: TimelineZoom
  /** Pixels that the bars have beside the names. */
  readonly room: number
}

/** When the zoom changes, the month in the middle stays there; from the whole plan, the one it stands at comes into sight. */
export function useMonthInSight({ frame, scale, asOf, zoom, room }: MonthInSight): void {
  const before = useRef<{ readonly zoom: TimelineZoom; readonly monthWidth: number }>({ zoom: 'plan', monthWidth: 0 })
  useLayoutEffect(() => {
    const was = before.current
    before.current = { zoom, monthWidth: scale.monthWidth }
    const element = frame.current
    if (!element || zoom === was.zoom) return
    const isWhole = was.zoom === 'plan' || was.monthWidth === 0
    const middle = isWhole ? asOf - 3 + room / 2 / scale.monthWidth : (element.scrollLeft + room / 2) / was.monthWidth
    const months = isWhole ? middle - scale.firstMonth : middle
    element.scrollTo({ left: months * scale.monthWidth - room / 2 })
  }, [frame, zoom, scale, asOf, room])
}

/** The chosen line comes into sight below the head, and gets the focus where the timeline has it. */
export function useActiveInSight(
  frame: RefObject<HTMLElement | null>,
  active: TimelineLane | null,
  open: readonly TimelineLane[],
  headHeight: number,
): void {
  const key = active?.key ?? null
  const place = open.findIndex((lane) => lane.key === key)
  useEffect(() => {
    const element = frame.current
    if (!element || key === null || !element.contains(document.activeElement)) return
    const top = place * rowHeight
    const room = element.clientHeight - headHeight - 16
    if (top < element.scrollTop) element.scrollTo({ top })
    else if (top + rowHeight > element.scrollTop + room) element.scrollTo({ top: top + rowHeight - room })
    document.getElementById(`lane-${key}`)?.focus({ preventScroll: true })
  }, [frame, key, place, headHeight])
}
