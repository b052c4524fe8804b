import { Group, Text, Title } from '@mantine/core'
import type { Phase } from '@shared/model/phase'
import { ExplainButton } from '../../components/ExplainButton'
import styles from './PhaseLadder.module.css'

const steps: readonly { readonly phase: Phase; readonly word: string; readonly meaning: string }[] = [
  { phase: 'pilot', word: 'Pilot', meaning: 'A few schools try it out.' },
  { phase: 'scale', word: 'Scale-up', meaning: 'More schools join in waves.' },
  { phase: 'atScale', word: 'At scale', meaning: 'Most people, in most schools, practice it well.' },
  { phase: 'sustained', word: 'Sustained', meaning: 'It stays, without one-time money or any one leader.' },
]

type Props = {
  /** Phase now. */
  readonly phase: Phase
  /** In words, the month in which each phase is first reached on this plan; missing: not within the plan. */
  readonly reached: Readonly<Partial<Record<Phase, string>>>
  readonly sentence: string
  readonly onExplain: () => void
}

/** The four phases from left to right, where the district stands, and when the plan reaches the others. */
export function PhaseLadder({ phase, reached, sentence, onExplain }: Props) {
  const at = steps.findIndex((step) => step.phase === phase)
  return (
    <div>
      <Group justify="space-between" wrap="nowrap">
        <Title order={2} size="h4">
          From pilot to sustained
        </Title>
        <ExplainButton what="the phase" onExplain={onExplain} />
      </Group>
      <ol className={styles['ladder']}>
        {steps.map((step, i) => (
          <li
            key={step.phase}
            className={styles['step']}
            data-state={i === at ? 'now' : reached[step.phase] === undefined ? 'out' : i < at ? 'before' : 'ahead'}
            {...(i === at ? { 'aria-current': 'step' as const } : {})}
          >
            <span className={styles['word']}>{step.word}</span>
            <span className={styles['when']}>{i === at ? 'Now' : (reached[step.phase] ?? 'Not on this plan')}</span>
            <span className={styles['meaning']}>{step.meaning}</span>
          </li>
        ))}
      </ol>
      <Text size="sm">{sentence}</Text>
    </div>
  )
}
