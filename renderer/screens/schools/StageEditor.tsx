import { Button, Radio, Stack, Text, Textarea, TextInput } from '@mantine/core'
import {
  stageChanges,
  stageNames,
  stageWords,
  type StageCell,
  type StageMark,
  type StageName,
} from '@shared/forecast/stage-rule'
import { parseMonth } from '@shared/plan/format'
import { monthWords } from '@shared/plan/month'
import { IconEye } from '@tabler/icons-react'
import { useState } from 'react'
import { FormDialog } from '../../components/FormDialog'
import { newId } from '../../stores/bridge'
import { commitAndSay } from '../../stores/commits'

type Props = {
  /** The cells that are changed, and of each what is known. */
  readonly cells: readonly StageCell[]
  readonly marks: readonly StageMark[]
  /** "Daily sounds and letters at Cedar Hill", "6 places". */
  readonly words: string
  readonly onClose: () => void
}

const notSet = 'none'

/** The stage that all cells share, or none. */
function sharedStage(marks: readonly StageMark[]): StageName | null {
  const [first, ...rest] = marks.map(({ row }) => row?.stage ?? null)
  return first !== undefined && rest.every((stage) => stage === first) ? first : null
}

/** Sets the stage of one or several cells; with several, what is left empty stays as it is in each. */
export function StageEditor({ cells, marks, words, onClose }: Props) {
  const only = marks.length === 1 ? marks[0] : undefined
  const [stage, setStage] = useState<StageName | typeof notSet>(sharedStage(marks) ?? (only ? notSet : 'exploring'))
  const [since, setSince] = useState(only?.row?.sinceMonth ? monthWords(only.row.sinceMonth) : '')
  const [evidence, setEvidence] = useState(only?.row?.evidence ?? '')
  const [problem, setProblem] = useState<string | null>(null)
  const suggested = only?.suggested ?? null
  const take = (): void => {
    const sinceMonth = since.trim() === '' ? null : parseMonth(since)
    if (since.trim() !== '' && sinceMonth === null) {
      setProblem('Since: write a month such as “Oct 2026”.')
      return
    }
    const isCleared = stage === notSet
    const label = isCleared ? `Take away the stage of ${words}` : `Set ${words} to ${stageWords[stage]}`
    const values = {
      stage: isCleared ? null : stage,
      ...(only || sinceMonth !== null ? { sinceMonth } : {}),
      ...(only || evidence.trim() !== '' ? { evidence: evidence.trim() === '' ? null : evidence.trim() } : {}),
    }
    onClose()
    void commitAndSay(label, 'edit', (plan) => stageChanges(plan, cells, values, newId), { hasUndo: true })
  }
  return (
    <FormDialog
      title={`Stage of ${words}`}
      onClose={onClose}
      onSubmit={take}
      submitWords="Set the stage"
      problem={problem}
    >
      <Radio.Group label="Stage" value={stage} onChange={(value) => setStage(value)}>
        <Stack gap={6} mt={6}>
          {[...stageNames, notSet].map((name, at) => (
            <Radio
              key={name}
              value={name}
              label={name === notSet ? 'Not set' : stageWords[name as StageName]}
              {...(at === 0 ? { 'data-autofocus': true } : {})}
            />
          ))}
        </Stack>
      </Radio.Group>
      {only?.sentence && (
        <Text size="sm" c="dimmed">
          Last observed: {only.sentence}
        </Text>
      )}
      {suggested && (
        <Button variant="default" leftSection={<IconEye size={16} />} onClick={() => setStage(suggested)}>
          Take what was seen: {stageWords[suggested]}
        </Button>
      )}
      <TextInput
        label="Since"
        placeholder={only ? 'Oct 2026' : 'As it is'}
        value={since}
        onChange={(event) => setSince(event.currentTarget.value)}
      />
      <Textarea
        label="Evidence"
        placeholder={only ? '' : 'As it is'}
        autosize
        minRows={2}
        maxLength={4000}
        value={evidence}
        onChange={(event) => setEvidence(event.currentTarget.value)}
      />
    </FormDialog>
  )
}
