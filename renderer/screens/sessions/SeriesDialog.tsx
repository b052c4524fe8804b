import {
  Button,
  Checkbox,
  Group,
  Modal,
  MultiSelect,
  NumberInput,
  Radio,
  Select,
  SimpleGrid,
  Stack,
  Text,
  TextInput,
} from '@mantine/core'
import { parseMonth } from '@shared/plan/format'
import { isMonth, monthWords } from '@shared/plan/month'
import { planRow } from '@shared/plan/plan'
import { settingsOf } from '@shared/plan/settings'
import { tables } from '@shared/plan/tables'
import { useState, type FormEvent } from 'react'
import { newId } from '../../stores/bridge'
import { commitAndSay } from '../../stores/commits'
import { useRows } from '../../stores/rows'
import { useWorkbook } from '../../stores/workbook'
import { seriesChanges, seriesMonths, type SeriesDraft } from './series'

const { fields } = tables.session
const methodOptions = Object.entries(fields.methods.item.options).map(([value, label]) => ({ value, label }))
const paidOptions = Object.entries(fields.timePaidAs.options).map(([value, label]) => ({ value, label }))
const mostSessions = 60

type Props = { readonly isOpen: boolean; readonly onClose: () => void }

/** Adds sessions that come back every month, as one act. */
export function SeriesDialog({ isOpen, onClose }: Props) {
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title="Add a series of sessions"
      size="lg"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <SeriesForm onClose={onClose} />
    </Modal>
  )
}

type Choice = {
  readonly title: string
  readonly month: string
  readonly count: number
  readonly hours: number
  readonly seats: number | null
  readonly isShared: boolean
  readonly skipsSummer: boolean
  readonly componentIds: string[]
  readonly waveIds: string[]
  readonly methods: string[]
  readonly timePaidAs: string
}

/** The draft that a form stands for; null while something is missing. */
function draftOf(choice: Choice): SeriesDraft | null {
  const firstMonth = parseMonth(choice.month)
  const timePaidAs = paidOptions.find(({ value }) => value === choice.timePaidAs)?.value
  if (firstMonth === null || !isMonth(firstMonth) || choice.title.trim() === '' || timePaidAs === undefined) return null
  if (choice.isShared && choice.seats === null) return null
  const { count, isShared, skipsSummer, componentIds, waveIds, hours, seats } = choice
  const values = { componentIds, waveIds, hours, seats, methods: choice.methods, timePaidAs }
  return {
    title: choice.title.trim(),
    firstMonth,
    count,
    isShared,
    skipsSummer,
    values: values as SeriesDraft['values'],
  }
}

function SeriesForm({ onClose }: Pick<Props, 'onClose'>) {
  const plan = useWorkbook((s) => s.plan)
  const components = useRows('component')
  const waves = useRows('wave')
  const start = planRow(plan)?.asOfMonth ?? planRow(plan)?.startMonth
  const [choice, setChoice] = useState<Choice>({
    title: '',
    month: start === undefined ? '' : monthWords(start),
    count: 8,
    hours: 2,
    seats: null,
    isShared: false,
    skipsSummer: true,
    componentIds: components.map(({ id }) => id),
    waveIds: [],
    methods: ['practice', 'coaching'],
    timePaidAs: 'usual',
  })
  const set = (values: Partial<Choice>) => setChoice({ ...choice, ...values })
  const draft = draftOf(choice)
  const months = draft ? seriesMonths(draft, settingsOf(plan)) : []
  const isMonthWrong = choice.month.trim() !== '' && parseMonth(choice.month) === null
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!draft) return
    void commitAndSay(`Add the series “${draft.title}”`, 'add', (now) => seriesChanges(now, draft, newId), {
      hasUndo: true,
    })
    onClose()
  }
  return (
    <form onSubmit={submit}>
      <Stack>
        <TextInput
          label="Title"
          placeholder="Coaching circle"
          maxLength={80}
          data-autofocus
          value={choice.title}
          onChange={(event) => set({ title: event.currentTarget.value })}
        />
        <SimpleGrid cols={3}>
          <TextInput
            label="First month"
            value={choice.month}
            error={isMonthWrong && 'A month, such as Sep 2027'}
            onChange={(event) => set({ month: event.currentTarget.value })}
          />
          <Amount
            label="Sessions, one a month"
            value={choice.count}
            min={1}
            max={mostSessions}
            onChange={(count) => set({ count })}
          />
          <Amount label="Hours each" value={choice.hours} min={0} max={1000} onChange={(hours) => set({ hours })} />
        </SimpleGrid>
        <Checkbox
          label="Pass over months without school"
          checked={choice.skipsSummer}
          onChange={(event) => set({ skipsSummer: event.currentTarget.checked })}
        />
        <MultiSelect
          label={fields.componentIds.label}
          data={components.map(({ id, name }) => ({ value: id, label: name }))}
          value={choice.componentIds}
          onChange={(componentIds) => set({ componentIds })}
        />
        <MultiSelect
          label={fields.waveIds.label}
          placeholder={choice.waveIds.length === 0 ? 'All schools of the rollout' : ''}
          data={waves.map(({ id, name }) => ({ value: id, label: name }))}
          value={choice.waveIds}
          onChange={(waveIds) => set({ waveIds })}
        />
        <SimpleGrid cols={2}>
          <MultiSelect
            label={fields.methods.label}
            data={methodOptions}
            value={choice.methods}
            onChange={(methods) => set({ methods })}
          />
          <Select
            label={fields.timePaidAs.label}
            data={paidOptions}
            allowDeselect={false}
            value={choice.timePaidAs}
            onChange={(timePaidAs) => timePaidAs !== null && set({ timePaidAs })}
          />
        </SimpleGrid>
        <Group align="end" grow>
          <Radio.Group
            label="Who comes"
            value={choice.isShared ? 'one' : 'all'}
            onChange={(value) => set({ isShared: value === 'one' })}
          >
            <Stack gap={6} mt={4}>
              <Radio value="all" label="Everyone comes to all of them" />
              <Radio value="one" label="Each person comes to one of them" />
            </Stack>
          </Radio.Group>
          <NumberInput
            label="Seats each"
            placeholder={choice.isShared ? 'How many at a time' : 'For all'}
            min={1}
            max={200_000}
            allowDecimal={false}
            value={choice.seats ?? ''}
            onChange={(seats) => set({ seats: typeof seats === 'number' ? seats : null })}
          />
        </Group>
        <Text size="sm" role="status">
          {seriesWords(months)}
        </Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" disabled={months.length === 0}>
            {months.length === 1 ? 'Add 1 session' : `Add ${months.length} sessions`}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

function seriesWords(months: readonly string[]): string {
  const [first] = months
  const last = months.at(-1)
  if (first === undefined || last === undefined)
    return 'Give a title, a first month and, where each comes to one, the seats.'
  return months.length === 1 ? `In ${monthWords(first)}.` : `From ${monthWords(first)} to ${monthWords(last)}.`
}

type AmountProps = {
  readonly label: string
  readonly value: number
  readonly min: number
  readonly max: number
  readonly onChange: (value: number) => void
}

function Amount({ label, value, min, max, onChange }: AmountProps) {
  return (
    <NumberInput
      label={label}
      value={value}
      min={min}
      max={max}
      clampBehavior="strict"
      onChange={(next) => typeof next === 'number' && onChange(next)}
    />
  )
}
