import { Button, Group, SegmentedControl, Text, Title } from '@mantine/core'
import { lastSeenWords, observationGaps, type ObservationGap } from '@shared/forecast/evidence-gaps'
import { counted } from '@shared/forecast/figure'
import { groupBy } from '@shared/money/grouping'
import { IconCircleCheck } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { Card } from '../../components/Card'
import { JumpList } from '../../components/JumpList'
import { goToRow } from '../../stores/interface'
import { isLocked, useWorkbook } from '../../stores/workbook'
import styles from './fidelity.module.css'
import type { RoundStart } from './Rounds'

const choices = [
  { value: 'planned', label: 'As planned' },
  { value: '3', label: '3 months' },
  { value: '6', label: '6 months' },
  { value: '12', label: '12 months' },
]

const shownAtMost = 12

/** Schools and components that nobody has looked at for a while, and the way to a round for them. */
export function ObservationGapsCard({ onAdd }: { readonly onAdd: (start: RoundStart) => void }) {
  const plan = useWorkbook((s) => s.plan)
  const locked = useWorkbook(isLocked)
  const [months, setMonths] = useState('planned')
  const { gaps, unmeasured } = useMemo(
    () => observationGaps(plan, months === 'planned' ? null : Number(months)),
    [plan, months],
  )
  const bySchool = useMemo(() => [...groupBy(gaps, ({ unit }) => unit.id).values()], [gaps])
  const addFor = (): void => {
    const [first] = gaps
    if (!first) return
    const mine = gaps.filter(({ measure }) => measure.id === first.measure.id)
    onAdd({ measureId: first.measure.id, unitIds: [...new Set(mine.map(({ unit }) => unit.id))] })
  }
  return (
    <Card>
      <Group justify="space-between" align="flex-start">
        <div>
          <Title order={2} size="h3">
            {gaps.length === 0
              ? 'Every school that has begun was observed'
              : `${counted(bySchool.length, 'school', 'schools')} not observed lately`}
          </Title>
          <Text size="sm" c="dimmed">
            Schools that have begun, and components without an observation in the time before the as-of month.
          </Text>
        </div>
        <Group gap="sm">
          <SegmentedControl size="xs" data={choices} value={months} onChange={setMonths} aria-label="Observed within" />
          {gaps.length > 0 && (
            <Button size="xs" disabled={locked} onClick={addFor}>
              Add a round for these
            </Button>
          )}
        </Group>
      </Group>
      {gaps.length === 0 && (
        <Text size="sm" mt={6}>
          <Group component="span" gap={6} display="inline-flex">
            <IconCircleCheck size={17} aria-hidden /> Nothing is overdue.
          </Group>
        </Text>
      )}
      <ul className={styles['list']}>
        {bySchool.slice(0, shownAtMost).map((same) => (
          <li key={same[0]?.unit.id}>{schoolGap(same)}</li>
        ))}
      </ul>
      {bySchool.length > shownAtMost && (
        <Text size="sm" c="dimmed">
          And {bySchool.length - shownAtMost} more.
        </Text>
      )}
      {unmeasured.length > 0 && (
        <JumpList
          label="Components without a measure"
          items={unmeasured.map(({ id, name }) => ({
            key: id,
            sentence: `No measure looks at “${name}”, so nobody can say how well it is done.`,
            onGo: () => goToRow({ table: 'component', id }),
          }))}
        />
      )}
    </Card>
  )
}

function schoolGap(gaps: readonly ObservationGap[]): string {
  const name = gaps[0]?.unit.name ?? ''
  const parts = gaps.map(({ component, lastDay }) => `${component.name} (${lastSeenWords(lastDay)})`)
  return `${name}: ${parts.join(', ')}`
}
