import { Anchor } from '@mantine/core'
import styles from './money.module.css'

type Props = {
  readonly text: string
  /** What the figure is, for those who do not see its row and column. */
  readonly about: string
  readonly onClick: () => void
}

/** A figure that shows what it is made of. */
export function FigureButton({ text, about, onClick }: Props) {
  return (
    <Anchor
      component="button"
      type="button"
      size="sm"
      c="inherit"
      className={styles['cell'] ?? ''}
      aria-label={`${about}: ${text}. Show the lines behind it`}
      onClick={onClick}
    >
      {text}
    </Anchor>
  )
}
