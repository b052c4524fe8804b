import { Menu } from '@mantine/core'
import type { TimelineLane } from '@shared/forecast/timeline-lane'
import { MenuAt } from '../../components/MenuAt'
import { laneActs, type LaneAct, type LaneOpens } from './lane-acts'

type Props = LaneOpens & {
  readonly lane: TimelineLane
  readonly isLocked: boolean
  readonly x: number
  readonly y: number
  readonly onClose: () => void
}

/** What can be done with a line, where a right click or the menu key asked for it; the same as the tools above the chart. */
export function LaneMenu({ lane, isLocked, x, y, onClose, ...opens }: Props) {
  const acts = laneActs(lane, isLocked, opens)
  return (
    <MenuAt x={x} y={y} label={`What to do with ${lane.label}`} onClose={onClose}>
      <Item act={acts.details} />
      <Item act={acts.table} />
      <Menu.Divider />
      <Item act={acts.dates} />
      <Item act={acts.earlier} />
      <Item act={acts.later} />
      {acts.shift && <Item act={acts.shift} />}
    </MenuAt>
  )
}

function Item({ act: { label, Icon, isOff, run } }: { readonly act: LaneAct }) {
  return (
    <Menu.Item leftSection={<Icon size={16} />} disabled={isOff} onClick={run}>
      {label}
    </Menu.Item>
  )
}
