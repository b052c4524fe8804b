import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useSheetHost, type SheetView } from '../sheet-host'
import type { LayoutState } from './use-layout'

type Props = {
  readonly layout: LayoutState
  /** The views of this sheet. */
  readonly views: readonly SheetView[]
  readonly onClose: () => void
}

/** Keeps how a table is shown now under a name, and removes what is kept. */
export function ViewsDialog({ layout: { sheetId, layout }, views, onClose }: Props) {
  const { onSaveView, onRemoveView } = useSheetHost()
  const [name, setName] = useState('')
  const wanted = name.trim()
  const isKnown = views.some((view) => view.name === wanted)
  return (
    <Modal opened onClose={onClose} title="Views of this table" centered closeButtonProps={{ 'aria-label': 'Close' }}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (wanted === '') return
          onSaveView({ sheetId, name: wanted, layout })
          onClose()
        }}
      >
        <Stack gap="sm">
          <TextInput
            label="Save this view as"
            description="Sort, filters, grouping, and which columns are shown; kept with the workbook."
            maxLength={80}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            data-autofocus
          />
          {isKnown && <Text size="sm">A view of this name is there; it will be replaced.</Text>}
          {views.map((view) => (
            <Group key={view.name} justify="space-between" wrap="nowrap">
              <Text size="sm">{view.name}</Text>
              <Button
                size="compact-sm"
                variant="subtle"
                color="red"
                aria-label={`Remove the view ${view.name}`}
                onClick={() => onRemoveView(sheetId, view.name)}
              >
                Remove
              </Button>
            </Group>
          ))}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Close
            </Button>
            <Button type="submit" disabled={wanted === ''}>
              Save
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
