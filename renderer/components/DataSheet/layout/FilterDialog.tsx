import { Button, Checkbox, Group, Modal, ScrollArea, Stack, Text, TextInput } from '@mantine/core'
import type { ColumnFilter } from '@shared/contract/sheet-layout'
import { foldText } from '@shared/plan/names'
import { useId, useMemo, useState } from 'react'
import type { SheetColumn } from '../columns'

type Props = {
  readonly column: SheetColumn
  readonly values: readonly string[]
  readonly filter: ColumnFilter | undefined
  readonly onFilter: (filter: ColumnFilter | null) => void
  readonly onClose: () => void
}

const mostShown = 200

/** Filters by the values of a column, or by a text that it holds. */
export function FilterDialog({ column, values, filter, onFilter, onClose }: Props) {
  const valuesId = useId()
  const [contains, setContains] = useState(filter?.contains ?? '')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(filter?.values ?? values))
  const shown = useMemo(() => {
    const wanted = foldText(contains)
    return values.filter((value) => foldText(value).includes(wanted))
  }, [values, contains])
  const toggle = (value: string): void => {
    const next = new Set(chosen)
    if (!next.delete(value)) next.add(value)
    setChosen(next)
  }
  const apply = (): void => {
    const text = contains.trim()
    const isAll = values.every((value) => chosen.has(value))
    onFilter({
      ...(text === '' ? {} : { contains: text }),
      ...(isAll ? {} : { values: values.filter((value) => chosen.has(value)) }),
    })
    onClose()
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={`Filter by ${column.label}`}
      centered
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          apply()
        }}
      >
        <Stack gap="sm">
          <TextInput
            label="Contains"
            value={contains}
            onChange={(event) => setContains(event.currentTarget.value)}
            data-autofocus
          />
          <Group gap="xs" justify="space-between">
            <Text size="sm" fw={600} id={valuesId}>
              Show these
            </Text>
            <Group gap={4}>
              <Button size="compact-sm" variant="subtle" onClick={() => setChosen(new Set(values))}>
                All
              </Button>
              <Button size="compact-sm" variant="subtle" onClick={() => setChosen(new Set())}>
                None
              </Button>
            </Group>
          </Group>
          <ScrollArea.Autosize mah={280} type="auto">
            <Stack gap={4} role="group" aria-labelledby={valuesId} p={2}>
              {shown.slice(0, mostShown).map((value) => (
                <Checkbox
                  key={value}
                  label={value === '' ? 'Empty' : value}
                  checked={chosen.has(value)}
                  onChange={() => toggle(value)}
                />
              ))}
              {shown.length > mostShown && (
                <Text size="sm" c="dimmed">
                  {(shown.length - mostShown).toLocaleString('en-US')} more: narrow them above.
                </Text>
              )}
            </Stack>
          </ScrollArea.Autosize>
          <Group justify="flex-end">
            <Button
              variant="default"
              onClick={() => {
                onFilter(null)
                onClose()
              }}
            >
              Show all rows
            </Button>
            <Button type="submit">Filter</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
