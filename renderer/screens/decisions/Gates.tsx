import { Button, Stack } from '@mantine/core'
import { gateAnswers, type GateAnswer } from '@shared/forecast/gate'
import { ledgerOf } from '@shared/money/ledger'
import type { Change } from '@shared/plan/change'
import { insertChange, rankAtEnd } from '@shared/plan/edit'
import { newRow, type Plan } from '@shared/plan/plan'
import { IconGavel } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { EmptyState } from '../../components/EmptyState'
import { newId } from '../../stores/bridge'
import { commitAndSay } from '../../stores/commits'
import { useForecast } from '../../stores/forecast'
import { outlookOf } from '../../stores/outlook'
import { isLocked, useWorkbook } from '../../stores/workbook'
import { DecideDialog } from './DecideDialog'
import { GateCard } from './GateCard'
import { GateSheets } from './GateSheets'

/** A gate from the pilot to the scale-up that asks for what R4 and the board usually ask for. */
function firstGate(plan: Plan): Change[] {
  const gateId = newId()
  const rank = rankAtEnd(plan, 'gateCriterion')
  const gate = newRow('gate', gateId, { name: 'Pilot to scale-up' }, rankAtEnd(plan, 'gate'))
  const criteria = [
    { kind: 'fidelity', line: 5000 },
    { kind: 'capacity', line: 5000 },
    { kind: 'fundedMonths', line: 6700 },
    { kind: 'readinessLane', lane: 'learning' },
  ] as const
  return [
    insertChange('gate', gate),
    ...criteria.map((values, at) =>
      insertChange('gateCriterion', newRow('gateCriterion', newId(), { gateId, ...values }, rank + at)),
    ),
  ]
}

/** Every gate with its evidence, and the sheets in which gates and criteria are entered. */
export function Gates() {
  const plan = useWorkbook((s) => s.plan)
  const locked = useWorkbook(isLocked)
  const shown = useForecast((s) => s.shown)
  const answers = useMemo(() => {
    const forecast = shown?.plan === plan ? shown : null
    return gateAnswers(plan, forecast ? outlookOf(forecast).runs : [], forecast?.ledger ?? ledgerOf(plan))
  }, [plan, shown])
  const [decided, setDecided] = useState<GateAnswer | null>(null)
  return (
    <Stack gap="xl">
      {answers.length === 0 && (
        <EmptyState
          icon={IconGavel}
          title="Decide on evidence whether the next step begins"
          text="A gate says what has to hold before the next wave starts. The plan and its forecast tell how each of that stands."
        >
          <Button
            disabled={locked}
            onClick={() => void commitAndSay('Add a gate from pilot to scale-up', 'add', firstGate, { hasUndo: true })}
          >
            Add a gate from pilot to scale-up
          </Button>
        </EmptyState>
      )}
      {answers.length > 0 && (
        <Stack gap="md">
          {answers.map((answer) => (
            <GateCard key={answer.gate.id} answer={answer} isLocked={locked} onDecide={() => setDecided(answer)} />
          ))}
        </Stack>
      )}
      <GateSheets />
      {decided && <DecideDialog answer={decided} onClose={() => setDecided(null)} />}
    </Stack>
  )
}
