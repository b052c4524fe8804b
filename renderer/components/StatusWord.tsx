import { Group, Text } from '@mantine/core'
import { statusWords, type Status } from '@shared/forecast/status'
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleCheckFilled,
  IconCircleDashed,
  IconHelpCircle,
  IconOctagonMinus,
  type Icon,
} from '@tabler/icons-react'

const signs: Readonly<Record<Status, { icon: Icon; colour: string }>> = {
  onTrack: { icon: IconCircleCheck, colour: 'var(--status-good)' },
  watch: { icon: IconAlertTriangle, colour: 'var(--status-watch)' },
  offTrack: { icon: IconOctagonMinus, colour: 'var(--status-bad)' },
  notStarted: { icon: IconCircleDashed, colour: 'var(--mantine-color-dimmed)' },
  done: { icon: IconCircleCheckFilled, colour: 'var(--status-good)' },
  notKnown: { icon: IconHelpCircle, colour: 'var(--mantine-color-dimmed)' },
}

/** A status as a word with a shape of its own; the colour only helps. */
export function StatusWord({ status }: { readonly status: Status }) {
  const { icon: Sign, colour } = signs[status]
  return (
    <Group gap={5} wrap="nowrap" style={{ color: colour }} component="span">
      <Sign size={17} stroke={2} aria-hidden />
      <Text span size="sm" fw={600} style={{ whiteSpace: 'nowrap' }}>
        {statusWords[status]}
      </Text>
    </Group>
  )
}
