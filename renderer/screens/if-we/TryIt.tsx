import { Button, Group } from '@mantine/core'
import { describeChanges } from '@shared/forecast/describe-changes'
import { leverChanges } from '@shared/forecast/levers'
import { layOver } from '@shared/plan/lay-over'
import { IconArrowBackUp, IconBookmark, IconCheck } from '@tabler/icons-react'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { commitAndSay } from '../../stores/commits'
import { preview } from '../../stores/forecast'
import { say } from '../../stores/interface'
import { createScenario } from '../../stores/scenarios'
import { isLocked, showTarget, useWorkbook } from '../../stores/workbook'
import { Answer } from './Answer'
import styles from './if-we.module.css'
import { KeepDialog } from '../../components/KeepDialog'
import { asPlanned, leversOf, type LeverChoice } from './lever-choice'
import { leverFactsOf } from './lever-facts'
import { LeverPanel } from './LeverPanel'

const newId = (): string => crypto.randomUUID()

/** Levers over the current plan, the answer beside it, nothing changed until it is adopted. */
export function TryIt() {
  const plan = useWorkbook((state) => state.currentPlan)
  const locked = useWorkbook(isLocked)
  const facts = useMemo(() => leverFactsOf(plan), [plan])
  const [choice, setChoice] = useState(() => asPlanned(facts))
  const move = useCallback((moved: Partial<LeverChoice>) => setChoice((before) => ({ ...before, ...moved })), [])
  const [isNaming, setNaming] = useState(false)
  const changes = useMemo(() => leverChanges(plan, leversOf(choice), newId), [plan, choice])
  const isMoved = changes.length > 0

  useEffect(() => {
    preview(isMoved ? layOver(plan, changes).plan : null)
  }, [plan, changes, isMoved])
  useEffect(() => () => preview(null), [])

  const words = useMemo(() => describeChanges(plan, changes), [plan, changes])
  const reset = () => setChoice(asPlanned(facts))
  const adopt = async () => {
    // the levers start from the current plan, so that is what they change, whatever was shown
    showTarget('plan')
    const outcome = await commitAndSay(`If we: ${words.join('; ')}`.slice(0, 400), 'adopt', changes, { hasUndo: true })
    if (outcome.ok) setChoice(asPlanned(leverFactsOf(useWorkbook.getState().currentPlan)))
  }
  const keep = async (name: string) => {
    setNaming(false)
    const answer = await createScenario(name, null, changes)
    if (answer.ok)
      say(`“${name}” is kept as a scenario. Choose it in the top bar to see it everywhere.`, { tone: 'done' })
  }

  return (
    <>
      <Group gap="xs" mb="sm">
        <Button variant="default" leftSection={<IconArrowBackUp size={18} />} onClick={reset} disabled={!isMoved}>
          Back to the plan
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
          Adopt into the plan
        </Button>
      </Group>
      <div className={styles['sized']}>
        <div className={styles['columns']}>
          <LeverPanel facts={facts} choice={choice} onMove={move} />
          <Answer isMoved={isMoved} differs={words} />
        </div>
      </div>
      <KeepDialog
        isOpen={isNaming}
        suggestedName={(words[0] ?? 'What if').slice(0, 120)}
        onClose={() => setNaming(false)}
        onKeep={(name) => void keep(name)}
      />
    </>
  )
}
