import { Menu } from '@mantine/core'
import type { TimelineLane } from '@shared/forecast/timeline-lane'
import {
  IconArrowsHorizontal,
  IconCalendarEvent,
  IconChevronLeft,
  IconChevronRight,
  IconListDetails,
  IconTable,
} from '@tabler/icons-react'
import { MenuAt } from '../../components/MenuAt'
import { goToRow } from '../../stores/interface'
import { canOf, moveLane } from './lane-edits'

export type LaneActs = {
  readonly onDates: (lane: TimelineLane) => void
  readonly onShift: (lane: TimelineLane) => void
  readonly onDetails: (lane: TimelineLane) => void
}

type Props = LaneActs & {
  readonly lane: TimelineLane
  readonly isLocked: boolean
  readonly x: number
  readonly y: number
  readonly onClose: () => void
}

/** What can be done with a line, where a right click or the menu key asked for it; the same as the tools above the chart. */
export function LaneMenu({ lane, isLocked, x, y, onClose, onDates, onShift, onDetails }: Props) {
  const can = canOf(lane, isLocked)
  return (
    <MenuAt x={x} y={y} label={`What to do with ${lane.label}`} onClose={onClose}>
      <Menu.Item leftSection={<IconListDetails size={16} />} disabled={!can.show} onClick={() => onDetails(lane)}>
        Show details
      </Menu.Item>
      <Menu.Item
        leftSection={<IconTable size={16} />}
        disabled={!can.show}
        onClick={() => lane.place && goToRow(lane.place)}
      >
        Open in its table
      </Menu.Item>
      <Menu.Divider />
      <Menu.Item leftSection={<IconCalendarEvent size={16} />} disabled={!can.type} onClick={() => onDates(lane)}>
        Move or resize…
      </Menu.Item>
      <Menu.Item
        leftSection={<IconChevronLeft size={16} />}
        disabled={!can.move}
        onClick={() => void moveLane(lane, -1, false)}
      >
        A month earlier
      </Menu.Item>
      <Menu.Item
        leftSection={<IconChevronRight size={16} />}
        disabled={!can.move}
        onClick={() => void moveLane(lane, 1, false)}
      >
        A month later
      </Menu.Item>
      {lane.place?.table === 'wave' && (
        <Menu.Item leftSection={<IconArrowsHorizontal size={16} />} disabled={!can.shift} onClick={() => onShift(lane)}>
          Shift with what follows…
        </Menu.Item>
      )}
    </MenuAt>
  )
}
