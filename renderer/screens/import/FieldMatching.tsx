import { ScrollArea, Select, Stack, Table, Text } from '@mantine/core'
import { fieldTarget, fixedValue, fromColumn, type FieldMapping, type Mapping } from '@shared/exchange/mapping'
import type { Sheet } from '@shared/exchange/sheet'
import { fieldNames } from '@shared/exchange/synonyms'
import type { Field } from '@shared/plan/field'
import { tableOf } from '@shared/plan/tables'
import { examplesOf, textsOf } from '../../stores/importing/sheet-texts'
import { FixedValue } from './FixedValue'
import { Reading } from './Reading'

type Props = {
  readonly mapping: Mapping
  readonly sheet: Sheet
  readonly headerRow: number
  readonly columns: readonly string[]
  readonly onChange: (mapping: Mapping) => void
}

const fieldOf = (mapping: Mapping, key: string): Field | undefined => {
  const target = fieldTarget(mapping.table, key)
  return target ? tableOf(target.table).fields[target.key] : undefined
}

/** One line a field of the plan: which column fills it, with a look at what stands there. */
export function FieldMatching(props: Props) {
  const { mapping, columns, onChange } = props
  const keys = [...fieldNames(mapping.table).keys()]
  const setParent = (column: string | null): void =>
    onChange({
      ...mapping,
      parent: column === null ? null : { nameColumn: column, codeColumn: mapping.parent?.codeColumn ?? null },
    })
  return (
    <Stack gap={6}>
      <Text fw={600}>Columns</Text>
      <ScrollArea.Autosize mah="44dvh" type="auto" viewportProps={{ tabIndex: 0, 'aria-label': 'Columns and fields' }}>
        <Table stickyHeader verticalSpacing={4} fz="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th w={210}>In the plan</Table.Th>
              <Table.Th w={270}>Column of the file</Table.Th>
              <Table.Th>What stands there</Table.Th>
              <Table.Th w={230}>How it is read</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {mapping.table === 'unit' && (
              <Table.Tr>
                <Table.Td>District</Table.Td>
                <Table.Td>
                  <ColumnSelect
                    label="District"
                    columns={columns}
                    value={mapping.parent?.nameColumn ?? null}
                    onChange={setParent}
                  />
                </Table.Td>
                <Table.Td>
                  <Examples {...props} column={mapping.parent?.nameColumn ?? null} />
                </Table.Td>
                <Table.Td>
                  <Text size="sm" c="dimmed">
                    Added where it is new
                  </Text>
                </Table.Td>
              </Table.Tr>
            )}
            {keys.map((key) => (
              <FieldLine key={key} fieldKey={key} {...props} />
            ))}
          </Table.Tbody>
        </Table>
      </ScrollArea.Autosize>
    </Stack>
  )
}

function FieldLine({ fieldKey, ...props }: Props & { readonly fieldKey: string }) {
  const { mapping, columns, onChange } = props
  const field = fieldOf(mapping, fieldKey)
  if (!field) return null
  const matched = mapping.fields.find((candidate) => candidate.field === fieldKey) ?? null
  const column = matched?.source.kind === 'column' ? matched.source.column : null
  const others = mapping.fields.filter((candidate) => candidate.field !== fieldKey)
  const put = (next: FieldMapping | null): void => onChange({ ...mapping, fields: next ? [...others, next] : others })
  const isReference = field.kind === 'reference'
  const isFixed = matched?.source.kind === 'value'
  const choose = (next: string | null): void => {
    if (next === null) put(null)
    else if (next === fixedChoice) put(fixedValue(fieldKey, ''))
    else put({ ...fromColumn(fieldKey, next), ifUnknown: isReference ? 'create' : 'problem' })
  }
  return (
    <Table.Tr>
      <Table.Td>
        {field.label}
        {field.required && field.default === null && (
          <Text component="span" c="dimmed" size="xs">
            {' '}
            (needed)
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        <ColumnSelect
          label={field.label}
          columns={columns}
          hasFixed
          value={column ?? (isFixed ? fixedChoice : null)}
          onChange={choose}
        />
      </Table.Td>
      <Table.Td>
        {matched && isFixed ? (
          <FixedValue field={field} matched={matched} onChange={put} />
        ) : (
          <Examples {...props} column={column} />
        )}
      </Table.Td>
      <Table.Td>
        {matched && (column !== null || isReference) && (
          <Reading
            field={field}
            matched={matched}
            texts={column === null ? [] : textsOf(props.sheet, props.headerRow, column, 200)}
            onChange={put}
          />
        )}
      </Table.Td>
    </Table.Tr>
  )
}

type ColumnSelectProps = {
  readonly label: string
  readonly columns: readonly string[]
  readonly value: string | null
  /** Whether one value for all rows may be chosen instead of a column. */
  readonly hasFixed?: boolean
  readonly onChange: (column: string | null) => void
}

/** Stands among the columns for one value in every row; no name of a column begins with a space. */
const fixedChoice = ' same'

/** Picks a column of the file, or none. */
export function ColumnSelect({ label, columns, value, hasFixed = false, onChange }: ColumnSelectProps) {
  const fixed = hasFixed ? [{ value: fixedChoice, label: 'The same in every row' }] : []
  return (
    <Select
      size="xs"
      aria-label={`Column for ${label}`}
      placeholder="Not imported"
      data={[...fixed, ...columns.map((column) => ({ value: column, label: column }))]}
      value={value}
      clearable
      searchable
      clearButtonProps={{ 'aria-label': `Do not import ${label}` }}
      onChange={onChange}
    />
  )
}

function Examples({ sheet, headerRow, column }: Props & { readonly column: string | null }) {
  if (column === null) return null
  return (
    <Text size="xs" c="dimmed" lineClamp={1}>
      {examplesOf(sheet, headerRow, column)}
    </Text>
  )
}
