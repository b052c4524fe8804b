import { Stack, Text, ThemeIcon } from '@mantine/core'
import type { Icon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import styles from './EmptyState.module.css'

type Props = {
  readonly icon: Icon
  /** What would stand here, in one line. */
  readonly title: string
  readonly text: string
  /** One primary button, and at most one quiet way to see it in the sample. */
  readonly children?: ReactNode
}

/** What a screen or table shows before there is anything in it: what it is for and the next step. */
export function EmptyState({ icon: Picture, title, text, children }: Props) {
  return (
    <Stack align="center" gap="xs" className={styles['empty'] ?? ''}>
      <ThemeIcon size={44} radius="xl" variant="light" aria-hidden>
        <Picture size={24} stroke={1.6} />
      </ThemeIcon>
      <Text fw={600} size="lg" ta="center">
        {title}
      </Text>
      <Text c="dimmed" ta="center" maw={520}>
        {text}
      </Text>
      {children !== undefined && <div className={styles['actions']}>{children}</div>}
    </Stack>
  )
}
