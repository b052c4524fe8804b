import { Button, Group, Modal, NumberInput, Radio, Stack, Text } from '@mantine/core'
import type { TimelineLane } from '@shared/forecast/timeline-lane'
import { shiftWave, shiftWords, type ShiftScope } from '@shared/forecast/timeline-shift'
import { monthText, monthWords } from '@shared/plan/month'
import { useState } from 'react'
import { commitAndSay } from '../../stores/commits'
import { useWorkbook } from '../../stores/workbook'

type Props = { readonly lane: TimelineLane; readonly onClose: () => void }

const inWords = (months: number): string =>
  `${months < 0 ? 'earlier' : 'later'} by ${Math.abs(months) === 1 ? '1 month' : `${Math.abs(months)} months`}`

/** Moves a wave with its sessions and milestones, and where wanted every wave after it, as one step. */
export function ShiftDialog({ lane, onClose }: Props) {
  const [months, setMonths] = useState<number | string>(1)
  const [scope, setScope] = useState<ShiftScope>('following')
  const plan = useWorkbook((s) => s.plan)
  const waveId = lane.place?.id ?? ''
  const by = Number(months)
  const shift = shiftWave(plan, waveId, by, scope)
  const start = lane.span === null ? '' : monthWords(monthText(lane.span.first + by))
  const submit = (event: React.FormEvent): void => {
    event.preventDefault()
    const what = scope === 'own' ? `${lane.label} and what belongs to it` : `${lane.label} and what follows`
    void commitAndSay(`Shift ${what} ${inWords(by)}`, 'shift', (now) => shiftWave(now, waveId, by, scope).changes, {
      hasUndo: true,
    })
    onClose()
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={`Shift ${lane.label} with what follows`}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <form onSubmit={submit}>
        <Stack gap="md">
          <NumberInput
            label="Months"
            description="A minus sign in front moves everything earlier."
            value={months}
            onChange={setMonths}
            min={-60}
            max={60}
            allowDecimal={false}
            data-autofocus
          />
          <Radio.Group
            label="What goes along"
            value={scope}
            onChange={(value) => setScope(value === 'own' ? 'own' : 'following')}
          >
            <Stack gap={6} mt={6}>
              <Radio value="following" label="This wave and every wave that starts after it" />
              <Radio value="own" label="Only this wave" />
            </Stack>
          </Radio.Group>
          <Text size="sm" role="status">
            Moves {shiftWords(shift)}. {lane.label} then starts in {start}. Sessions that were held, milestones that are
            done, and what is also for other waves stay where they are.
          </Text>
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" disabled={by === 0 || shift.changes.length === 0}>
              Shift {inWords(by)}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
