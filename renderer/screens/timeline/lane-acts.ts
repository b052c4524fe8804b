import type { TimelineLane } from '@shared/forecast/timeline-lane'
import {
  IconArrowsHorizontal,
  IconCalendarEvent,
  IconChevronLeft,
  IconChevronRight,
  IconListDetails,
  IconTable,
  type TablerIcon,
} from '@tabler/icons-react'
import { goToRow } from '../../stores/interface'
import { canOf, moveLane } from './lane-edits'

/** What the acts on a line open. */
export type LaneOpens = {
  readonly onDates: (lane: TimelineLane) => void
  readonly onShift: (lane: TimelineLane) => void
  readonly onDetails: (lane: TimelineLane) => void
}

export type LaneAct = {
  readonly label: string
  readonly Icon: TablerIcon
  readonly isOff: boolean
  readonly run: () => void
}

/** Everything that can be done with a line, for its tools and for its menu; `shift` is null where nothing follows it. */
export function laneActs(lane: TimelineLane, isLocked: boolean, { onDates, onShift, onDetails }: LaneOpens) {
  const can = canOf(lane, isLocked)
  const { place } = lane
  const move = (label: string, Icon: TablerIcon, months: number): LaneAct => ({
    label,
    Icon,
    isOff: !can.move,
    run: () => void moveLane(lane, months, false),
  })
  const shift: LaneAct = {
    label: 'Shift with what follows…',
    Icon: IconArrowsHorizontal,
    isOff: !can.shift,
    run: () => onShift(lane),
  }
  return {
    earlier: move('A month earlier', IconChevronLeft, -1),
    later: move('A month later', IconChevronRight, 1),
    dates: { label: 'Move or resize…', Icon: IconCalendarEvent, isOff: !can.type, run: () => onDates(lane) },
    shift: place?.table === 'wave' ? shift : null,
    details: { label: 'Show details', Icon: IconListDetails, isOff: !can.show, run: () => onDetails(lane) },
    table: { label: 'Open in its table', Icon: IconTable, isOff: !can.show, run: () => place && goToRow(place) },
  } satisfies Record<string, LaneAct | null>
}
