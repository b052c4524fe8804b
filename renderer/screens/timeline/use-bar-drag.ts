import type { TimelineLane } from '@shared/forecast/timeline-lane'
import { useEffect, useState, type RefObject } from 'react'
import { monthsMoved, moveLane, resizeLane, whyFixed } from './lane-edits'

/** A bar that hangs at the pointer: by how many months it, or its end, would move. */
export type BarDrag = { readonly key: string; readonly kind: 'move' | 'resize'; readonly months: number }

type Grip = { readonly lane: TimelineLane; readonly kind: BarDrag['kind']; readonly startX: number }

function gripAt(event: PointerEvent, lanes: ReadonlyMap<string, TimelineLane>): Grip | null {
  if (event.button !== 0 || !(event.target instanceof Element)) return null
  const grip = event.target.getAttribute('data-grip')
  const lane = lanes.get(event.target.closest('[data-lane]')?.getAttribute('data-lane') ?? '')
  if (grip === null || !lane) return null
  const kind = grip === 'end' ? 'resize' : 'move'
  return whyFixed(lane, kind) === null ? { lane, kind, startX: event.clientX } : null
}

/**
 * Drags bars (`data-grip` inside of `data-lane`) by whole months; Esc lets go without a change. The pointer's twin of the
 * keys and of "Move or resize…".
 */
export function useBarDrag(
  frame: RefObject<HTMLElement | null>,
  lanes: ReadonlyMap<string, TimelineLane>,
  monthWidth: number,
): BarDrag | null {
  const [drag, setDrag] = useState<BarDrag | null>(null)
  useEffect(() => {
    const element = frame.current
    if (!element) return undefined
    let grip: Grip | null = null
    const monthsAt = (event: PointerEvent): number => {
      if (!grip) return 0
      const asked = Math.round((event.clientX - grip.startX) / monthWidth)
      return grip.kind === 'move' ? monthsMoved(grip.lane, asked) : asked
    }
    const letGo = (): void => {
      grip = null
      setDrag(null)
    }
    const down = (event: PointerEvent): void => {
      grip = gripAt(event, lanes)
    }
    const move = (event: PointerEvent): void => {
      if (!grip) return
      const months = monthsAt(event)
      setDrag(months === 0 ? null : { key: grip.lane.key, kind: grip.kind, months })
    }
    const up = (event: PointerEvent): void => {
      if (!grip) return
      const months = monthsAt(event)
      const { lane, kind } = grip
      letGo()
      if (months === 0) return
      void (kind === 'move' ? moveLane(lane, months, true) : resizeLane(lane, months, true))
    }
    const cancel = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') letGo()
    }
    element.addEventListener('pointerdown', down)
    window.addEventListener('pointermove', move)
    window.addEventListener('pointerup', up)
    window.addEventListener('pointercancel', letGo)
    window.addEventListener('keydown', cancel)
    return () => {
      element.removeEventListener('pointerdown', down)
      window.removeEventListener('pointermove', move)
      window.removeEventListener('pointerup', up)
      window.removeEventListener('pointercancel', letGo)
      window.removeEventListener('keydown', cancel)
    }
  }, [frame, lanes, monthWidth])
  return drag
}
