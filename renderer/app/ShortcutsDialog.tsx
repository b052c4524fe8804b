import { Kbd, SimpleGrid, Table, Text } from '@mantine/core'
import { commands } from './commands'

const inTables: readonly (readonly [keys: string, what: string])[] = [
  ['Enter / Tab', 'Confirm and go down, right; with Shift up, left'],
  ['F2', 'Change the cell'],
  ['Esc', 'Leave the cell as it was'],
  ['Alt+Down', 'Open the list or calendar of a cell, the menu of a heading'],
  ['Alt+E', 'Explain a figure that was worked out'],
  ['Space', 'Yes or no; pick in a list'],
  ['Ctrl+;', 'Today'],
  ['=', 'Calculate: =1200*1.03'],
  ['Shift+arrows', 'Select; with Ctrl to the end of a block'],
  ['Ctrl+A', 'Select everything'],
  ['Ctrl+Space', 'Select the columns'],
  ['Shift+Space', 'Select the rows'],
  ['Ctrl+C / X / V', 'Copy, cut, paste, from a spreadsheet too'],
  ['Ctrl+D / Ctrl+R', 'Fill down, right'],
  ['Delete', 'Empty the selected cells'],
  ['Insert', 'Insert a row above'],
  ['Ctrl+-', 'Delete the selected rows'],
  ['Alt+Shift+Up', 'Move the rows up; Down moves them down'],
  ['Ctrl+Enter', 'Details of the row'],
  ['Shift+F10', 'Menu of the row'],
  ['Ctrl+F', 'Find in the table'],
]

const inTimeline: readonly (readonly [keys: string, what: string])[] = [
  ['Up / Down', 'Next line, line before'],
  ['Left / Right', 'Move by a month (with Shift: three)'],
  ['Ctrl+Left / Right', 'Move the end'],
  ['Space', 'Open or close what a line holds'],
  ['Enter', 'Details of the line'],
  ['F2', 'Move or resize by typing months'],
  ['+ / -', 'Closer, further away'],
]

const inWindow: readonly (readonly [keys: string, what: string])[] = [
  ['F6 / Shift+F6', 'Next or previous part of the window'],
  ...commands.flatMap(({ keys, label }) => (keys === null ? [] : [[keys, label] as const])),
]

/** The keys, as one page to read or print. */
export function ShortcutsDialog() {
  return (
    <SimpleGrid cols={{ base: 1, sm: 2, md: 3 }} spacing="xl">
      <Keys heading="Everywhere" rows={inWindow} />
      <Keys heading="In tables" rows={inTables} />
      <Keys heading="In the timeline" rows={inTimeline} />
    </SimpleGrid>
  )
}

function Keys({ heading, rows }: { readonly heading: string; readonly rows: typeof inTables }) {
  return (
    <div>
      <Text fw={600} mb={4}>
        {heading}
      </Text>
      <Table verticalSpacing={3} withRowBorders={false} aria-label={heading}>
        <Table.Tbody>
          {rows.map(([keys, what]) => (
            <Table.Tr key={keys}>
              <Table.Th scope="row" fw={400} w={136} style={{ whiteSpace: 'nowrap' }}>
                <Kbd size="xs">{keys}</Kbd>
              </Table.Th>
              <Table.Td>{what}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  )
}
