import { updateChange } from '@shared/plan/edit'
import { planToText } from '@shared/plan/plan-text'
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { beforeEach, expect, test } from 'vitest'
import { VersionsTab } from '../../../renderer/screens/settings/history/VersionsTab'
import { commit, undo } from '../../../renderer/stores/commits'
import { useInterface } from '../../../renderer/stores/interface'
import { saveVersion } from '../../../renderer/stores/records'
import { showTarget, useWorkbook } from '../../../renderer/stores/workbook'
import { planOf } from '../../unit/money/plan-of'
import { fail, fakeBridge, type FakeBridge } from '../fake-bridge'
import { keepRecords } from './fake-records'
import { callsOf, openWindow } from './history-window'

const plan = planOf({
  unit: [{ id: 'u1', name: 'Adams', enrolment: 400 }],
  costLine: [{ id: 'c1', name: 'Books', firstMonth: '2026-09', frequency: 'once', amountCents: 100_000 }],
})
const scenarioId = '44444444-4444-4444-8444-444444444444'

let bridge: FakeBridge
beforeEach(() => {
  const undoNothing = { undoLabel: null, redoLabel: null }
  const at = '2026-11-20T08:00:00.000Z'
  const more = { name: 'More books', question: null, createdAt: at, archivedAt: null, changes: [], undo: undoNothing }
  bridge = fakeBridge({ plan, scenarios: [{ id: scenarioId, ...more }] })
  keepRecords(bridge)
})

const cost = (cents: number) =>
  commit(`Books: ${cents}`, 'edit', (now) => {
    const row = now.costLine.get('c1')
    const change = row && updateChange(row, 'costLine', { amountCents: cents })
    return change ? [change] : []
  })
const button = (name: string) => screen.findByRole('button', { name })
const dialog = (name: string) => screen.findByRole('dialog', { name })
const inFile = (): string => planToText(bridge.plan())

test('a workbook without a version says what one is for, and offers to keep one', async () => {
  const user = openWindow(bridge, <VersionsTab />)
  await screen.findByText('No version has been kept yet')
  await user.click(await button('Save a version…'))
  expect(useInterface.getState().dialog).toEqual({ kind: 'save-version' })
})

test('versions stand there with name, when and by whom, the latest first, also those that are kept meanwhile', async () => {
  openWindow(bridge, <VersionsTab />)
  await screen.findByText('No version has been kept yet')
  await saveVersion('Before the budget cut')
  await saveVersion('As the board saw it')
  const table = await screen.findByRole('table', { name: 'Saved versions' })
  const [latest, first] = within(table).getAllByRole('row').slice(1)
  expect(latest).toHaveTextContent(/^As the board saw it.*2026.*planner/)
  expect(first).toHaveTextContent(/^Before the budget cut/)
})

test('compared with now, a version says what has changed since, row by row and in money, and keeps up', async () => {
  const user = openWindow(bridge, <VersionsTab />)
  await saveVersion('Before')
  await cost(150_000)
  await user.click(await button('Compare “Before” with now'))
  const since = await screen.findByRole('region', { name: 'What has changed since “Before”' })
  within(since).getByText('Cost over the whole plan: $1,000 then, $1,500 now (+$500).')
  expect(within(since).getByRole('row', { name: /^Cost lines/ })).toHaveTextContent(/010$/)
  expect(within(since).getByRole('listitem')).toHaveTextContent(/Books.*\$1,000.*\$1,500/)
  await cost(90_000)
  await within(since).findByText('Cost over the whole plan: $1,000 then, $900 now (−$100).')
  await user.click(await button('Compare “Before” with now'))
  expect(screen.queryByRole('region')).toBeNull()
})

test('a version that equals now says so, and there is nothing to restore', async () => {
  const user = openWindow(bridge, <VersionsTab />)
  await cost(150_000)
  await saveVersion('Just now')
  await user.click(await button('Compare “Just now” with now'))
  await screen.findByText('Nothing: the current plan is as it was then.')
  await user.click(await button('Restore “Just now”…'))
  const asked = await dialog('Restore “Just now”?')
  await within(asked).findByText(/there is nothing to restore/)
  expect(within(asked).getByRole('button', { name: 'Restore this version' })).toBeDisabled()
  expect(bridge.log()).toHaveLength(1)
})

test('restoring is one step, and Undo gives back the plan as it was, to the byte', async () => {
  const user = openWindow(bridge, <VersionsTab />)
  await saveVersion('Before')
  const then = inFile()
  await cost(150_000)
  await commit('Adams without students', 'edit', (now) => {
    const row = now.unit.get('u1')
    const change = row && updateChange(row, 'unit', { enrolment: null })
    return change ? [change] : []
  })
  const now = inFile()
  await user.click(await button('Restore “Before”…'))
  const asked = await dialog('Restore “Before”?')
  await within(asked).findByText(/2 rows change\. Scenarios stay\. It is one step/)
  await user.click(within(asked).getByRole('button', { name: 'Restore this version' }))
  await waitFor(() => expect(inFile()).toBe(then))
  expect(bridge.log().map(({ changeSet }) => changeSet.label)).toEqual([
    'Books: 150000',
    'Adams without students',
    'Restore the version “Before”',
  ])
  await undo()
  expect(inFile()).toBe(now)
})

test('a question that is answered with no changes nothing', async () => {
  const user = openWindow(bridge, <VersionsTab />)
  await saveVersion('Before')
  await cost(150_000)
  await user.click(await button('Restore “Before”…'))
  await user.click(await button('Leave it as it is'))
  await user.click(await button('Delete “Before”…'))
  await user.click(await button('Keep it'))
  expect(bridge.log()).toHaveLength(1)
  expect(callsOf(bridge, 'snapshot.remove')).toEqual([])
  await button('Restore “Before”…')
})

test('restored from within a scenario, it is the current plan that becomes as it was, and is shown', async () => {
  const user = openWindow(bridge, <VersionsTab />)
  await saveVersion('Before')
  await cost(150_000)
  showTarget({ scenarioId })
  await cost(700_000)
  const [scenario] = bridge.scenarios()
  await user.click(await button('Restore “Before”…'))
  const restore = await within(await dialog('Restore “Before”?')).findByRole('button', { name: 'Restore this version' })
  await waitFor(() => expect(restore).toBeEnabled())
  await user.click(restore)
  await waitFor(() => expect(bridge.plan().costLine.get('c1')?.amountCents).toBe(100_000))
  expect(useWorkbook.getState().target).toBe('plan')
  expect(bridge.scenarios()[0]?.changes).toEqual(scenario?.changes)
})

test('deleting asks first, takes the version and not the plan, and its comparison goes with it', async () => {
  const user = openWindow(bridge, <VersionsTab />)
  await saveVersion('Old')
  await cost(150_000)
  await user.click(await button('Compare “Old” with now'))
  await screen.findByRole('region')
  await user.click(await button('Delete “Old”…'))
  const asked = await dialog('Delete “Old”?')
  within(asked).getByText(/the version cannot be brought back/)
  await user.click(within(asked).getByRole('button', { name: 'Delete this version' }))
  await screen.findByText('No version has been kept yet')
  expect(screen.queryByRole('region')).toBeNull()
  expect(bridge.log()).toHaveLength(1)
})

test('a version that cannot be read says so, and nothing can be restored from it', async () => {
  const user = openWindow(bridge, <VersionsTab />)
  await saveVersion('Lost')
  bridge.answer('snapshot.read', () => fail('snapshot-not-found', 'This version is not there any more.'))
  await user.click(await button('Restore “Lost”…'))
  await waitFor(() =>
    expect(useInterface.getState().messages.map(({ text }) => text)).toContain('This version is not there any more.'),
  )
  expect(await button('Restore this version')).toBeDisabled()
})

test('in a workbook that is open for reading only, versions can be compared and nothing else', async () => {
  openWindow(bridge, null)
  await saveVersion('Before')
  await cost(150_000)
  cleanup()
  const opened = bridge.opened()
  const user = openWindow({ ...bridge, opened: () => ({ ...opened, isReadOnly: true }) }, <VersionsTab />)
  await user.click(await button('Compare “Before” with now'))
  await screen.findByRole('region', { name: 'What has changed since “Before”' })
  expect(screen.getAllByRole('button').map((one) => one.getAttribute('aria-label'))).toEqual([
    'Compare “Before” with now',
  ])
})

test('without versions and open for reading only, nothing invites to keep one', async () => {
  const opened = bridge.opened()
  openWindow({ ...bridge, opened: () => ({ ...opened, isReadOnly: true }) }, <VersionsTab />)
  await screen.findByText('No version has been kept yet')
  expect(screen.queryByRole('button', { name: 'Save a version…' })).toBeNull()
})
