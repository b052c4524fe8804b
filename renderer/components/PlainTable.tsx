import { Group, ScrollArea, Table, Text, Title } from '@mantine/core'
import { useId, type ReactNode } from 'react'
import styles from './PlainTable.module.css'

export type PlainRow = {
  readonly key: string
  readonly label: ReactNode
  readonly cells: readonly ReactNode[]
  /** A total stands out under a line; a quiet row says something beside the others. */
  readonly tone?: 'total' | 'quiet'
}

export type PlainHead = { readonly label: string; readonly isWords?: boolean }

/** With more columns than these they stand closer. */
const mostAtEase = 9

type Props = {
  readonly title: string
  readonly description?: ReactNode
  /** Choices that belong to the table, at the right of its title. */
  readonly choices?: ReactNode
  readonly firstHead: string
  readonly head: readonly (string | PlainHead)[]
  readonly rows: readonly PlainRow[]
  /** Said in place of a table without rows. */
  readonly empty?: string
}

const headOf = (head: string | PlainHead): PlainHead => (typeof head === 'string' ? { label: head } : head)
const styleOf = ({ isWords }: PlainHead): string => styles[isWords ? 'words' : 'figure'] ?? ''

/** Figures that are computed and cannot be typed: a heading, what it is about, and rows whose names stay in sight. */
export function PlainTable({ title, description, choices, firstHead, head, rows, empty }: Props) {
  const id = useId()
  const columns = head.map(headOf)
  return (
    <section aria-labelledby={id}>
      <Group justify="space-between" align="flex-end" gap="sm" mb="xs">
        <div className={styles['heading']}>
          <Title order={2} id={id}>
            {title}
          </Title>
          {description !== undefined && (
            <Text size="sm" c="dimmed" maw={860}>
              {description}
            </Text>
          )}
        </div>
        {choices}
      </Group>
      {rows.length === 0 && empty !== undefined ? (
        <Text size="sm">{empty}</Text>
      ) : (
        <ScrollArea type="auto" offsetScrollbars="present" viewportProps={{ tabIndex: 0, 'aria-labelledby': id }}>
          <Table
            withTableBorder
            fz="sm"
            verticalSpacing={5}
            horizontalSpacing={columns.length > mostAtEase ? 6 : 10}
            className={styles['table'] ?? ''}
            aria-labelledby={id}
          >
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col" className={styles['first'] ?? ''}>
                  {firstHead}
                </Table.Th>
                {columns.map((column) => (
                  <Table.Th key={column.label} scope="col" className={styleOf(column)}>
                    {column.label}
                  </Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {rows.map(({ key, label, cells, tone }) => (
                <Table.Tr key={key} className={(tone && styles[tone]) ?? ''}>
                  <Table.Th scope="row" fw={tone === 'total' ? 600 : 400} className={styles['first'] ?? ''}>
                    {label}
                  </Table.Th>
                  {columns.map((column, at) => (
                    <Table.Td key={column.label} className={styleOf(column)}>
                      {cells[at]}
                    </Table.Td>
                  ))}
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </ScrollArea>
      )}
    </section>
  )
}
