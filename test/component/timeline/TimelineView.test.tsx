import { MantineProvider } from '@mantine/core'
import type { SavedView } from '@shared/contract/workbook'
import { monthText } from '@shared/plan/month'
import type { Plan } from '@shared/plan/plan'
import { fireEvent, act, cleanup, render, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { beforeEach, expect, test } from 'vitest'
import { cssVariables, theme } from '../../../renderer/app/theme'
import { TimelineView } from '../../../renderer/screens/timeline/TimelineView'
import { connectBridge } from '../../../renderer/stores/bridge'
import { undo } from '../../../renderer/stores/commits'
import { initialInterface, useInterface } from '../../../renderer/stores/interface'
import { mirrorOfOpen } from '../../../renderer/stores/mirror'
import { initialTimelineView, setTimelineView, useTimelineView } from '../../../renderer/stores/timeline-view'
import { useViews } from '../../../renderer/stores/views'
import { fileOf, putMirror } from '../../../renderer/stores/workbook'
import { planOf } from '../../unit/money/plan-of'
import { fakeBridge, type FakeBridge } from '../fake-bridge'

const plan = planOf({
  wave: [
    { id: 'w1', name: 'Wave 1', startMonth: '2026-08' },
    { id: 'w2', name: 'Wave 2', startMonth: '2027-06' },
    { id: 'w3', name: 'Wave 3' },
  ],
  unit: [
    { id: 'u1', name: 'Adams', waveId: 'w1' },
    { id: 'u2', name: 'Baker', waveId: 'w1' },
  ],
  costLine: [
    { id: 'c1', name: 'Books', firstMonth: '2026-09', lastMonth: '2027-06', frequency: 'monthly', amountCents: 100 },
  ],
  session: [{ id: 's1', title: 'First day', month: '2026-08', waveIds: ['w1'] }],
})

let bridge: FakeBridge

function open(of: Plan = plan, isReadOnly = false) {
  bridge = fakeBridge({ plan: of, isReadOnly })
  bridge.answer('snapshot.list', () => ({ ok: true, value: [] }))
  connectBridge(bridge)
  const opened = bridge.opened()
  putMirror(mirrorOfOpen(opened), { file: fileOf(opened) })
  render(
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} env="test">
      <TimelineView />
    </MantineProvider>,
  )
  return userEvent.setup()
}

const line = (name: RegExp): HTMLElement => screen.getByRole('treeitem', { name })
const edge = (): HTMLElement => screen.getByRole('slider', { name: 'Width of the names' })
const focusedLine = (): string | null =>
  document.activeElement?.querySelector('.mantine-VisuallyHidden-root')?.textContent ?? null

beforeEach(() => {
  useViews.setState({ views: [], sessionId: null })
  useInterface.setState(initialInterface)
  setTimelineView(initialTimelineView)
})

test('the chart is one tab stop, and arrows go from line to line', async () => {
  const user = open()
  expect(screen.getAllByRole('treeitem').filter(({ tabIndex }) => tabIndex === 0)).toHaveLength(1)
  line(/^Waves,/).focus()
  await user.keyboard('{ArrowDown}')
  expect(focusedLine()).toBe('Wave 1, August 2026 to June 2029, 2 schools')
  expect(screen.getAllByRole('treeitem').filter(({ tabIndex }) => tabIndex === 0)).toEqual([document.activeElement])
  await user.keyboard('{End}')
  expect(focusedLine()).toMatch(/^Books,/)
  await user.keyboard('{Home}')
  expect(focusedLine()).toMatch(/^Waves,/)
})

test('arrows move a line by a month, with Shift by three, each as one step that Undo takes back', async () => {
  const user = open()
  line(/^Wave 1,/).focus()
  await user.keyboard('{ArrowRight}')
  await waitFor(() => expect(bridge.plan().wave.get('w1')?.startMonth).toBe('2026-09'))
  await user.keyboard('{Shift>}{ArrowRight}{/Shift}')
  await waitFor(() => expect(bridge.plan().wave.get('w1')?.startMonth).toBe('2026-12'))
  expect(screen.getByRole('status')).toHaveTextContent('Wave 1, December 2026 to June 2029, 2 schools')
  await undo()
  expect(bridge.plan().wave.get('w1')?.startMonth).toBe('2026-09')
  expect(
    bridge.calls.filter(({ name }) => name === 'workbook.commit').map(({ args }) => (args as { label: string }).label),
  ).toEqual(['Move Wave 1 later by 1 month', 'Move Wave 1 later by 3 months'])
})

test('July is passed over, unless the planner does not keep to school months', async () => {
  const user = open()
  line(/^Wave 2,/).focus()
  await user.keyboard('{ArrowRight}')
  await waitFor(() => expect(bridge.plan().wave.get('w2')?.startMonth).toBe('2027-08'))
  await user.click(screen.getByRole('switch', { name: 'Keep to school months' }))
  line(/^Wave 2,/).focus()
  await user.keyboard('{ArrowLeft}')
  await waitFor(() => expect(bridge.plan().wave.get('w2')?.startMonth).toBe('2027-07'))
})

test('Ctrl and an arrow move the end, and say why where there is none', async () => {
  const user = open()
  line(/^Books,/).focus()
  await user.keyboard('{Control>}{ArrowLeft}{/Control}')
  await waitFor(() => expect(bridge.plan().costLine.get('c1')?.lastMonth).toBe('2027-05'))
  line(/^First day,/).focus()
  await user.keyboard('{Control>}{ArrowLeft}{/Control}')
  expect(useInterface.getState().messages.at(-1)?.text).toMatch(/has no end of its own/)
})

test('Space opens a wave, whose schools say with whom they move', async () => {
  const user = open()
  line(/^Wave 1,/).focus()
  expect(line(/^Wave 1,/)).toHaveAttribute('aria-expanded', 'false')
  await user.keyboard(' ')
  expect(line(/^Wave 1,/)).toHaveAttribute('aria-expanded', 'true')
  await user.keyboard('{ArrowDown}{ArrowRight}')
  expect(focusedLine()).toMatch(/^Adams,/)
  expect(useInterface.getState().messages.at(-1)?.text).toMatch(/A school starts with its wave/)
  expect(bridge.plan().wave.get('w1')?.startMonth).toBe('2026-08')
})

test('F2 opens the form, which gives a month to a wave that has none', async () => {
  const user = open()
  expect(line(/^Wave 3,/)).toHaveAccessibleName('Wave 3, no month yet, 0 schools')
  line(/^Wave 3,/).focus()
  await user.keyboard('{F2}')
  const form = screen.getByRole('dialog', { name: 'Move or resize: Wave 3' })
  await user.type(within(form).getByLabelText('Starts'), '2028-08')
  await user.click(within(form).getByRole('button', { name: 'Save' }))
  await waitFor(() => expect(bridge.plan().wave.get('w3')?.startMonth).toBe('2028-08'))
})

test('Enter shows the details of the line, and a button leads to its table', async () => {
  const user = open()
  line(/^Wave 1,/).focus()
  await user.keyboard('{Enter}')
  expect(useInterface.getState()).toMatchObject({ row: { table: 'wave', id: 'w1' }, isPanelOpen: true })
  await user.click(screen.getByRole('button', { name: 'Open in its table' }))
  expect(useInterface.getState()).toMatchObject({ screen: 'schools', wanted: { table: 'wave', id: 'w1' } })
})

test('a right click on a line opens what can be done with it, for that line', async () => {
  const user = open()
  await user.pointer({ target: line(/^Wave 1,/), keys: '[MouseRight]' })
  fireEvent.contextMenu(line(/^Wave 1,/), { clientX: 300, clientY: 200 })
  const menu = await screen.findByRole('menu', { name: 'What to do with Wave 1' })
  await user.click(within(menu).getByRole('menuitem', { name: 'A month later' }))
  await waitFor(() => expect(line(/^Wave 1, September 2026/)).toBeVisible())
  expect(screen.queryByRole('menu')).toBeNull()
  fireEvent.contextMenu(line(/^Wave 1,/), { clientX: 300, clientY: 200 })
  await user.click(await screen.findByRole('menuitem', { name: 'Move or resize…' }))
  expect(await screen.findByRole('dialog')).toBeVisible()
  expect(screen.queryByRole('menu')).toBeNull()
})

test('a workbook that is open for reading only stays as it is, and says so', async () => {
  const user = open(plan, true)
  line(/^Wave 1,/).focus()
  await user.keyboard('{ArrowRight}{F2}')
  expect(useInterface.getState().messages.at(-1)?.text).toMatch(/reading only/)
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(screen.getByRole('button', { name: 'A month later' })).toBeDisabled()
  expect(bridge.calls.filter(({ name }) => name === 'workbook.commit')).toEqual([])
})

test('the table holds the same lines and months', async () => {
  const user = open()
  await user.click(screen.getByRole('button', { name: 'Show as table' }))
  const rows = screen.getAllByRole('row').map((row) => [...row.children].map((cell) => cell.textContent))
  expect(rows).toContainEqual(['Other costs', 'Books', 'Sep 2026', 'Jun 2027', '$1 every month'])
})

test('only the lines in sight are drawn, and the chosen one', async () => {
  const many = planOf({
    milestone: Array.from({ length: 200 }, (_, n) => ({ name: `Milestone ${n}`, month: monthText(24_324 + (n % 30)) })),
  })
  const user = open(many)
  expect(screen.getAllByRole('treeitem').length).toBeLessThan(60)
  line(/^Milestones,/).focus()
  await user.keyboard('{End}')
  expect(focusedLine()).toMatch(/^Milestone 199,/)
  expect(line(/^Milestone 199,/)).toHaveAttribute('aria-setsize', '201')
})

test('plus and minus look closer and from further away, from the whole plan to months', async () => {
  const user = open()
  line(/^Waves,/).focus()
  const seen = (): string | null => screen.getByRole('radio', { checked: true }).closest('div')?.textContent ?? null
  expect(seen()).toBe('Whole plan')
  await user.keyboard('-+')
  expect(seen()).toBe('Years')
  expect(screen.getByText('Term')).toBeInTheDocument()
  await user.keyboard('=')
  expect(seen()).toBe('Quarters')
  expect(screen.getByText('Quarter')).toBeInTheDocument()
  expect(screen.getAllByText('Q1 2027')).toHaveLength(1)
  await user.keyboard('++')
  expect(seen()).toBe('Months')
  await user.keyboard('-')
  expect(seen()).toBe('Quarters')
  expect(line(/^Waves,/)).toHaveFocus()
  expect(bridge.calls.filter(({ name }) => name === 'workbook.commit')).toEqual([])
})

test('the names get narrower and wider by keys, and as the window has room again by a double click', async () => {
  const user = open()
  const usual = edge().getAttribute('aria-valuenow')
  edge().focus()
  await user.keyboard('{ArrowLeft}{ArrowLeft}')
  expect(edge()).toHaveAttribute('aria-valuenow', String(Number(usual) - 32))
  await user.keyboard('{Home}')
  expect(edge()).toHaveAttribute('aria-valuenow', '120')
  await user.keyboard('{ArrowLeft}')
  expect(edge()).toHaveAttribute('aria-valuenow', '120')
  await user.dblClick(edge())
  expect(edge()).toHaveAttribute('aria-valuenow', usual)
})

test('drawing the edge is kept where it ends, also when the system breaks it off, and only where it moved', () => {
  open()
  const kept = () => bridge.calls.filter(({ name }) => name === 'view.save').length
  const usual = Number(edge().getAttribute('aria-valuenow'))
  edge().setPointerCapture = () => undefined
  fireEvent.pointerDown(edge(), { pointerId: 1, clientX: 200 })
  fireEvent.pointerUp(edge(), { pointerId: 1, clientX: 200 })
  fireEvent.lostPointerCapture(edge(), { pointerId: 1 })
  expect(kept()).toBe(0)
  fireEvent.pointerDown(edge(), { pointerId: 1, clientX: 200 })
  fireEvent.pointerMove(edge(), { pointerId: 1, clientX: 180 })
  fireEvent.pointerCancel(edge(), { pointerId: 1 })
  fireEvent.lostPointerCapture(edge(), { pointerId: 1 })
  expect(edge()).toHaveAttribute('aria-valuenow', String(usual - 20))
  expect(kept()).toBe(1)
  fireEvent.pointerMove(edge(), { pointerId: 1, clientX: 100 })
  expect(edge()).toHaveAttribute('aria-valuenow', String(usual - 20))
})

test('how it was left is kept with the workbook, and taken up when that is opened again', async () => {
  const user = open()
  line(/^Waves,/).focus()
  await user.keyboard('++')
  edge().focus()
  await user.keyboard('{Home}')
  const [view] = bridge.calls
    .flatMap(({ name, args }) => (name === 'view.save' ? [(args as { view: SavedView }).view] : []))
    .slice(-1)
  if (!view) throw new Error('no view was kept')
  cleanup()
  setTimelineView(initialTimelineView)
  useViews.setState({ views: [view], sessionId: bridge.sessionId })
  open()
  await waitFor(() => expect(edge()).toHaveAttribute('aria-valuenow', '120'))
  expect(screen.getByText('Quarter')).toBeInTheDocument()
})

test('a kept view that cannot be read, and one of another workbook, are passed over', async () => {
  const kept = { sheet: 'timeline', name: 'as it was left' }
  const views = (json: string, sessionId: string) => useViews.setState({ views: [{ ...kept, json }], sessionId })
  const months = JSON.stringify({ zoom: 'month', outlineWidth: null, isTable: false, keepsToSchool: true })
  views('{"zoom":"decade"}', '11111111-1111-4111-8111-111111111111')
  open()
  act(() => views(months, '99999999-9999-4999-8999-999999999999'))
  expect(useTimelineView.getState().zoom).toBe('plan')
  act(() => views(months, bridge.sessionId))
  expect(useTimelineView.getState().zoom).toBe('month')
})

test('open for reading only, the view changes and nothing is written', async () => {
  const user = open(plan, true)
  line(/^Waves,/).focus()
  await user.keyboard('+')
  expect(screen.getByText('Term')).toBeInTheDocument()
  expect(bridge.calls.filter(({ name }) => name === 'view.save')).toEqual([])
})

test('an empty plan says what will stand here and where to begin', async () => {
  const user = open(planOf({}))
  await user.click(screen.getByRole('button', { name: 'Plan the waves' }))
  expect(useInterface.getState()).toMatchObject({ screen: 'schools', tabs: { schools: 'waves' } })
})
