import { Text, UnstyledButton } from '@mantine/core'
import type { Status } from '@shared/forecast/status'
import { ExplainButton } from './ExplainButton'
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
  /** Shows what the figure is made of. */
  readonly onExplain: () => void
  /** The focus came to the tile, or left it. */
  readonly onFocus: (isInside: boolean) => void
}

/** One figure of the Overview with its word; a click goes to the screen behind it, a small button explains it. */
export function StatusTile({ label, figure, detail, status, onOpen, onExplain, onFocus }: Props) {
  return (
    <div className={styles['tile']} onFocus={() => onFocus(true)} onBlur={() => onFocus(false)}>
      <UnstyledButton className={styles['open'] ?? ''} onClick={onOpen}>
        <Text span size="sm" c="dimmed" className={styles['label'] ?? ''}>
          {label}
        </Text>
        <span className={styles['line']}>
          <span className={styles['figure']}>{figure}</span>
          <StatusWord status={status} />
        </span>
        <Text span size="sm" c="dimmed" className={styles['detail'] ?? ''}>
          {detail}
        </Text>
      </UnstyledButton>
      <span className={styles['explain']}>
        <ExplainButton what={label} onExplain={onExplain} />
      </span>
    </div>
  )
}
