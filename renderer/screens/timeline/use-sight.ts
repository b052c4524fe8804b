import type { TimelineLane } from '@shared/forecast/timeline-lane'
import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react'
import { leftOf, rowHeight, type Scale } from './geometry'

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

/** Closer than the whole plan, the month it stands at comes into sight when the zoom changes. */
export function useAsOfInSight(frame: RefObject<HTMLElement | null>, scale: Scale, asOf: number, zoom: string): void {
  const left = leftOf(scale, asOf - 3)
  const before = useRef('year')
  useEffect(() => {
    if (frame.current && zoom !== before.current) frame.current.scrollTo({ left })
    before.current = zoom
  }, [frame, zoom, left])
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
