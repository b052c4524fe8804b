import { Button, Text, Title } from '@mantine/core'
import { takeUpChanges, type SetAside } from '@shared/forecast/attention-set-aside'
import { dayWords } from '@shared/plan/day'
import { Card } from '../../components/Card'
import { thingKey } from '../../stores/checks'
import { commitAndSay } from '../../stores/commits'
import styles from './checks.module.css'

type Props = { readonly aside: readonly SetAside[]; readonly isLocked: boolean }

const takeUp = (noteId: string): void => {
  void commitAndSay('Take up again what was set aside', 'remove', (plan) => takeUpChanges(plan, noteId), {
    hasUndo: true,
  })
}

/** What was set aside, with why and when, and the way back. */
export function AsideList({ aside, isLocked }: Props) {
  return (
    <section aria-labelledby="set-aside" className={styles['half']}>
      <Title order={2} id="set-aside">
        Set aside
      </Title>
      <Card>
        <ul className={styles['list']} data-first>
          {aside.map(({ item, note }) => (
            <li key={thingKey(item)} className={styles['thing']}>
              <span className={styles['sentence']}>
                {item.sentence}
                <Text size="sm" c="dimmed">
                  {note.date === null ? '' : `${dayWords(note.date)}: `}
                  {note.text}
                </Text>
              </span>
              {!isLocked && (
                <Button
                  size="compact-sm"
                  variant="default"
                  aria-label={`Take up again: ${item.sentence}`}
                  onClick={() => takeUp(note.id)}
                >
                  Take up again
                </Button>
              )}
            </li>
          ))}
        </ul>
      </Card>
    </section>
  )
}
