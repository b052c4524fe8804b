import { Button, Checkbox, Group, Modal, Select, SimpleGrid, Stack, Text } from '@mantine/core'
import { monthWords } from '@shared/plan/month'
import type { Row } from '@shared/plan/tables'
import { useState } from 'react'
import { newId } from '../../stores/bridge'
import { commitAndSay } from '../../stores/commits'
import { useRows } from '../../stores/rows'
import { useWorkbook } from '../../stores/workbook'
import styles from './sessions.module.css'
import { waveCopies, waveCopyChanges } from './wave-copy'

type Props = { readonly isOpen: boolean; readonly onClose: () => void }

/** Copies the sessions of one wave to another, moved by as many months as lie between their starts. */
export function WaveCopyDialog({ isOpen, onClose }: Props) {
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title="Copy sessions to another wave"
      size="lg"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <CopyForm onClose={onClose} />
    </Modal>
  )
}

const optionOf = ({ id, name, startMonth }: Row<'wave'>) => ({
  value: id,
  label: startMonth === null ? `${name}, no start month` : `${name}, starts ${monthWords(startMonth)}`,
  disabled: startMonth === null,
})

function CopyForm({ onClose }: Pick<Props, 'onClose'>) {
  const plan = useWorkbook((s) => s.plan)
  const waves = useRows('wave')
  const dated = waves.filter(({ startMonth }) => startMonth !== null)
  const [fromId, setFrom] = useState(dated[0]?.id ?? null)
  const [toId, setTo] = useState(dated.length > 1 ? (dated.at(-1)?.id ?? null) : null)
  const [left, leave] = useState<ReadonlySet<string>>(new Set())
  const copies = fromId !== null && toId !== null ? waveCopies(plan, fromId, toId) : []
  const count = copies.filter(({ id }) => !left.has(id)).length
  const toggle = (id: string): void => {
    const next = new Set(left)
    if (!next.delete(id)) next.add(id)
    leave(next)
  }
  const copy = () => {
    const to = toId === null ? undefined : plan.wave.get(toId)
    if (fromId === null || !to) return
    void commitAndSay(`Copy sessions to ${to.name}`, 'add', (now) => waveCopyChanges(now, fromId, to.id, newId, left), {
      hasUndo: true,
    })
    onClose()
  }
  return (
    <Stack>
      <SimpleGrid cols={2}>
        <Select label="From" data={waves.map(optionOf)} value={fromId} allowDeselect={false} onChange={setFrom} />
        <Select label="To" data={waves.map(optionOf)} value={toId} allowDeselect={false} onChange={setTo} />
      </SimpleGrid>
      {copies.length === 0 ? (
        <Text role="status">
          Nothing to copy: choose two waves with a start month, of which the first has sessions of its own.
        </Text>
      ) : (
        <>
          <Text role="status">
            As long after the start as in the first wave. Seats, hours and fees are the same; check seats, and say who
            pays.
          </Text>
          <ul className={styles['copies']}>
            {copies.map(({ id, title, month }) => (
              <li key={id}>
                <Checkbox label={title} checked={!left.has(id)} onChange={() => toggle(id)} />
                <span>{monthWords(month)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button disabled={count === 0} onClick={copy}>
          {count === 1 ? 'Copy 1 session' : `Copy ${count} sessions`}
        </Button>
      </Group>
    </Stack>
  )
}
