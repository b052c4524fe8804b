import { Button, Text, Title, UnstyledButton } from '@mantine/core'
import { attention, type AttentionItem } from '@shared/forecast/attention'
import { IconAlertTriangle, IconArrowRight, IconCircleCheck } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { Card } from '../../components/Card'
import { goTo, goToRow } from '../../stores/interface'
import type { Outlook } from '../../stores/outlook'
import type { PlanForecast } from '../../stores/plan-forecast'
import styles from './overview.module.css'

const shownAtFirst = 8

/** To the row that an item is about, where there is one, else to its screen. */
function goToItem({ screen, table, rowId }: AttentionItem): void {
  if (table !== null && rowId !== null) goToRow({ table, id: rowId })
  else goTo(screen)
}

type Props = { readonly forecast: PlanForecast; readonly outlook: Outlook }

/** What a planner should look at first, each with the way there. */
export function AttentionList({ forecast, outlook }: Props) {
  const items = useMemo(
    () => attention(forecast.plan, outlook.runs, forecast.ledger),
    [forecast.plan, forecast.ledger, outlook.runs],
  )
  const [isWhole, setWhole] = useState(false)
  const shown = isWhole ? items : items.slice(0, shownAtFirst)
  return (
    <Card>
      <Title order={2} size="h4">
        Needs attention
      </Title>
      {items.length === 0 && (
        <Text className={styles['calm']}>
          <IconCircleCheck size={18} aria-hidden /> Nothing stands out in this plan.
        </Text>
      )}
      <ul className={styles['list']}>
        {shown.map((item) => (
          <li key={`${item.code} ${item.rowId ?? ''} ${item.sentence}`}>
            <UnstyledButton className={styles['item']} onClick={() => goToItem(item)}>
              <IconAlertTriangle size={18} aria-hidden className={styles['sign']} />
              <span className={styles['sentence']}>{item.sentence}</span>
              <IconArrowRight size={16} aria-hidden className={styles['sign']} />
            </UnstyledButton>
          </li>
        ))}
      </ul>
      {items.length > shownAtFirst && (
        <Button variant="subtle" size="compact-sm" onClick={() => setWhole(!isWhole)} aria-expanded={isWhole}>
          {isWhole ? 'Show the first ones only' : `Show all ${items.length}`}
        </Button>
      )}
    </Card>
  )
}
