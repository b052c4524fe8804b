import { Radio, Stack, Text, Textarea, TextInput } from '@mantine/core'
import type { GateAnswer } from '@shared/forecast/gate'
import { gateData, gateDecisionChanges } from '@shared/forecast/gate-decision'
import { dayWords } from '@shared/plan/day'
import { parseDay } from '@shared/plan/format'
import { useState } from 'react'
import { useSheetHost } from '../../components/DataSheet/sheet-host'
import { FormDialog } from '../../components/FormDialog'
import { newId } from '../../stores/bridge'
import { commitAndSay } from '../../stores/commits'
import styles from './decide-dialog.module.css'

type Said = {
  readonly isOpened: boolean
  readonly date: string
  readonly decidedBy: string
  readonly decision: string
  readonly followUpOn: string
}

/** What keeps a decision from being taken as it is written; null where nothing does. */
function problemOf({ date, decidedBy, decision, followUpOn }: Said): string | null {
  if (parseDay(date) === null) return 'Decided on: write a day such as 11/20/2026.'
  if (decidedBy.trim() === '') return 'Decided by: say who decided, a role or a body.'
  if (decision.trim() === '') return 'Decision: say what was decided.'
  if (followUpOn.trim() !== '' && parseDay(followUpOn) === null)
    return 'Look at it again on: write a day such as 5/14/2027.'
  return null
}

/** Takes a decision on a gate: opened, or not yet; both leave a decision with the figures it rests on. */
export function DecideDialog({ answer, onClose }: { readonly answer: GateAnswer; readonly onClose: () => void }) {
  const { today } = useSheetHost()
  const { gate } = answer
  const [said, setSaid] = useState<Said>({
    isOpened: answer.isReady,
    date: dayWords(today()),
    decidedBy: gate.decidedBy ?? '',
    decision: '',
    followUpOn: '',
  })
  const [problem, setProblem] = useState<string | null>(null)
  const put = (values: Partial<Said>): void => setSaid({ ...said, ...values })
  const take = (): void => {
    const wrong = problemOf(said)
    const date = parseDay(said.date)
    setProblem(wrong)
    if (wrong !== null || date === null) return
    const decision = {
      ...said,
      date,
      decidedBy: said.decidedBy.trim(),
      decision: said.decision.trim(),
      followUpOn: parseDay(said.followUpOn),
    }
    const id = newId()
    const label = said.isOpened ? `Open the gate ${gate.name}` : `Decide not yet on the gate ${gate.name}`
    onClose()
    void commitAndSay(label, 'decide', (plan) => gateDecisionChanges(plan, answer, decision, id), { hasUndo: true })
  }
  return (
    <FormDialog
      title={`Decide on ${gate.name}`}
      onClose={onClose}
      onSubmit={take}
      submitWords="Decide"
      problem={problem}
    >
      <div>
        <Text size="sm" fw={500}>
          What it rests on
        </Text>
        <Text size="sm" className={styles['data'] ?? ''}>
          {gateData(answer) || 'Nothing is asked at this gate.'}
        </Text>
      </div>
      <Radio.Group
        label="The gate"
        value={said.isOpened ? 'open' : 'shut'}
        onChange={(value) => put({ isOpened: value === 'open' })}
      >
        <Stack gap={6} mt={6}>
          <Radio value="open" label="Opens: the next step may begin" />
          <Radio value="shut" label="Not yet: it stays shut, and the decision is noted" />
        </Stack>
      </Radio.Group>
      <Textarea
        label="Decision"
        data-autofocus
        autosize
        minRows={2}
        maxLength={4000}
        value={said.decision}
        onChange={(event) => put({ decision: event.currentTarget.value })}
      />
      <TextInput
        label="Decided by"
        maxLength={200}
        value={said.decidedBy}
        onChange={(event) => put({ decidedBy: event.currentTarget.value })}
      />
      <TextInput label="Decided on" value={said.date} onChange={(event) => put({ date: event.currentTarget.value })} />
      <TextInput
        label="Look at it again on"
        placeholder="Not set"
        value={said.followUpOn}
        onChange={(event) => put({ followUpOn: event.currentTarget.value })}
      />
    </FormDialog>
  )
}
