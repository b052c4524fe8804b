import type { TimelineLane } from '@shared/forecast/timeline-lane'
import { turnLane, zoomBy } from '../../stores/timeline-view'
import { chooseLane, moveLane, resizeLane } from './lane-edits'

/** What the keys of the timeline may ask of the screen around it. */
export type LaneAsks = {
  readonly onDetails: (lane: TimelineLane) => void
  readonly onDates: (lane: TimelineLane) => void
}

/** How many months a key moves by. */
const monthsOf = (event: React.KeyboardEvent): number => (event.key === 'ArrowLeft' ? -1 : 1) * (event.shiftKey ? 3 : 1)

const steps: Readonly<Record<string, number>> = { ArrowUp: -1, ArrowDown: 1, PageUp: -12, PageDown: 12 }

// the plus sign is reached with and without Shift, as the keyboard has it
const zoomSteps: Readonly<Record<string, 1 | -1>> = { '+': 1, '=': 1, '-': -1, _: -1 }

function target(event: React.KeyboardEvent, at: number, count: number): number | null {
  if (event.key === 'Home') return 0
  if (event.key === 'End') return count - 1
  const step = steps[event.key]
  return step === undefined ? null : Math.min(count - 1, Math.max(0, at + step))
}

/**
 * The keys of the timeline: up and down between lines, left and right move by a month (Shift: three), Ctrl the end, Space
 * opens and closes, Enter shows the details, F2 the form, plus and minus look closer or from further away.
 */
export function onLaneKey(
  event: React.KeyboardEvent,
  lanes: readonly TimelineLane[],
  active: TimelineLane | null,
  holding: ReadonlySet<string>,
  { onDetails, onDates }: LaneAsks,
): void {
  if (!active || event.altKey || event.metaKey) return
  const take = (act: () => void): void => {
    event.preventDefault()
    act()
  }
  if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
    const months = monthsOf(event)
    return take(() => void (event.ctrlKey ? resizeLane(active, months, false) : moveLane(active, months, false)))
  }
  if (event.ctrlKey && event.key !== 'Home' && event.key !== 'End') return undefined
  const zoom = zoomSteps[event.key]
  if (zoom !== undefined) return take(() => zoomBy(zoom))
  if (event.key === 'Enter') return take(() => onDetails(active))
  if (event.key === 'F2') return take(() => onDates(active))
  if (event.key === ' ') return take(() => holding.has(active.key) && turnLane(active.key))
  const next = target(event, lanes.indexOf(active), lanes.length)
  const lane = next === null ? undefined : lanes[next]
  return lane ? take(() => chooseLane(lane.key)) : undefined
}
