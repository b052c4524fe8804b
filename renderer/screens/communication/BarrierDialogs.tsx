import { Select, Text, Textarea, TextInput } from '@mantine/core'
import { barrierChanges, barrierLevels, levelAbove } from '@shared/forecast/evidence-barriers'
import { dayWords } from '@shared/plan/day'
import { parseDay } from '@shared/plan/format'
import { tables, type Row } from '@shared/plan/tables'
import { useState } from 'react'
import { useSheetHost } from '../../components/DataSheet/sheet-host'
import { FormDialog } from '../../components/FormDialog'
import { commitAndSay } from '../../stores/commits'

type Props = { readonly row: Row<'barrier'>; readonly onClose: () => void }

const levelOptions = tables.barrier.fields.level.options
const levels = barrierLevels.map((value) => ({ value, label: levelOptions[value] }))

/** Passes a barrier on to those who can remove it. */
export function EscalateDialog({ row, onClose }: Props) {
  const [level, setLevel] = useState<Row<'barrier'>['level']>(levelAbove(row.level))
  const [to, setTo] = useState(row.escalatedTo ?? '')
  const [problem, setProblem] = useState<string | null>(null)
  const take = (): void => {
    const escalatedTo = to.trim()
    if (escalatedTo === '') {
      setProblem('Say to whom it is passed on.')
      return
    }
    onClose()
    void commitAndSay('Pass a barrier on', 'edit', (plan) => barrierChanges(plan, row.id, { escalatedTo, level }), {
      hasUndo: true,
    })
  }
  return (
    <FormDialog title="Pass the barrier on" onClose={onClose} onSubmit={take} submitWords="Pass on" problem={problem}>
      <Text size="sm">{row.description}</Text>
      <TextInput
        label="To whom"
        description="A role or a body."
        data-autofocus
        maxLength={200}
        value={to}
        onChange={(event) => setTo(event.currentTarget.value)}
      />
      <Select
        label="Level that can remove it"
        data={levels}
        allowDeselect={false}
        value={level}
        onChange={(value) => setLevel(barrierLevels.find((one) => one === value) ?? level)}
      />
    </FormDialog>
  )
}

/** Closes a barrier with what removed it. */
export function CloseDialog({ row, onClose }: Props) {
  const { today } = useSheetHost()
  const [resolution, setResolution] = useState(row.resolution ?? '')
  const [day, setDay] = useState(dayWords(today()))
  const [problem, setProblem] = useState<string | null>(null)
  const take = (): void => {
    const closedOn = parseDay(day)
    if (resolution.trim() === '') setProblem('Say how it was removed.')
    else if (closedOn === null) setProblem('Removed on: write a day such as 11/20/2026.')
    else {
      const values = { closedOn, resolution: resolution.trim() }
      onClose()
      void commitAndSay('Close a barrier', 'edit', (plan) => barrierChanges(plan, row.id, values), { hasUndo: true })
    }
  }
  return (
    <FormDialog
      title="The barrier is removed"
      onClose={onClose}
      onSubmit={take}
      submitWords="Close it"
      problem={problem}
    >
      <Text size="sm">{row.description}</Text>
      <Textarea
        label="How it was removed"
        data-autofocus
        autosize
        minRows={2}
        maxLength={4000}
        value={resolution}
        onChange={(event) => setResolution(event.currentTarget.value)}
      />
      <TextInput label="Removed on" value={day} onChange={(event) => setDay(event.currentTarget.value)} />
    </FormDialog>
  )
}
