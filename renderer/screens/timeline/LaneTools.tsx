import { ActionIcon, Button, Group, Text, Tooltip } from '@mantine/core'
import { laneWords } from '@shared/forecast/timeline'
import { baselineWords, type Baseline } from '@shared/forecast/timeline-baseline'
import type { TimelineLane } from '@shared/forecast/timeline-lane'
import { monthText, monthWords } from '@shared/plan/month'
import {
  IconArrowsHorizontal,
  IconCalendarEvent,
  IconChevronLeft,
  IconChevronRight,
  IconListDetails,
  IconTable,
} from '@tabler/icons-react'
import { goToRow } from '../../stores/interface'
import { canOf, moveLane } from './lane-edits'
import type { LaneActs } from './LaneMenu'
import styles from './timeline.module.css'

type Props = LaneActs & {
  readonly lane: TimelineLane | null
  readonly baseline: Baseline | null
  readonly isLocked: boolean
}

/** The chosen line in words, and by buttons what the pointer and the keys do. */
export function LaneTools({ lane, baseline, isLocked, onDates, onShift, onDetails }: Props) {
  if (!lane) return null
  const compared = baseline?.lanes.get(lane.key)
  const can = canOf(lane, isLocked)
  return (
    <Group className={styles['tools'] ?? ''} gap={6} role="group" aria-label="The chosen line">
      <Text size="sm" className={styles['chosen'] ?? ''} title={laneWords(lane)} lineClamp={2}>
        <strong>{lane.label}</strong> · {monthsWords(lane)}
        {lane.words === '' ? '' : ` · ${lane.words}`}
        {compared ? ` · against the baseline: ${baselineWords(compared)}` : ''}
      </Text>
      <Stepper label="A month earlier" isOff={!can.move} onClick={() => void moveLane(lane, -1, false)}>
        <IconChevronLeft size={17} />
      </Stepper>
      <Stepper label="A month later" isOff={!can.move} onClick={() => void moveLane(lane, 1, false)}>
        <IconChevronRight size={17} />
      </Stepper>
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconCalendarEvent size={15} />}
        disabled={!can.type}
        onClick={() => onDates(lane)}
      >
        Move or resize…
      </Button>
      {lane.place?.table === 'wave' && (
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconArrowsHorizontal size={15} />}
          disabled={!can.shift}
          onClick={() => onShift(lane)}
        >
          Shift with what follows…
        </Button>
      )}
      <Stepper label="Details" isOff={!can.show} onClick={() => onDetails(lane)}>
        <IconListDetails size={17} />
      </Stepper>
      <Stepper label="Open in its table" isOff={!can.show} onClick={() => lane.place && goToRow(lane.place)}>
        <IconTable size={17} />
      </Stepper>
    </Group>
  )
}

/** "Aug 2026 – Jun 2031", "May 2027", "no month yet". */
function monthsWords({ span }: TimelineLane): string {
  if (span === null) return 'no month yet'
  const first = monthWords(monthText(span.first))
  return span.first === span.last ? first : `${first} – ${monthWords(monthText(span.last))}`
}

type StepperProps = {
  readonly label: string
  readonly isOff: boolean
  readonly onClick: () => void
  readonly children: React.ReactNode
}

function Stepper({ label, isOff, onClick, children }: StepperProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon variant="default" size={28} aria-label={label} disabled={isOff} onClick={onClick}>
        {children}
      </ActionIcon>
    </Tooltip>
  )
}
