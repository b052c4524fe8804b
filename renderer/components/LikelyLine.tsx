import { Button, Group, Progress, Text } from '@mantine/core'

type Props = {
  /** What the runs say, in a sentence; null while they are not there. */
  readonly sentence: string | null
  /** How far they are, 0–1; null where none are under way. */
  readonly done: number | null
  readonly onCancel: () => void
}

/** Under a chart: how sure it is, or how far the runs are that tell it. */
export function LikelyLine({ sentence, done, onCancel }: Props) {
  if (sentence !== null) {
    return (
      <Text size="sm" mt="xs">
        {sentence}
      </Text>
    )
  }
  if (done === null) return null
  return (
    <Group gap="sm" mt="xs" h={22}>
      <Text size="sm" c="dimmed">
        Working out the likely range…
      </Text>
      <Progress w={140} size="sm" value={done * 100} aria-label="Likely range" />
      <Button size="compact-xs" variant="default" onClick={onCancel}>
        Cancel
      </Button>
    </Group>
  )
}
