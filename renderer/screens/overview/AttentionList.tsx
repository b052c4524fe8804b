import { Anchor, Text, Title, UnstyledButton } from '@mantine/core'
import { pressingOf } from '@shared/forecast/attention'
import { IconAlertTriangle, IconArrowRight, IconCircleCheck } from '@tabler/icons-react'
import { Card } from '../../components/Card'
import { goToThing, thingKey, useThings } from '../../stores/checks'
import { goTo } from '../../stores/interface'
import styles from './overview.module.css'

const most = 6

/** What a planner should look at first, each with the way there: the pressing part of the things to check. */
export function AttentionList() {
  const things = useThings()
  const items = things ? pressingOf(things.open) : []
  const all = things?.open.length ?? 0
  return (
    <Card>
      <Title order={2} size="h4">
        Needs attention
      </Title>
      {things && items.length === 0 && (
        <Text className={styles['calm'] ?? ''}>
          <IconCircleCheck size={18} aria-hidden /> Nothing is pressing in this plan.
        </Text>
      )}
      <ul className={styles['list']}>
        {items.slice(0, most).map((item) => (
          <li key={thingKey(item)}>
            <UnstyledButton className={styles['item'] ?? ''} onClick={() => goToThing(item)}>
              <IconAlertTriangle size={18} aria-hidden className={styles['sign']} />
              <span className={styles['sentence']}>{item.sentence}</span>
              <IconArrowRight size={16} aria-hidden className={styles['sign']} />
            </UnstyledButton>
          </li>
        ))}
      </ul>
      {all > 0 && (
        <Anchor component="button" type="button" size="sm" mt="xs" onClick={() => goTo('checks')}>
          {all === 1 ? 'See the one thing to check' : `See all ${all} things to check`}
        </Anchor>
      )}
    </Card>
  )
}
