import { Table } from '@mantine/core'
import type { ComparedLine } from '@shared/forecast/comparison'
import { memo } from 'react'

type Props = { readonly lines: readonly ComparedLine[]; readonly name: string }

/** What it does: the current plan and the other one, line by line, with the difference in words. */
export function ComparedTable({ lines, name }: Props) {
  return (
    <Table fz="sm" aria-label="What it does">
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">What it does</Table.Th>
          <Table.Th scope="col" ta="right">
            Current plan
          </Table.Th>
          <Table.Th scope="col" ta="right">
            {name}
          </Table.Th>
          <Table.Th scope="col" ta="right">
            Difference
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {lines.map(({ key, ...line }) => (
          <Line key={key} {...line} />
        ))}
      </Table.Tbody>
    </Table>
  )
}

/** Drawn again only where it says something else: most lines stay as they are while a lever moves. */
const Line = memo(function Line({ label, before, after, difference }: Omit<ComparedLine, 'key'>) {
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={400}>
        {label}
      </Table.Th>
      <Table.Td ta="right">{before}</Table.Td>
      <Table.Td ta="right">{after}</Table.Td>
      <Table.Td ta="right" fw={difference === '' ? 400 : 600}>
        {difference === '' ? 'the same' : difference}
      </Table.Td>
    </Table.Tr>
  )
})
