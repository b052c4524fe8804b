import { Group, Text } from '@mantine/core'
import { IconCircleCheck, IconCircleDashed, IconHelpCircle, IconUserQuestion, type Icon } from '@tabler/icons-react'

export type Sign = 'yes' | 'notYet' | 'notKnown' | 'people'

const signs: Readonly<Record<Sign, { readonly icon: Icon; readonly colour: string }>> = {
  yes: { icon: IconCircleCheck, colour: 'var(--status-good)' },
  notYet: { icon: IconCircleDashed, colour: 'var(--status-watch)' },
  notKnown: { icon: IconHelpCircle, colour: 'var(--mantine-color-dimmed)' },
  people: { icon: IconUserQuestion, colour: 'var(--status-watch)' },
}

/** Yes, not yet or not known, in words of their own with a shape each; the color only helps. */
export function SignWord({ sign, words }: { readonly sign: Sign; readonly words: string }) {
  const { icon: Shape, colour } = signs[sign]
  return (
    <Group
      gap={5}
      wrap="nowrap"
      style={{ color: colour, verticalAlign: 'middle' }}
      component="span"
      display="inline-flex"
    >
      <Shape size={17} stroke={2} aria-hidden />
      <Text span size="sm" fw={600} style={{ whiteSpace: 'nowrap' }}>
        {words}
      </Text>
    </Group>
  )
}
