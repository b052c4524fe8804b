import { Autocomplete, Checkbox, Group, Select, Stack, Text } from '@mantine/core'
import type { Mapping, RowFilter } from '@shared/exchange/mapping'
import type { Sheet } from '@shared/exchange/sheet'
import { textsOf } from '../../stores/importing/sheet-texts'

type Props = {
  readonly mapping: Mapping
  readonly sheet: Sheet
  readonly headerRow: number
  readonly columns: readonly string[]
  readonly onChange: (mapping: Mapping) => void
}

const tests: readonly { readonly value: RowFilter['test']; readonly label: string }[] = [
  { value: 'equals', label: 'is' },
  { value: 'differs', label: 'is not' },
  { value: 'contains', label: 'contains' },
  { value: 'notEmpty', label: 'is not empty' },
]

/** Which rows of the sheet are imported: all, or those whose cell in one column passes. */
export function RowChoice({ mapping, sheet, headerRow, columns, onChange }: Props) {
  const [filter] = mapping.filters
  const put = (next: RowFilter | null): void => onChange({ ...mapping, filters: next ? [next] : [] })
  const values = filter ? textsOf(sheet, headerRow, filter.column) : []
  return (
    <Stack gap={6}>
      <Text fw={600}>Rows</Text>
      <Group gap="sm" align="flex-end">
        <Select
          label="Take only rows where"
          placeholder="All rows"
          clearable
          searchable
          data={[...columns]}
          value={filter?.column ?? null}
          w={260}
          onChange={(column) => put(column === null ? null : { column, test: 'equals', value: '' })}
        />
        {filter && (
          <Select
            aria-label="How the cell is compared"
            data={tests.map(({ value, label }) => ({ value, label }))}
            value={filter.test}
            allowDeselect={false}
            w={130}
            onChange={(test) => test !== null && put({ ...filter, test })}
          />
        )}
        {filter && filter.test !== 'notEmpty' && (
          <Autocomplete
            aria-label="Value of the cell"
            placeholder="Value"
            data={values}
            limit={50}
            value={filter.value}
            w={300}
            onChange={(value) => put({ ...filter, value })}
          />
        )}
        <Checkbox
          label="Leave out rows of totals"
          checked={mapping.skipsTotals}
          mb={8}
          onChange={(event) => onChange({ ...mapping, skipsTotals: event.currentTarget.checked })}
        />
      </Group>
    </Stack>
  )
}
