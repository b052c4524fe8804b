import { Badge, Button, Text, Title } from '@mantine/core'
import type { AttentionItem } from '@shared/forecast/attention'
import { IconArrowRight } from '@tabler/icons-react'
import { useId } from 'react'
import { Card } from '../../components/Card'
import { goToThing, thingKey } from '../../stores/checks'
import styles from './checks.module.css'
import type { KindOfThings } from './things-by-kind'

type Props = {
  readonly title: string
  readonly kinds: readonly KindOfThings[]
  readonly isLocked: boolean
  readonly onSetAside: (item: AttentionItem) => void
}

/** One half of the list: its kinds, each with why it matters, and the things of each with the way there. */
export function ThingList({ title, kinds, isLocked, onSetAside }: Props) {
  const titleId = useId()
  if (kinds.length === 0) return null
  return (
    <section aria-labelledby={titleId} className={styles['half']}>
      <Title order={2} id={titleId}>
        {title}
      </Title>
      {kinds.map((kind) => (
        <Card key={kind.code} label={kind.title}>
          <div className={styles['kind']}>
            <Title order={3}>{kind.title}</Title>
            {kind.items.length > 1 && (
              <Badge variant="default" size="sm" circle={kind.items.length < 10}>
                {kind.items.length}
              </Badge>
            )}
          </div>
          <Text size="sm" c="dimmed">
            {kind.why}
          </Text>
          <ul className={styles['list']}>
            {kind.items.map((item) => (
              <Thing key={thingKey(item)} item={item} isLocked={isLocked} onSetAside={onSetAside} />
            ))}
          </ul>
        </Card>
      ))}
    </section>
  )
}

type ThingProps = Pick<Props, 'isLocked' | 'onSetAside'> & { readonly item: AttentionItem }

function Thing({ item, isLocked, onSetAside }: ThingProps) {
  return (
    <li className={styles['thing']}>
      <span className={styles['sentence']}>{item.sentence}</span>
      <span className={styles['buttons']}>
        {!isLocked && (
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            aria-label={`Set aside: ${item.sentence}`}
            onClick={() => onSetAside(item)}
          >
            Set aside…
          </Button>
        )}
        <Button
          size="compact-sm"
          variant="default"
          rightSection={<IconArrowRight size={14} />}
          aria-label={`Go there: ${item.sentence}`}
          onClick={() => goToThing(item)}
        >
          Go there
        </Button>
      </span>
    </li>
  )
}
