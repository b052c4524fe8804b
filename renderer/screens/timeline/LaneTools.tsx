import { ActionIcon, Button, Group, Text, Tooltip } from '@mantine/core'
import { laneWords } from '@shared/forecast/timeline'
import { baselineWords, type Baseline } from '@shared/forecast/timeline-baseline'
import type { TimelineLane } from '@shared/forecast/timeline-lane'
import { monthText, monthWords } from '@shared/plan/month'
import { laneActs, type LaneAct, type LaneOpens } from './lane-acts'
import styles from './timeline.module.css'

type Props = LaneOpens & {
  readonly lane: TimelineLane | null
  readonly baseline: Baseline | null
  readonly isLocked: boolean
}

/** The chosen line in words, and by buttons what the pointer and the keys do. */
export function LaneTools({ lane, baseline, isLocked, ...opens }: Props) {
  if (!lane) return null
  const compared = baseline?.lanes.get(lane.key)
  const acts = laneActs(lane, isLocked, opens)
  return (
    <Group className={styles['tools'] ?? ''} gap={6} role="group" aria-label="The chosen line">
      <Text size="sm" className={styles['chosen'] ?? ''} title={laneWords(lane)} lineClamp={2}>
        <strong>{lane.label}</strong> · {monthsWords(lane)}
        {lane.words === '' ? '' : ` · ${lane.words}`}
        {compared ? ` · against the baseline: ${baselineWords(compared)}` : ''}
      </Text>
      <Stepper act={acts.earlier} />
      <Stepper act={acts.later} />
      <Worded act={acts.dates} />
      {acts.shift && <Worded act={acts.shift} />}
      <Stepper act={acts.details} />
      <Stepper act={acts.table} />
    </Group>
  )
}

/** "Aug 2026 – Jun 2031", "May 2027", "no month yet". */
function monthsWords({ span }: TimelineLane): string {
  if (span === null) return 'no month yet'
  const first = monthWords(monthText(span.first))
  return span.first === span.last ? first : `${first} – ${monthWords(monthText(span.last))}`
}

type ActProps = { readonly act: LaneAct }

function Stepper({ act: { label, Icon, isOff, run } }: ActProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon variant="default" size={28} aria-label={label} disabled={isOff} onClick={run}>
        <Icon size={17} />
      </ActionIcon>
    </Tooltip>
  )
}

function Worded({ act: { label, Icon, isOff, run } }: ActProps) {
  return (
    <Button size="compact-sm" variant="default" leftSection={<Icon size={15} />} disabled={isOff} onClick={run}>
      {label}
    </Button>
  )
}
