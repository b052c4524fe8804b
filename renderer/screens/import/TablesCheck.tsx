import { Checkbox, ScrollArea, Table, Text } from '@mantine/core'
import type { TablePreview } from '@shared/exchange/preview-content'
import { formatNumber } from '@shared/plan/format'
import { tableOf } from '@shared/plan/tables'
import { removeAbsentRows, takeTable, useImporting } from '../../stores/importing/importing'

const isTouched = ({ added, changed, problems, absent }: TablePreview): boolean =>
  added + changed + problems + absent > 0

const count = (number: number): string => (number === 0 ? '' : formatNumber(number))

/** An edited copy table by table: what each sheet would do, whether it is taken, and whether rows that are gone go. */
export function TablesCheck({ tables }: { readonly tables: readonly TablePreview[] }) {
  const shown = tables.filter(isTouched)
  if (shown.length === 0) {
    return (
      <Text>
        The file says what the plan says, in all {formatNumber(tables.length)} tables. There is nothing to import.
      </Text>
    )
  }
  return (
    <ScrollArea.Autosize mah="30dvh" type="auto" viewportProps={{ tabIndex: 0, 'aria-label': 'Tables' }}>
      <Table fz="sm" verticalSpacing={4} stickyHeader withTableBorder>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Take over</Table.Th>
            <Table.Th w={80} ta="right">
              Added
            </Table.Th>
            <Table.Th w={80} ta="right">
              Changed
            </Table.Th>
            <Table.Th w={110} ta="right">
              Not readable
            </Table.Th>
            <Table.Th w={330}>Not in the file any more</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {shown.map((table) => (
            <TableLine key={table.table} {...table} />
          ))}
        </Table.Tbody>
        <Table.Caption>Tables in which nothing changes are not listed.</Table.Caption>
      </Table>
    </ScrollArea.Autosize>
  )
}

function TableLine({ table, added, changed, problems, absent, removed }: TablePreview) {
  const { label } = tableOf(table)
  const isTaken = useImporting(({ choice }) => !choice.leftOut.includes(table))
  const isRemoving = useImporting(({ choice }) => choice.removing.includes(table))
  const kept = isRemoving && isTaken && removed < absent ? `, ${formatNumber(removed)} can go` : ''
  return (
    <Table.Tr>
      <Table.Td>
        <Checkbox
          size="sm"
          label={label}
          checked={isTaken}
          onChange={(event) => takeTable(table, event.currentTarget.checked)}
        />
      </Table.Td>
      <Table.Td ta="right">{count(added)}</Table.Td>
      <Table.Td ta="right">{count(changed)}</Table.Td>
      <Table.Td ta="right">{count(problems)}</Table.Td>
      <Table.Td>
        {absent > 0 && (
          <Checkbox
            size="sm"
            label={`Remove ${formatNumber(absent)} ${absent === 1 ? 'row' : 'rows'} from the plan${kept}`}
            aria-label={`Remove ${formatNumber(absent)} rows of ${label} that are not in the file`}
            checked={isRemoving}
            disabled={!isTaken}
            onChange={(event) => removeAbsentRows(table, event.currentTarget.checked)}
          />
        )}
      </Table.Td>
    </Table.Tr>
  )
}
