import { Text, UnstyledButton } from '@mantine/core'
import type { Status } from '@shared/forecast/status'
import styles from './StatusTile.module.css'
import { StatusWord } from './StatusWord'

type Props = {
  /** What is measured, in two or three words. */
  readonly label: string
  /** The figure, as large as it is read from across a table. */
  readonly figure: string
  /** What the figure is held against, in a short sentence. */
  readonly detail: string
  readonly status: Status
  /** Goes where the figure is made. */
  readonly onOpen: () => void
}

/** One figure of the Overview with its word; a click goes to the screen behind it. */
export function StatusTile({ label, figure, detail, status, onOpen }: Props) {
  return (
    <UnstyledButton className={styles['tile'] ?? ''} onClick={onOpen}>
      <span className={styles['head']}>
        <Text span size="sm" c="dimmed">
          {label}
        </Text>
        <StatusWord status={status} />
      </span>
      <span className={styles['figure']}>{figure}</span>
      <Text span size="sm" c="dimmed" className={styles['detail'] ?? ''}>
        {detail}
      </Text>
    </UnstyledButton>
  )
}
