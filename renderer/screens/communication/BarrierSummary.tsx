import { Badge, Button, Group, Text, Title } from '@mantine/core'
import { barriersOf, type OpenBarrier } from '@shared/forecast/evidence-barriers'
import { counted } from '@shared/forecast/figure'
import { tables, type Row } from '@shared/plan/tables'
import { IconArrowUpRight, IconCircleCheck } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { Card } from '../../components/Card'
import { useSheetHost } from '../../components/DataSheet/sheet-host'
import { isLocked, useWorkbook } from '../../stores/workbook'
import { CloseDialog, EscalateDialog } from './BarrierDialogs'
import styles from './communication.module.css'

type Asked = { readonly act: 'escalate' | 'close'; readonly row: Row<'barrier'> }

const levels = tables.barrier.fields.level.options

/** What stands in the way now, how long it has, and the two ways on: passed on, or removed. */
export function BarrierSummary() {
  const plan = useWorkbook((s) => s.plan)
  const locked = useWorkbook(isLocked)
  const { today } = useSheetHost()
  const day = today()
  const { open, closed, usualDays } = useMemo(() => barriersOf(plan, day), [plan, day])
  const [asked, setAsked] = useState<Asked | null>(null)
  if (plan.barrier.size === 0) return null
  const idle = open.filter(({ isEscalated }) => !isEscalated).length
  const title =
    open.length === 0
      ? 'Nothing stands in the way'
      : `${counted(open.length, 'barrier', 'barriers')} open, ${idle === 0 ? 'all passed on' : `${idle} not passed on`}`
  const usual = usualDays === null ? '' : `, usually after ${counted(usualDays, 'day', 'days')}`
  return (
    <Card>
      <Title order={2} size="h3">
        {title}
      </Title>
      <Text size="sm" c="dimmed">
        {counted(closed.length, 'barrier', 'barriers')} removed{usual}. A barrier is never dropped: it is removed, or
        passed on to those who can.
      </Text>
      <ul className={styles['list']}>
        {open.map((barrier) => (
          <li key={barrier.row.id}>
            <BarrierLine barrier={barrier} isLocked={locked} onAsk={setAsked} />
          </li>
        ))}
      </ul>
      {asked?.act === 'escalate' && <EscalateDialog row={asked.row} onClose={() => setAsked(null)} />}
      {asked?.act === 'close' && <CloseDialog row={asked.row} onClose={() => setAsked(null)} />}
    </Card>
  )
}

type LineProps = {
  readonly barrier: OpenBarrier
  readonly isLocked: boolean
  readonly onAsk: (asked: Asked) => void
}

function BarrierLine({ barrier: { row, ageDays, isEscalated }, isLocked: locked, onAsk }: LineProps) {
  const place = useWorkbook((s) => (row.unitId === null ? null : (s.plan.unit.get(row.unitId)?.name ?? null)))
  const facts = [
    levels[row.level],
    place ?? 'District-wide',
    row.owner,
    isEscalated ? `passed on to ${row.escalatedTo ?? ''}` : null,
  ]
  return (
    <Group gap="sm" className={styles['item'] ?? ''}>
      <div className={styles['words']}>
        <Text size="sm" fw={500}>
          {row.description}
        </Text>
        <Text size="sm" c="dimmed">
          {facts.filter((fact) => fact !== null).join(' · ')}
        </Text>
      </div>
      <Badge variant="default" tt="none" fw={500} size="lg">
        {counted(ageDays, 'day', 'days')}
      </Badge>
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconArrowUpRight size={15} />}
        disabled={locked}
        aria-label={`Pass on: ${row.description}`}
        onClick={() => onAsk({ act: 'escalate', row })}
      >
        Pass on…
      </Button>
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconCircleCheck size={15} />}
        disabled={locked}
        aria-label={`Removed: ${row.description}`}
        onClick={() => onAsk({ act: 'close', row })}
      >
        Removed…
      </Button>
    </Group>
  )
}
