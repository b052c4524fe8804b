import { ActionIcon, Group, ScrollArea, Table, Text, Title, Tooltip } from '@mantine/core'
import { IconChartLine, IconCopy, IconTable } from '@tabler/icons-react'
import { useId, useState, type ReactNode } from 'react'
import { figureTable, type Figure } from './figure'
import styles from './ChartFigure.module.css'

type Props = {
  readonly figure: Figure
  readonly children: ReactNode
  /** The level of the heading, so that screens keep their outline. */
  readonly order?: 2 | 3 | 4
}

/**
 * Frame of every chart: the finding as its title, a summary made from the data, and a table of the same values, which is
 * the way in for screen readers and for copying.
 */
export function ChartFigure({ figure, children, order = 3 }: Props) {
  const [isTable, setTable] = useState(false)
  const titleId = useId()
  const copy = () => {
    const { head, rows } = figureTable(figure)
    void navigator.clipboard.writeText([head, ...rows].map((row) => row.join('\t')).join('\n'))
  }
  return (
    <figure className={styles['figure']} aria-labelledby={titleId}>
      <Group justify="space-between" wrap="nowrap" align="flex-start" gap="sm">
        <Title order={order} size="h4" id={titleId}>
          {figure.title}
        </Title>
        <Group gap={4} wrap="nowrap">
          <Tooltip label={isTable ? 'Show as chart' : 'Show as table'}>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={isTable ? 'Show as chart' : 'Show as table'}
              onClick={() => setTable(!isTable)}
            >
              {isTable ? <IconChartLine size={18} /> : <IconTable size={18} />}
            </ActionIcon>
          </Tooltip>
          <Tooltip label="Copy the values">
            <ActionIcon variant="subtle" color="gray" aria-label="Copy the values" onClick={copy}>
              <IconCopy size={18} />
            </ActionIcon>
          </Tooltip>
        </Group>
      </Group>
      <Text size="sm" c="dimmed" component="figcaption" mb="xs">
        {figure.summary}
      </Text>
      {isTable ? <FigureTable figure={figure} /> : children}
    </figure>
  )
}

function FigureTable({ figure }: { readonly figure: Figure }) {
  const { head, rows } = figureTable(figure)
  return (
    <ScrollArea.Autosize mah={340} type="auto" viewportProps={{ tabIndex: 0, 'aria-label': `${figure.title}: table` }}>
      <Table stickyHeader striped fz="sm" className={styles['table'] ?? ''}>
        <Table.Thead>
          <Table.Tr>
            {head.map((label, i) => (
              <Table.Th key={label} scope="col" ta={i === 0 ? 'left' : 'right'}>
                {label}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={row[0]}>
              {row.map((cell, i) =>
                i === 0 ? (
                  <Table.Th key={head[i]} scope="row" fw={400}>
                    {cell}
                  </Table.Th>
                ) : (
                  <Table.Td key={head[i]} ta="right">
                    {cell}
                  </Table.Td>
                ),
              )}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollArea.Autosize>
  )
}
