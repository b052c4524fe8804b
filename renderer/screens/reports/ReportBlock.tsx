import { List, Table, Text, Title } from '@mantine/core'
import { cellWords } from '@shared/report/cell-words'
import { isWords, type Block, type ReportTable, type StatusLine } from '@shared/report/report'
import { ChartFigure } from '../../charts/ChartFigure'
import { reportFigure } from '../../charts/report-figure'
import { ReportPicture } from '../../charts/ReportPicture'
import { usePalette } from '../../charts/usePalette'
import { StatusWord } from '../../components/StatusWord'
import styles from './reports.module.css'

/** One block of the report as it is read on screen. */
export function ReportBlock({ block }: { readonly block: Block }) {
  const palette = usePalette()
  if (block.kind === 'paragraph') return <Text maw={760}>{block.text}</Text>
  if (block.kind === 'statusLines') return <StatusLines lines={block.lines} />
  if (block.kind === 'table') return <BlockTable table={block.table} />
  if (block.kind === 'steps') return <Steps title={block.title} steps={block.steps} />
  if (block.kind === 'terms') return <Terms title={block.title} terms={block.terms} />
  return (
    <ChartFigure figure={reportFigure(block.chart)}>
      <ReportPicture chart={block.chart} palette={palette} />
    </ChartFigure>
  )
}

type StepsBlock = Extract<Block, { kind: 'steps' }>

function Steps({ title, steps }: Pick<StepsBlock, 'title' | 'steps'>) {
  return (
    <div>
      <Title order={3} size="h4">
        {title}
      </Title>
      <List type="ordered" maw={760}>
        {steps.map((step) => (
          <List.Item key={step}>{step}</List.Item>
        ))}
      </List>
    </div>
  )
}

type TermsBlock = Extract<Block, { kind: 'terms' }>

function Terms({ title, terms }: Pick<TermsBlock, 'title' | 'terms'>) {
  return (
    <div>
      <Title order={3} size="h4">
        {title}
      </Title>
      <dl className={styles['terms']}>
        {terms.map(({ word, text }) => (
          <div key={word}>
            <dt>{word}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

function StatusLines({ lines }: { readonly lines: readonly StatusLine[] }) {
  return (
    <Table fz="sm" aria-label="Status">
      <Table.Tbody>
        {lines.map(({ key, label, text, status, sentence }) => (
          <Table.Tr key={key}>
            <Table.Th scope="row" w={150}>
              {label}
            </Table.Th>
            <Table.Td fw={600} w={100}>
              {text}
            </Table.Td>
            <Table.Td w={110}>
              <StatusWord status={status} />
            </Table.Td>
            <Table.Td>{sentence}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

function BlockTable({ table }: { readonly table: ReportTable }) {
  const { columns, rows, hasTotal } = table
  const key = (at: number): string => `${table.id} ${at}`
  const side = (at: number): 'left' | 'right' => (at === 0 || isWords(columns[at]) ? 'left' : 'right')
  return (
    <div className={styles['tableBox']}>
      <Title order={3} size="h4" mb={4}>
        {table.title}
      </Title>
      <Table.ScrollContainer
        minWidth={Math.max(420, columns.length * 96)}
        scrollAreaProps={{ viewportProps: { tabIndex: 0, 'aria-label': table.title } }}
      >
        <Table fz="sm" aria-label={table.title}>
          <Table.Thead>
            <Table.Tr>
              {columns.map(({ label }, at) => (
                <Table.Th key={key(at)} scope="col" ta={side(at)}>
                  {label}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row, line) => (
              <Table.Tr key={key(line)} fw={hasTotal && line === rows.length - 1 ? 600 : 400}>
                {columns.map(({ kind }, at) => (
                  <Table.Td key={key(at)} ta={side(at)}>
                    {cellWords(kind, row[at] ?? null)}
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {table.note !== null && (
        <Text size="sm" c="dimmed" mt={4}>
          {table.note}
        </Text>
      )}
    </div>
  )
}
