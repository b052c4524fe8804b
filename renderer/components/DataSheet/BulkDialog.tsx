import { Button, Group, Modal, Select, Stack, Text, TextInput } from '@mantine/core'
import { parseText } from '@shared/plan/format'
import type { TableName } from '@shared/plan/table-name'
import { countWords } from '@shared/plan/words'
import { useState } from 'react'
import type { CellInput } from './clipboard/block'
import type { FieldColumn, SheetColumn } from './columns'
import { optionsOf, type Option } from './editors/options'
import { useSheetHost } from './sheet-host'

type Props = {
  readonly table: TableName
  readonly count: number
  readonly columns: readonly SheetColumn[]
  /** The column that the planner was in. */
  readonly firstKey: string | null
  readonly onChange: (column: FieldColumn, input: CellInput) => void
  readonly onClose: () => void
}

/** Gives one field of all selected rows the same value, in one step. */
export function BulkDialog({ table, count, columns, firstKey, onChange, onClose }: Props) {
  const { plan, names } = useSheetHost()
  const fields = columns.filter((column): column is FieldColumn => column.kind === 'field')
  const [key, setKey] = useState(() => fields.find((column) => column.key === firstKey)?.key ?? fields[0]?.key ?? '')
  const [text, setText] = useState('')
  const column = fields.find((one) => one.key === key)
  const options = column ? optionsOf(column.field, plan, names) : null
  // months can be typed as well as picked, so they stay a text here
  const picks = column?.field.kind === 'month' ? null : options
  const read = column && (picks ? null : parseText(column.field, text, names))
  const problem = text !== '' && read && !read.ok ? read.error : null
  const apply = (): void => {
    if (!column || problem !== null) return
    onChange(column, { text })
    onClose()
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={`Change ${countWords(table, count)}`}
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
          <Select
            label="What"
            data={fields.map((one) => ({ value: one.key, label: one.label }))}
            value={key}
            allowDeselect={false}
            searchable
            onChange={(next) => {
              setKey(next ?? key)
              setText('')
            }}
          />
          {picks ? (
            <Select
              label="To"
              data={labelsOf(picks)}
              value={text === '' ? null : text}
              searchable
              clearable
              limit={100}
              placeholder="Empty"
              onChange={(next) => setText(next ?? '')}
              data-autofocus
            />
          ) : (
            <TextInput
              label="To"
              value={text}
              placeholder="Empty"
              error={problem}
              onChange={(event) => setText(event.currentTarget.value)}
              data-autofocus
            />
          )}
          <Text size="sm" c="dimmed">
            {column?.field.help} One step; Undo takes it back.
          </Text>
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Leave them as they are
            </Button>
            <Button type="submit" disabled={problem !== null}>
              Change
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}

const labelsOf = (options: readonly Option[]): string[] => [...new Set(options.map(({ label }) => label))]
