import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { rowsOf, type Plan } from '@shared/plan/plan'
import { expect, test } from 'vitest'
import { cell, id, last, open, sessions } from './open-sheet'

const students = (plan: Plan) => rowsOf(plan, 'unit').map(({ enrolment }) => enrolment)
const names = (plan: Plan) => rowsOf(plan, 'unit').map(({ name }) => name)

/** What a clipboard event of the active cell holds, or is given. */
function clipboard(type: 'copy' | 'cut' | 'paste', text = ''): string {
  let held = text
  const clipboardData = { getData: () => held, setData: (_: string, next: string) => (held = next) }
  fireEvent[type](document.activeElement!, { clipboardData })
  return held
}

test('typing replaces a number, Enter commits it and goes down', async () => {
  const { done, user } = open()
  await user.click(cell(0, 2))
  await user.keyboard('450{Enter}')
  expect(done).toHaveLength(1)
  expect(done[0]!.label).toBe('Students of Adams')
  expect(rowsOf(done[0]!.plan, 'unit')[0]!.enrolment).toBe(450)
  expect(cell(0, 2)).toHaveTextContent('450')
  expect(document.activeElement).toBe(cell(1, 2))
})

test('a range selected with Shift and arrows is copied as a spreadsheet expects it', async () => {
  const { user } = open()
  await user.click(cell(0, 0))
  await user.keyboard('{Shift>}{ArrowDown}{ArrowRight}{ArrowRight}{/Shift}')
  expect(clipboard('copy')).toBe('Adams\tElementary\t100\r\nBaker\tElementary\t200')
  expect(await screen.findByText('Copied 6 cells')).toBeInTheDocument()
})

test('tells how large the selection is, and what it adds up to', async () => {
  const words: (string | null)[] = []
  const { user } = open({ words })
  await user.click(cell(0, 2))
  await user.keyboard('{Shift>}{ArrowDown}{/Shift}')
  expect(words.at(-1)).toBe('Sum 300 · Average 150 · 2 numbers')
  expect(await screen.findByText('Selected 2 rows by 1 column')).toBeInTheDocument()
})

test('pasted cells are one commit; what cannot be read keeps its value and is listed', async () => {
  const { done, user } = open()
  await user.click(cell(0, 2))
  clipboard('paste', '1,250\tPilot\r\nmany\tPilot\r\n"300"\tNowhere\r\n')
  await waitFor(() => expect(done).toHaveLength(1))
  expect(students(last(done))).toEqual([1250, 200, 300])
  expect(rowsOf(last(done), 'unit').map(({ waveId }) => waveId)).toEqual([id(50), id(50), null])
  expect(screen.getByRole('alert')).toHaveTextContent('2 of 6 cells were not pasted.')
  await user.click(screen.getByRole('button', { name: 'Show them' }))
  const list = within(screen.getByRole('table', { name: 'Cells that kept what they held' }))
  expect(list.getByText('many')).toBeInTheDocument()
  expect(list.getByText('There is no "Nowhere" in the list "Waves".')).toBeInTheDocument()
})

test('one value pasted fills the whole selection', async () => {
  const { done, user } = open()
  await user.click(cell(0, 2))
  await user.keyboard('{Shift>}{ArrowDown}{ArrowDown}{/Shift}')
  clipboard('paste', '77')
  await waitFor(() => expect(done).toHaveLength(1))
  expect(students(last(done))).toEqual([77, 77, 77])
})

test('lines pasted past the end become rows', async () => {
  const { done, user } = open()
  await user.click(cell(2, 0))
  clipboard('paste', 'Carver\nDouglas\nEllison')
  await waitFor(() => expect(done).toHaveLength(1))
  expect(names(last(done))).toEqual(['Adams', 'Baker', 'Carver', 'Douglas', 'Ellison'])
})

test('cutting copies and empties in one commit', async () => {
  const { done, user } = open()
  await user.click(cell(0, 2))
  await user.keyboard('{Shift>}{ArrowDown}{/Shift}')
  expect(clipboard('cut')).toBe('100\r\n200')
  await waitFor(() => expect(done).toHaveLength(1))
  expect(students(last(done))).toEqual([null, null, 300])
})

test('Delete empties the selection but for what must not be empty', async () => {
  const { done, user } = open()
  await user.click(cell(0, 0))
  await user.keyboard('{Control>}a{/Control}{Delete}')
  await waitFor(() => expect(done).toHaveLength(1))
  expect(students(last(done))).toEqual([null, null, null])
  expect(names(last(done))).toEqual(['Adams', 'Baker', 'Clark'])
  expect(screen.getByRole('alert')).toHaveTextContent('3 of 12 cells were not cleared.')
})

test('Ctrl+D fills the selection from its first row', async () => {
  const { done, user } = open()
  await user.click(cell(0, 2))
  await user.keyboard('{Shift>}{ArrowDown}{ArrowDown}{/Shift}{Control>}d{/Control}')
  await waitFor(() => expect(done).toHaveLength(1))
  expect(done[0]!.label).toBe('Fill 2 schools or departments')
  expect(students(last(done))).toEqual([100, 100, 100])
})

test('a calculation leaves its result, and how it was made as a note', async () => {
  const { done, user } = open()
  await user.click(cell(0, 2))
  await user.keyboard('=1200*1.5{Enter}')
  expect(students(last(done))[0]).toBe(1800)
  const [note] = rowsOf(last(done), 'note')
  expect(note).toMatchObject({ aboutTable: 'unit', aboutRow: id(0), aboutField: 'enrolment', date: '2026-11-23' })
  expect(note!.text).toBe('Worked out as =1200*1.5')
  await user.click(cell(0, 2))
  await user.keyboard('9{Enter}')
  await waitFor(() => expect(rowsOf(last(done), 'note')).toHaveLength(0))
})

test('a name that is new to a list is added with the cell, in one commit', async () => {
  const { done, user } = open()
  await user.click(cell(1, 3))
  await user.keyboard('Wave 9')
  await user.keyboard('{ArrowDown}{Enter}')
  expect(done).toHaveLength(1)
  const wave = rowsOf(last(done), 'wave').find(({ name }) => name === 'Wave 9')
  expect(rowsOf(last(done), 'unit')[1]!.waveId).toBe(wave!.id)
})

test('a name that is not in a list is refused unless it is added on purpose', async () => {
  const { done, user } = open()
  await user.click(cell(1, 3))
  await user.keyboard('Wave 9{Enter}')
  expect(done).toHaveLength(0)
  expect(screen.getByRole('alert')).toHaveTextContent('There is no "Wave 9" in the list "Waves". It stays empty.')
})

test('Insert puts a line above a row, which becomes a row there', async () => {
  const { done, user } = open()
  await user.click(cell(1, 0))
  await user.keyboard('{Insert}Avery{Enter}')
  expect(names(last(done))).toEqual(['Adams', 'Avery', 'Baker', 'Clark'])
})

test('Alt+Shift+Down moves the selected rows together', async () => {
  const { done, user } = open()
  await user.click(cell(0, 0))
  await user.keyboard('{Shift>}{ArrowDown}{/Shift}')
  await user.keyboard('{Alt>}{Shift>}{ArrowDown}{/Shift}{/Alt}')
  await waitFor(() => expect(done).toHaveLength(1))
  expect(names(last(done))).toEqual(['Clark', 'Adams', 'Baker'])
  await waitFor(() => expect(document.activeElement).toBe(cell(1, 0)))
})

test('Ctrl+- deletes all selected rows in one step', async () => {
  const { done, user } = open()
  await user.click(cell(0, 1))
  await user.keyboard('{Shift>}{ArrowDown}{/Shift}{Control>}-{/Control}')
  await waitFor(() => expect(done).toHaveLength(1))
  expect(names(last(done))).toEqual(['Clark'])
})

test('Shift+F10 opens the menu of the row, and its items work', async () => {
  const { done, user } = open()
  await user.click(cell(1, 0))
  await user.keyboard('{Shift>}{F10}{/Shift}')
  await user.click(await screen.findByRole('menuitem', { name: /^Move up/ }))
  await waitFor(() => expect(done).toHaveLength(1))
  expect(names(last(done))).toEqual(['Baker', 'Adams', 'Clark'])
})

test('selected rows are changed together by the menu', async () => {
  const { done, user } = open()
  await user.click(cell(0, 2))
  await user.keyboard('{Shift>}{ArrowDown}{F10}{/Shift}')
  await user.click(await screen.findByRole('menuitem', { name: /^Change 2 schools/ }))
  const dialog = within(await screen.findByRole('dialog'))
  await user.type(dialog.getByRole('textbox', { name: 'To' }), '640')
  await user.click(dialog.getByRole('button', { name: 'Change' }))
  await waitFor(() => expect(done).toHaveLength(1))
  expect(students(last(done))).toEqual([640, 640, 300])
})

test('Ctrl+Enter asks for the details of the row', async () => {
  let asked = 0
  const { user } = open({ onDetails: () => (asked += 1) })
  await user.click(cell(0, 0))
  await user.keyboard('{Control>}{Enter}{/Control}')
  expect(asked).toBe(1)
})

test('the menu of a heading groups with subtotals, and filters in words', async () => {
  const { user } = open()
  await user.click(cell(0, 1))
  await user.keyboard('{ArrowUp}{Alt>}{ArrowDown}{/Alt}')
  await user.click(await screen.findByRole('menuitem', { name: /^Group by this/ }))
  expect(cell(0, 0)).toHaveTextContent('Elementary')
  expect(cell(0, 2)).toHaveTextContent('600')
  await user.click(screen.getByRole('button', { name: 'Ungroup' }))
  await user.click(cell(0, 0))
  await user.keyboard('{ArrowUp}{Alt>}{ArrowDown}{/Alt}')
  await user.click(await screen.findByRole('menuitem', { name: 'Filter…' }))
  await user.type(await screen.findByRole('textbox', { name: 'Contains' }), 'ba')
  await user.click(screen.getByRole('button', { name: 'Filter' }))
  expect(await screen.findByText(/Showing 1 of 3: Name contains “ba”/)).toBeInTheDocument()
  expect(cell(0, 0)).toHaveTextContent('Baker')
  await user.click(screen.getByRole('button', { name: 'Clear filters' }))
  expect(cell(0, 0)).toHaveTextContent('Adams')
})

test('a right click on a heading opens its menu, and sorts nothing', async () => {
  open()
  fireEvent.contextMenu(screen.getByRole('columnheader', { name: /Students/ }))
  expect(await screen.findByRole('menuitem', { name: 'Hide this column' })).toBeVisible()
  expect(screen.getByRole('columnheader', { name: /Students/ })).not.toHaveAttribute('aria-sort')
})

test('Ctrl+F finds cells one after the other and Esc goes to the one that was found', async () => {
  const { user } = open()
  await user.click(cell(0, 0))
  await user.keyboard('{Control>}f{/Control}')
  await user.keyboard('elem')
  await waitFor(() => expect(screen.getByText('– of 3')).toBeInTheDocument())
  await user.keyboard('{Enter}{Enter}')
  expect(screen.getByText('2 of 3')).toBeInTheDocument()
  await user.keyboard('{Escape}')
  await waitFor(() => expect(document.activeElement).toBe(cell(1, 1)))
})

test('a search that finds nothing gives the focus back to the cell it was opened from', async () => {
  const { user } = open()
  await user.click(cell(1, 2))
  await user.keyboard('{Control>}f{/Control}')
  await user.keyboard('nowhere{Enter}{Escape}')
  await waitFor(() => expect(cell(1, 2)).toHaveFocus())
})

test('a table of one row offers no deletion', () => {
  open({ table: 'plan', columns: ['district', 'startMonth'], canAdd: false })
  expect(screen.queryByRole('button', { name: /delete/i })).not.toBeInTheDocument()
})

test('nothing is written in a workbook that is open for reading only', async () => {
  const { done, user } = open({ isLocked: true })
  await user.click(cell(0, 2))
  await user.keyboard('{Delete}{Control>}d{/Control}')
  clipboard('paste', '5')
  expect(clipboard('cut')).toBe('100')
  await waitFor(() => expect(screen.getByText('Copied 1 cell')).toBeInTheDocument())
  expect(done).toHaveLength(0)
})

test('a view is saved under a name and shown again', async () => {
  const { user } = open()
  await user.click(cell(0, 1))
  await user.keyboard('{ArrowUp}{Alt>}{ArrowDown}{/Alt}')
  await user.click(await screen.findByRole('menuitem', { name: 'Hide this column' }))
  expect(screen.getByText('Hidden: Level')).toBeInTheDocument()
  await user.click(screen.getByRole('button', { name: 'How this table is shown' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Save this view…' }))
  await user.type(await screen.findByRole('textbox', { name: 'Save this view as' }), 'Short list')
  await user.click(screen.getByRole('button', { name: 'Save' }))
  await user.click(screen.getByRole('button', { name: 'Show it' }))
  expect(screen.queryByText('Hidden: Level')).not.toBeInTheDocument()
  await user.click(screen.getByRole('button', { name: 'How this table is shown' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Short list' }))
  expect(screen.getByText('Hidden: Level')).toBeInTheDocument()
})

test('several are picked into a list by keyboard, and Enter takes them', async () => {
  const { done, user } = open({ table: 'session', columns: ['title', 'methods', 'hours'], plan: sessions() })
  await user.click(cell(0, 1))
  await user.keyboard('{F2}{ArrowDown} {ArrowDown} {Enter}')
  await waitFor(() => expect(done).toHaveLength(1))
  expect(rowsOf(last(done), 'session')[0]!.methods).toEqual(['theory', 'demonstration'])
})
