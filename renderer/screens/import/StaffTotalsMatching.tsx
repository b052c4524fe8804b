import { Group, Select, Stack, Table, Text } from '@mantine/core'
import type { StaffColumn, StaffTotalsMapping } from '@shared/exchange/staff-totals-mapping'
import { ColumnSelect } from './FieldMatching'

type Props = {
  readonly totals: StaffTotalsMapping
  readonly columns: readonly string[]
  readonly onChange: (totals: StaffTotalsMapping) => void
}

const places = [
  { value: 'schools', label: 'Spread over its schools' },
  { value: 'district', label: 'At the district' },
]

const about = [
  ['nameColumn', 'District'],
  ['codeColumn', 'District code'],
  ['studentsColumn', 'Students'],
  ['disadvantagedColumn', 'Economically disadvantaged (percent)'],
] as const

/** Which columns hold a district's numbers of staff, their turnover and their pay. */
export function StaffTotalsMatching({ totals, columns, onChange }: Props) {
  const putStaff = (at: number, next: StaffColumn | null): void => {
    const staff = totals.staff.flatMap((line, i) => (i === at ? (next ? [next] : []) : [line]))
    onChange({ ...totals, staff })
  }
  return (
    <Stack gap="md">
      <Group gap="md">
        {about.map(([key, label]) => (
          <Stack key={key} gap={2} w={240}>
            <Text size="sm" fw={500}>
              {label}
            </Text>
            <ColumnSelect
              label={label}
              columns={columns}
              value={totals[key]}
              onChange={(column) => onChange({ ...totals, [key]: column })}
            />
          </Stack>
        ))}
      </Group>
      {totals.staff.length === 0 && (
        <Text>
          This sheet has no column that is known to hold numbers of staff. Look at another sheet or header row.
        </Text>
      )}
      {totals.staff.length > 0 && (
        <Table verticalSpacing={4} fz="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Role</Table.Th>
              <Table.Th>How many (FTE)</Table.Th>
              <Table.Th>Leave in a year (percent)</Table.Th>
              <Table.Th>Average pay</Table.Th>
              <Table.Th>Where</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {totals.staff.map((line, i) => (
              <StaffLine key={line.role} line={line} columns={columns} onChange={(next) => putStaff(i, next)} />
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Stack>
  )
}

type LineProps = {
  readonly line: StaffColumn
  readonly columns: readonly string[]
  readonly onChange: (line: StaffColumn | null) => void
}

function StaffLine({ line, columns, onChange }: LineProps) {
  const { role, staffColumn, turnoverColumn, salaryColumn, place } = line
  return (
    <Table.Tr>
      <Table.Td>{role}</Table.Td>
      <Table.Td>
        <ColumnSelect
          label={role}
          columns={columns}
          value={staffColumn}
          onChange={(column) => onChange(column === null ? null : { ...line, staffColumn: column })}
        />
      </Table.Td>
      <Table.Td>
        <ColumnSelect
          label={`turnover of ${role}`}
          columns={columns}
          value={turnoverColumn}
          onChange={(column) => onChange({ ...line, turnoverColumn: column })}
        />
      </Table.Td>
      <Table.Td>
        <ColumnSelect
          label={`pay of ${role}`}
          columns={columns}
          value={salaryColumn}
          onChange={(column) => onChange({ ...line, salaryColumn: column })}
        />
      </Table.Td>
      <Table.Td>
        <Select
          size="xs"
          aria-label={`Where ${role} work`}
          data={places}
          value={place}
          allowDeselect={false}
          onChange={(next) => onChange({ ...line, place: next === 'district' ? 'district' : 'schools' })}
        />
      </Table.Td>
    </Table.Tr>
  )
}
