import { Alert, Button, Group, Modal, NumberInput, Stack, TextInput } from '@mantine/core'
import type { TimelineLane } from '@shared/forecast/timeline-lane'
import { dateChanges, dateFields, moveChanges, type DateField } from '@shared/forecast/timeline-moves'
import type { Change } from '@shared/plan/change'
import type { Plan } from '@shared/plan/plan'
import { useState } from 'react'
import { commit } from '../../stores/commits'
import { say } from '../../stores/interface'
import { useWorkbook } from '../../stores/workbook'

type Props = { readonly lane: TimelineLane; readonly onClose: () => void }

/** The months of a line as fields: the typed twin of dragging its bar or its end. */
export function DatesDialog({ lane, onClose }: Props) {
  const [problem, setProblem] = useState<string | null>(null)
  const save = async (changes: (plan: Plan) => readonly Change[]): Promise<void> => {
    const label = `Change the months of ${lane.label}`
    const outcome = await commit(label, 'edit', changes)
    if (!outcome.ok) return setProblem(outcome.error.message)
    if (outcome.value) say(label, { tone: 'done', hasUndo: true })
    onClose()
  }
  const form = { lane, problem, onClose, onSave: (changes: (plan: Plan) => readonly Change[]) => void save(changes) }
  return (
    <Modal
      opened
      onClose={onClose}
      title={`Move or resize: ${lane.label}`}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {lane.place?.table === 'reorganisationMove' ? <MonthsAfter {...form} /> : <Months {...form} />}
    </Modal>
  )
}

type FormProps = Props & {
  readonly problem: string | null
  readonly onSave: (changes: (plan: Plan) => readonly Change[]) => void
}

const idOf = ({ place, key }: DateField): string => `${place.id} ${key}`

function Months({ lane, problem, onClose, onSave }: FormProps) {
  const { place } = lane
  const plan = useWorkbook((s) => s.plan)
  const fields = place ? dateFields(plan, place) : []
  const [typed, setTyped] = useState<ReadonlyMap<string, string>>(
    () => new Map(fields.map((field) => [idOf(field), field.month ?? ''])),
  )
  const missing = fields.some((field) => field.isRequired && typed.get(idOf(field)) === '')
  const submit = (event: React.FormEvent): void => {
    event.preventDefault()
    if (missing) return
    const months = fields.map((field) => ({ ...field, month: typed.get(idOf(field)) || null }))
    const changed = months.filter((field, at) => field.month !== fields[at]?.month)
    onSave((now) => dateChanges(now, changed))
  }
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        {fields.map((field, at) => (
          <TextInput
            key={idOf(field)}
            type="month"
            label={field.label}
            description={field.help}
            value={typed.get(idOf(field)) ?? ''}
            required={field.isRequired}
            data-autofocus={at === 0 || undefined}
            onChange={(event) => setTyped(new Map([...typed, [idOf(field), event.currentTarget.value]]))}
          />
        ))}
        <Foot problem={problem} onClose={onClose} />
      </Stack>
    </form>
  )
}

function MonthsAfter({ lane, problem, onClose, onSave }: FormProps) {
  const { place } = lane
  const before =
    useWorkbook((s) => (place ? s.plan.reorganisationMove.get(place.id)?.monthsAfterAtScale : undefined)) ?? 0
  const [months, setMonths] = useState<number | string>(before)
  const submit = (event: React.FormEvent): void => {
    event.preventDefault()
    if (place) onSave((now) => moveChanges(now, place, Number(months) - before))
  }
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <NumberInput
          label="Months after at scale"
          description="How many months after the at-scale test first holds."
          value={months}
          onChange={setMonths}
          min={0}
          max={120}
          allowDecimal={false}
          data-autofocus
        />
        <Foot problem={problem} onClose={onClose} />
      </Stack>
    </form>
  )
}

function Foot({ problem, onClose }: Pick<FormProps, 'problem' | 'onClose'>) {
  return (
    <>
      {problem !== null && (
        <Alert color="red" role="alert">
          {problem}
        </Alert>
      )}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit">Save</Button>
      </Group>
    </>
  )
}
