import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import type { CopyCompared } from '@shared/contract/workbook'
import { invert } from '@shared/plan/algebra'
import { applyChanges } from '@shared/plan/apply'
import { mergeChosen, type Choices, type Side } from '@shared/plan/merge-choices'
import type { Plan } from '@shared/plan/plan'
import { useMemo, useState } from 'react'
import { call } from '../../stores/bridge'
import { commitAndSay } from '../../stores/commits'
import { closeDialog } from '../../stores/interface'
import { showTarget, useWorkbook } from '../../stores/workbook'
import { MergeRows } from './MergeRows'

const count = (changes: readonly unknown[]): string =>
  changes.length === 1 ? '1 row' : `${changes.length.toLocaleString('en-US')} rows`

const dayOf = (at: string): string => new Date(at).toLocaleDateString(undefined, { dateStyle: 'medium' })

/** Brings in what somebody else changed in a copy of this workbook: chosen, looked at row by row, taken in one step. */
export function MergeCopyDialog() {
  const [found, setFound] = useState<CopyCompared | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [isReading, setReading] = useState(false)
  const sessionId = useWorkbook((s) => s.file?.sessionId ?? null)
  const plan = useWorkbook((s) => s.currentPlan)
  const sequence = useWorkbook((s) => s.sequence)
  const choose = async (): Promise<void> => {
    if (sessionId === null) return
    setReading(true)
    setProblem(null)
    const answer = await call('workbook.compareCopy', { sessionId })
    setReading(false)
    if (!answer.ok) setProblem(answer.error.message)
    else if (answer.value) setFound(answer.value)
  }
  // an act since then is not in what was compared
  if (found && found.sequence === sequence) return <Compared found={found} plan={plan} />
  return (
    <Stack gap="sm">
      <Text size="sm">
        Two people cannot write to one workbook at once. If a colleague worked in a copy of it, choose that copy here:
        what was changed in it comes into the current plan, in one step that can be undone. The copy stays as it is.
        Scenarios, versions and views are not brought over.
      </Text>
      {problem !== null && (
        <Alert color="red" role="alert">
          {problem}
        </Alert>
      )}
      <Group justify="flex-end">
        <Button variant="default" onClick={closeDialog}>
          Cancel
        </Button>
        <Button onClick={() => void choose()} loading={isReading}>
          Choose the copy…
        </Button>
      </Group>
    </Stack>
  )
}

function Compared({ found, plan }: { readonly found: CopyCompared; readonly plan: Plan }) {
  const [choices, setChoices] = useState<Choices>(new Map())
  const base = useMemo(() => applyChanges(plan, invert(found.mine)), [plan, found])
  const merged = useMemo(
    () => (base.ok ? mergeChosen(base.value, found.mine, found.theirs, choices) : null),
    [base, found, choices],
  )
  if (!base.ok || !merged) return <Text>The plan was changed meanwhile. Close this and choose the copy again.</Text>
  const pick = (key: string, side: Side): void => setChoices(new Map([...choices, [key, side]]))
  const take = async (): Promise<void> => {
    closeDialog()
    // what was compared is the current plan, whatever scenario is shown
    showTarget('plan')
    await commitAndSay(`Merge “${found.name}”`, 'merge', merged.changes, { hasUndo: true })
  }
  const isDone = merged.changes.length === 0
  return (
    <Stack gap="sm">
      <Text size="sm">
        Since {dayOf(found.commonAt)}: {count(found.theirs)} changed in “{found.name}”, {count(found.mine)} changed
        here. {isDone ? 'Nothing is left to bring over.' : `${count(merged.changes)} will change in the current plan.`}
      </Text>
      <MergeRows base={base.value} plan={plan} found={found} merged={merged} choices={choices} pick={pick} />
      <Group justify="flex-end">
        <Button variant="default" onClick={closeDialog}>
          Cancel
        </Button>
        <Button onClick={() => void take()} disabled={isDone || merged.problems.length > 0}>
          Merge
        </Button>
      </Group>
    </Stack>
  )
}
