import { Alert, Button, Group, NumberInput, ScrollArea, Select, Stack, Table, Text } from '@mantine/core'
import { cellText, columnLetters, type Sheet } from '@shared/exchange/sheet'
import { IconAlertTriangle, IconFileSpreadsheet } from '@tabler/icons-react'
import {
  chooseHeaderRow,
  chooseSheet,
  chooseSubject,
  readFile,
  sheetOf,
  useImporting,
} from '../../stores/importing/importing'
import { aboutSubject, subjectGroups, subjectNamed } from '../../stores/importing/subjects'
import styles from './import.module.css'

const subjectData = subjectGroups.map(({ group, subjects }) => ({
  group,
  items: subjects.map((value) => ({ value, label: aboutSubject(value).label })),
}))

/** Which file, which of its sheets, where the column names stand, and what its rows are. */
export function FileStep() {
  const { file, problem, isReading, subject, headerRow, sheetAt } = useImporting()
  const sheet = useImporting(sheetOf)
  return (
    <Stack gap="md" mt="xs">
      <Group gap="sm">
        <Button
          variant={file ? 'default' : 'filled'}
          leftSection={<IconFileSpreadsheet size={18} />}
          loading={isReading}
          onClick={() => void readFile()}
        >
          {file ? 'Choose another file…' : 'Choose a file…'}
        </Button>
        <Text>{file ? file.fileName : 'Excel (.xlsx, .xls), OpenDocument (.ods) or text (.csv)'}</Text>
      </Group>
      {problem !== null && (
        <Alert color="red" icon={<IconAlertTriangle size={18} />} title="The file could not be read" role="alert">
          {problem}
        </Alert>
      )}
      {file?.problems.map((text) => (
        <Alert key={text} color="yellow" icon={<IconAlertTriangle size={18} />}>
          {text}
        </Alert>
      ))}
      {file && sheet && (
        <>
          <Group align="flex-start" gap="md">
            <Select
              label="What it is"
              description={aboutSubject(subject).help}
              data={subjectData}
              value={subject}
              allowDeselect={false}
              searchable
              w={430}
              onChange={(value) => {
                const chosen = value === null ? null : subjectNamed(value)
                if (chosen !== null) void chooseSubject(chosen)
              }}
            />
            {file.sheets.length > 1 && subject !== 'tables' && (
              <Select
                label="Sheet"
                data={file.sheets.map(({ name }, i) => ({ value: String(i), label: name }))}
                value={String(sheetAt)}
                allowDeselect={false}
                w={220}
                onChange={(value) => void chooseSheet(Number(value))}
              />
            )}
            {subject !== 'tables' && (
              <NumberInput
                label="Column names stand in row"
                min={1}
                max={Math.max(1, sheet.rows.length)}
                allowDecimal={false}
                value={headerRow + 1}
                w={190}
                onChange={(value) => typeof value === 'number' && value >= 1 && void chooseHeaderRow(value - 1)}
              />
            )}
          </Group>
          <FirstRows sheet={sheet} headerRow={headerRow} />
        </>
      )}
    </Stack>
  )
}

const rowsShown = 8
const columnsShown = 12

/** The top of the sheet as it was read, the row of column names set apart. */
function FirstRows({ sheet, headerRow }: { readonly sheet: Sheet; readonly headerRow: number }) {
  const from = Math.max(0, Math.min(headerRow - 2, sheet.rows.length - rowsShown))
  const rows = sheet.rows.slice(from, from + rowsShown)
  const width = Math.min(columnsShown, Math.max(1, ...rows.map((row) => row.length)))
  const columns = Array.from({ length: width }, (_, i) => i)
  const title = `First rows of ${sheet.name}`
  return (
    <ScrollArea type="auto" offsetScrollbars="x" viewportProps={{ tabIndex: 0, 'aria-label': title }}>
      <Table withTableBorder withColumnBorders fz="xs" verticalSpacing={4} className={styles['rows'] ?? ''}>
        <Table.Caption>
          {sheet.rows.length} rows
          {sheet.rows.some((row) => row.length > columnsShown) ? `, the first ${columnsShown} columns are shown` : ''}
        </Table.Caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>
              <span className={styles['hidden']}>Row</span>
            </Table.Th>
            {columns.map((i) => (
              <Table.Th key={i} scope="col">
                {columnLetters(i)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row, i) => (
            <Table.Tr key={from + i} data-header={from + i === headerRow || undefined}>
              <Table.Th scope="row">{from + i + 1}</Table.Th>
              {columns.map((column) => (
                <Table.Td key={column}>{cellText(row[column])}</Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollArea>
  )
}
