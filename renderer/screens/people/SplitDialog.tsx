import { Button, Checkbox, Group, Modal, NativeSelect, Stack, Text } from '@mantine/core'
import { splitChanges, splitFte } from '@shared/money/split-position'
import { yearPlaces } from '@shared/money/totals'
import { formatFte } from '@shared/plan/format'
import { fiscalYearFirstMonth, monthWords } from '@shared/plan/month'
import { planRow, type Plan } from '@shared/plan/plan'
import { nameOf } from '@shared/plan/words'
import { useMemo, useState, type FormEvent } from 'react'
import { newId } from '../../stores/bridge'
import { commitAndSay } from '../../stores/commits'
import { useRows } from '../../stores/rows'
import { useWorkbook } from '../../stores/workbook'

type Props = { readonly isOpen: boolean; readonly onClose: () => void }

/** Asks which position is to be split over which schools, and does it in one step. */
export function SplitDialog({ isOpen, onClose }: Props) {
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title="Split a position over schools"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <SplitForm onDone={onClose} />
    </Modal>
  )
}

/** The month shown, and the first month of every fiscal year after it. */
function monthsOf(plan: Plan): string[] {
  const row = planRow(plan)
  if (!row) return []
  const start = row.asOfMonth ?? row.startMonth
  const firsts = yearPlaces(plan).map(({ fiscalYear }) => fiscalYearFirstMonth(fiscalYear, row.fiscalYearStart))
  return [...new Set([start, ...firsts.filter((month) => month > start)])]
}

function SplitForm({ onDone }: { readonly onDone: () => void }) {
  const plan = useWorkbook((s) => s.plan)
  const positions = useRows('position')
  const schools = useRows('unit').filter(({ kind }) => kind === 'school')
  const months = useMemo(() => monthsOf(plan), [plan])
  const [positionId, setPosition] = useState(positions[0]?.id ?? '')
  const [fromMonth, setMonth] = useState(months[0] ?? '')
  const [unitIds, setUnits] = useState<string[]>([])
  const split = { positionId, fromMonth, unitIds }
  const parts = fromMonth === '' ? null : splitFte(plan, split)
  const isReady = parts !== null && unitIds.length > 1
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!isReady) return
    const label = `Split ${nameOf(plan, 'position', positionId)} over ${unitIds.length} schools`
    void commitAndSay(label, 'split', (now) => splitChanges(now, split, newId), { hasUndo: true })
    onDone()
  }
  return (
    <form onSubmit={submit}>
      <Stack>
        <NativeSelect
          label="Position"
          data={positions.map(({ id }) => ({ value: id, label: nameOf(plan, 'position', id) }))}
          value={positionId}
          data-autofocus
          onChange={(event) => setPosition(event.currentTarget.value)}
        />
        <NativeSelect
          label="From"
          data={months.map((month) => ({ value: month, label: monthWords(month) }))}
          value={fromMonth}
          onChange={(event) => setMonth(event.currentTarget.value)}
        />
        <Checkbox.Group label="Schools" description="Two or more" value={unitIds} onChange={setUnits}>
          <Stack gap={6} mt={6}>
            {schools.map(({ id, name }) => (
              <Checkbox key={id} value={id} label={name} />
            ))}
          </Stack>
        </Checkbox.Group>
        <Text size="sm" aria-live="polite">
          {sentence(parts, unitIds.length)}
        </Text>
        <Group justify="flex-end">
          <Button type="submit" disabled={!isReady}>
            Split
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

function sentence(parts: readonly number[] | null, count: number): string {
  if (parts === null) return 'Nobody is planned in this position in that month.'
  if (count < 2) return 'Each school gets an even part of the FTE. Who pays, and who holds it, stays the same.'
  return `FTE at each school: ${parts.map(formatFte).join(', ')}. Who pays, and who holds it, stays the same.`
}
