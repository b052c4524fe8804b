import { Anchor } from '@mantine/core'
import type { ExplainQuestion } from '@shared/forecast/explain'
import { explain, offerExplanation } from '../../stores/explanation'
import styles from './money.module.css'

type Props = {
  readonly text: string
  /** What the figure is, for those who do not see its row and column. */
  readonly about: string
  readonly question: ExplainQuestion
}

/** A figure that shows what it is made of, by a click or by Alt+E. */
export function FigureButton({ text, about, question }: Props) {
  return (
    <Anchor
      component="button"
      type="button"
      size="sm"
      c="inherit"
      className={styles['cell'] ?? ''}
      aria-label={`${about}: ${text}. Explain`}
      onFocus={() => offerExplanation(question)}
      onBlur={() => offerExplanation(null)}
      onClick={() => explain(question)}
    >
      {text}
    </Anchor>
  )
}
