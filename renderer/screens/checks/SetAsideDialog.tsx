import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core'
import type { AttentionItem } from '@shared/forecast/attention'
import { attentionKinds } from '@shared/forecast/attention-kinds'
import { setAsideChange } from '@shared/forecast/attention-set-aside'
import { useState, type FormEvent } from 'react'
import { useSheetHost } from '../../components/DataSheet/sheet-host'
import { newId } from '../../stores/bridge'
import { commitAndSay } from '../../stores/commits'

type Props = { readonly item: AttentionItem | null; readonly onClose: () => void }

/** Asks why a thing is set aside; the answer becomes a note in the plan. */
export function SetAsideDialog({ item, onClose }: Props) {
  return (
    <Modal
      opened={item !== null}
      onClose={onClose}
      title="Set aside"
      closeButtonProps={{ 'aria-label': 'Close' }}
      size="lg"
    >
      {item && <SetAsideForm key={item.sentence} item={item} onClose={onClose} />}
    </Modal>
  )
}

function SetAsideForm({ item, onClose }: { readonly item: AttentionItem; readonly onClose: () => void }) {
  const [reason, setReason] = useState('')
  const host = useSheetHost()
  const isEmpty = reason.trim() === ''
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isEmpty) return
    void commitAndSay(
      `Set aside: ${attentionKinds[item.code].title}`,
      'add',
      (plan) => [setAsideChange(plan, item, reason.trim(), newId(), host.today())],
      { hasUndo: true },
    )
    onClose()
  }
  return (
    <form onSubmit={submit}>
      <Stack>
        <Text>{item.sentence}</Text>
        <Textarea
          label="Why it can stay as it is"
          description="Kept as a note in the plan, for you and for those who read it after you."
          autosize
          minRows={2}
          maxLength={1000}
          data-autofocus
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" disabled={isEmpty}>
            Set aside
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
