import { Anchor } from '@mantine/core'
import styles from './FigureButton.module.css'

type Props = {
  readonly text: string
  /** What the figure is, for those who do not see its row and column. */
  readonly about: string
  readonly onClick: () => void
  readonly onFocus: () => void
  readonly onBlur: () => void
}

/** A figure that shows what it is made of, by a click or by Alt+E. */
export function FigureButton({ text, about, ...acts }: Props) {
  return (
    <Anchor
      component="button"
      type="button"
      inherit
      c="inherit"
      className={styles['figure'] ?? ''}
      aria-label={`${about}: ${text}. Explain`}
      {...acts}
    >
      {text}
    </Anchor>
  )
}
