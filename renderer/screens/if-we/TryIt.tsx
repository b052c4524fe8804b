import { Button, Group, Text } from '@mantine/core'
import { describeChanges } from '@shared/forecast/describe-changes'
import { leverChanges } from '@shared/forecast/levers'
import { plannedByYear } from '@shared/forecast/staffing-years'
import { layOver } from '@shared/plan/lay-over'
import { IconArrowBackUp, IconBookmark, IconCheck } from '@tabler/icons-react'
import { useCallback, useDeferredValue, useEffect, useMemo, useState } from 'react'
import { commitAndSay } from '../../stores/commits'
import { preview } from '../../stores/forecast'
import { keepAsScenario } from '../../stores/scenarios'
import { isLocked, shownScenario, useWorkbook } from '../../stores/workbook'
import { Answer } from './Answer'
import styles from './if-we.module.css'
import { KeepDialog } from '../../components/KeepDialog'
import { asPlanned, leversOf, type LeverChoice } from './lever-choice'
import { leverFactsOf } from './lever-facts'
import { LeverPanel } from './LeverPanel'

const newId = (): string => crypto.randomUUID()

/** Levers over the plan that is shown, the answer beside the current plan, nothing changed until it is adopted. */
export function TryIt() {
  const scenario = useWorkbook(shownScenario)
  return <Levers key={scenario?.id ?? 'plan'} scenario={scenario?.name ?? null} />
}

/** `scenario` names the one that the levers start from; null: the current plan. */
function Levers({ scenario }: { readonly scenario: string | null }) {
  const plan = useWorkbook((state) => state.plan)
  const locked = useWorkbook(isLocked)
  const facts = useMemo(() => leverFactsOf(plan), [plan])
  const [choice, setChoice] = useState(() => asPlanned(facts))
  const move = useCallback((moved: Partial<LeverChoice>) => setChoice((before) => ({ ...before, ...moved })), [])
  const [isNaming, setNaming] = useState(false)
  const changes = useMemo(() => leverChanges(plan, leversOf(choice), newId), [plan, choice])
  const isMoved = changes.length > 0

  const tried = useMemo(() => (changes.length > 0 ? layOver(plan, changes).plan : null), [plan, changes])
  const isCoachMoved = choice.coachFte !== null
  const coachByYear = useMemo(
    () => (tried !== null && isCoachMoved ? plannedByYear(tried, 'coach') : facts.coachByYear),
    [tried, isCoachMoved, facts],
  )
  // the chart goes first: the other sliders follow when there is time
  const coachNow = useDeferredValue(coachByYear)

  useEffect(() => {
    preview(tried)
  }, [tried])
  useEffect(() => () => preview(null), [])

  const words = useMemo(() => describeChanges(plan, changes), [plan, changes])
  const reset = () => setChoice(asPlanned(facts))
  const adopt = async () => {
    const outcome = await commitAndSay(`If we: ${words.join('; ')}`.slice(0, 400), 'adopt', changes, { hasUndo: true })
    if (outcome.ok) setChoice(asPlanned(leverFactsOf(useWorkbook.getState().plan)))
  }
  const keep = (name: string, question: string | null) => {
    setNaming(false)
    void keepAsScenario(name, question, changes)
  }

  return (
    <>
      {scenario !== null && (
        <Text size="sm" mb="sm">
          The levers start from “{scenario}”, which is shown. Beside it stands the current plan.
        </Text>
      )}
      <Group gap="xs" mb="sm">
        <Button variant="default" leftSection={<IconArrowBackUp size={18} />} onClick={reset} disabled={!isMoved}>
          {scenario === null ? 'Back to the plan' : 'Back to the scenario'}
        </Button>
        <Button
          variant="default"
          leftSection={<IconBookmark size={18} />}
          onClick={() => setNaming(true)}
          disabled={!isMoved || locked}
        >
          Keep as a scenario…
        </Button>
        <Button leftSection={<IconCheck size={18} />} onClick={() => void adopt()} disabled={!isMoved || locked}>
          {scenario === null ? 'Adopt into the plan' : 'Change the scenario'}
        </Button>
      </Group>
      <div className={styles['sized']}>
        <div className={styles['columns']}>
          <LeverPanel facts={facts} choice={choice} coachNow={coachNow} onMove={move} />
          <Answer isMoved={isMoved} differs={words} scenario={scenario} />
        </div>
      </div>
      <KeepDialog
        isOpen={isNaming}
        suggestedName={(words[0] ?? 'What if').slice(0, 120)}
        onClose={() => setNaming(false)}
        onKeep={keep}
      />
    </>
  )
}
