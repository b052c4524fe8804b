import { updateChange } from '@shared/plan/edit'
import { planToText } from '@shared/plan/plan-text'
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { beforeEach, expect, test } from 'vitest'
import { HistoryTab } from '../../../renderer/screens/settings/history/HistoryTab'
import { commit, redo, undo } from '../../../renderer/stores/commits'
import { showTarget, undoState, useWorkbook } from '../../../renderer/stores/workbook'
import { planOf } from '../../unit/money/plan-of'
import { fail, fakeBridge, type FakeBridge } from '../fake-bridge'
import { keepRecords } from './fake-records'
import { callsOf, openWindow } from './history-window'

const plan = planOf({ unit: [{ id: 'u1', name: 'Adams', enrolment: 400 }] })
const scenario = {
  id: '44444444-4444-4444-8444-444444444444',
  name: 'Fewer coaches',
  question: null,
  createdAt: '2026-11-20T08:00:00.000Z',
  archivedAt: null,
  changes: [],
  undo: { undoLabel: null, redoLabel: null },
}

let bridge: FakeBridge
beforeEach(() => {
  bridge = fakeBridge({ plan, scenarios: [scenario] })
  keepRecords(bridge)
})

const enrol = (students: number) =>
  commit(`Students of Adams: ${students}`, 'edit', (now) => {
    const row = now.unit.get('u1')
    const change = row && updateChange(row, 'unit', { enrolment: students })
    return change ? [change] : []
  })
const students = (): unknown => bridge.plan().unit.get('u1')?.enrolment
const table = () => screen.findByRole('table', { name: 'History of changes' })
/** The lines of the list as they are read, without its head. */
const lines = async (): Promise<string[]> =>
  within(await table())
    .getAllByRole('row')
    .slice(1)
    .map((row) => row.textContent ?? '')
const step = (label: string) => screen.findByRole('button', { name: label })

test('a workbook in which nothing was changed says so, and what will stand there', async () => {
  openWindow(bridge, <HistoryTab />)
  await screen.findByText('Nothing has been changed yet')
  expect(screen.getByText(/Every change is listed here/)).toBeVisible()
  expect(screen.queryByRole('table')).toBeNull()
})

test('every commit stands there with its label, where, by whom, when and how much, the latest first', async () => {
  openWindow(bridge, <HistoryTab />)
  await enrol(410)
  await enrol(420)
  await waitFor(async () => expect(await lines()).toHaveLength(2))
  const [latest, first] = await lines()
  const when = new Date('2026-11-23T10:42:00.000Z').toLocaleString(undefined, {
    dateStyle: 'medium',
    timeStyle: 'short',
  })
  expect(latest).toBe(`Students of Adams: 420Current planplanner${when}1`)
  expect(first).toContain('Students of Adams: 410')
})

test('a step that is opened says what it changed, from what to what', async () => {
  const user = openWindow(bridge, <HistoryTab />)
  await enrol(410)
  await user.click(await step('Students of Adams: 410'))
  const said = await screen.findByRole('listitem')
  expect(said).toHaveTextContent(/Adams.*400.*410/)
  expect(await step('Students of Adams: 410')).toHaveAttribute('aria-expanded', 'true')
})

test('a step that the history does not hold any more says so in place of its changes', async () => {
  const user = openWindow(bridge, <HistoryTab />)
  await enrol(410)
  bridge.answer('workbook.changesInWords', () => fail('history-too-old', 'This change is not in the history any more.'))
  await user.click(await step('Students of Adams: 410'))
  expect(await screen.findByRole('alert')).toHaveTextContent('This change is not in the history any more.')
})

test('going back to a step is one step of its own, which Undo takes back', async () => {
  const user = openWindow(bridge, <HistoryTab />)
  await enrol(410)
  await enrol(420)
  await enrol(430)
  const before = planToText(bridge.plan())
  await user.click(await step('Students of Adams: 410'))
  await user.click(await step('Undo back to here'))
  await step('Back to “Students of Adams: 410”')
  expect(students()).toBe(410)
  expect(bridge.log()).toHaveLength(4)
  await undo()
  expect(planToText(bridge.plan())).toBe(before)
})

test('there is no way back to the step that was the last', async () => {
  const user = openWindow(bridge, <HistoryTab />)
  await enrol(410)
  await enrol(420)
  await user.click(await step('Students of Adams: 420'))
  await screen.findByRole('listitem')
  expect(screen.queryByRole('button', { name: 'Undo back to here' })).toBeNull()
})

test('undo and redo are steps too, and go on in a window that was started anew', async () => {
  openWindow(bridge, <HistoryTab />)
  await enrol(410)
  await enrol(420)
  cleanup()
  openWindow(bridge, <HistoryTab />)
  expect(undoState(useWorkbook.getState()).undoLabel).toBe('Students of Adams: 420')
  await undo()
  expect(students()).toBe(410)
  cleanup()
  openWindow(bridge, <HistoryTab />)
  expect(undoState(useWorkbook.getState()).redoLabel).toBe('Students of Adams: 420')
  await redo()
  expect(students()).toBe(420)
  await waitFor(async () => expect(await lines()).toHaveLength(4))
  const labels = (await lines()).map((line) => line.split('Current plan')[0])
  expect(labels).toEqual([
    'Redo: Students of Adams: 420',
    'Undo: Students of Adams: 420',
    'Students of Adams: 420',
    'Students of Adams: 410',
  ])
})

test('the steps of one scenario can be shown alone; where there are none, that is said', async () => {
  const user = openWindow(bridge, <HistoryTab />)
  await enrol(410)
  await step('Students of Adams: 410')
  await user.click(screen.getByRole('combobox', { name: 'Which changes are shown' }))
  await user.click(await screen.findByRole('option', { name: 'Fewer coaches' }))
  await screen.findByText('Nothing was changed there.')
  showTarget({ scenarioId: scenario.id })
  await enrol(350)
  await waitFor(async () => expect(await lines()).toHaveLength(1))
  expect((await lines())[0]).toContain('Fewer coaches')
  expect(screen.queryByText('Nothing was changed there.')).toBeNull()
})

test('what was done in a scenario that is gone stays in the list, without a way back', async () => {
  openWindow(bridge, <HistoryTab />)
  showTarget({ scenarioId: scenario.id })
  await enrol(350)
  await enrol(340)
  await bridge.call('scenario.remove', { sessionId: bridge.sessionId, scenarioId: scenario.id })
  cleanup()
  const user = openWindow(bridge, <HistoryTab />)
  expect((await lines()).every((line) => line.includes('A scenario that was removed'))).toBe(true)
  await user.click(await step('Students of Adams: 350'))
  await screen.findByRole('listitem')
  expect(screen.queryByRole('button', { name: 'Undo back to here' })).toBeNull()
})

test('a long history is read a hundred steps at a time', async () => {
  openWindow(bridge, null)
  for (let students = 500; students < 630; students += 1) await enrol(students)
  cleanup()
  const user = openWindow(bridge, <HistoryTab />)
  expect(await lines()).toHaveLength(100)
  await user.click(screen.getByRole('button', { name: 'Show earlier changes' }))
  await waitFor(async () => expect(await lines()).toHaveLength(130))
  expect((await lines()).at(-1)).toContain('Students of Adams: 500')
  expect(screen.queryByRole('button', { name: 'Show earlier changes' })).toBeNull()
})

test('in a workbook that is open for reading only, steps are read and nothing is taken back', async () => {
  openWindow(bridge, <HistoryTab />)
  await enrol(410)
  await enrol(420)
  cleanup()
  const opened = bridge.opened()
  const user = openWindow({ ...bridge, opened: () => ({ ...opened, isReadOnly: true }) }, <HistoryTab />)
  await user.click(await step('Students of Adams: 410'))
  await screen.findByRole('listitem')
  expect(screen.queryByRole('button', { name: 'Undo back to here' })).toBeNull()
  expect(callsOf(bridge, 'workbook.commit')).toHaveLength(2)
})
