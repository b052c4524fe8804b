import { Button, Group, Stack, Text } from '@mantine/core'
import type { Missing, ScreenName } from '@shared/forecast/compile'
import { IconArrowRight, IconChartLine } from '@tabler/icons-react'
import { EmptyState } from './EmptyState'

type Props = {
  readonly missing: readonly Missing[]
  readonly onGo: (screen: ScreenName) => void
  /** What would stand here, where that is not the forecast itself. */
  readonly title?: string
}

const forecastTitle = 'The forecast comes with the first schools, staff and components'

/** What a plan still needs before it can be forecast, each with the way there. */
export function WhatIsMissing({ missing, onGo, title = forecastTitle }: Props) {
  return (
    <EmptyState
      icon={IconChartLine}
      title={title}
      text="Enter or import these, in any order. The forecast draws itself as soon as they are there."
    >
      <Stack gap="xs" maw={640}>
        {missing.map(({ code, message, screen }) => (
          <Group key={`${code} ${message}`} justify="space-between" wrap="nowrap" gap="lg">
            <Text>{message}</Text>
            <Button
              flex="none"
              variant="default"
              rightSection={<IconArrowRight size={16} />}
              onClick={() => onGo(screen)}
              aria-label={`Go there: ${message}`}
            >
              Go there
            </Button>
          </Group>
        ))}
      </Stack>
    </EmptyState>
  )
}
