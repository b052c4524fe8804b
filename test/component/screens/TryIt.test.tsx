import { MantineProvider } from '@mantine/core'
import { coachFteIn, leverChanges } from '@shared/forecast/levers'
import { simulate } from '@shared/model/simulate'
import { render, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { cssVariables, theme } from '../../../renderer/app/theme'
import { TryIt } from '../../../renderer/screens/if-we/TryIt'
import { connectBridge } from '../../../renderer/stores/bridge'
import { followWorkbook } from '../../../renderer/stores/forecast'
import { mirrorOfOpen } from '../../../renderer/stores/mirror'
import { connectModel } from '../../../renderer/stores/model'
import { fileOf, putMirror, showTarget, useWorkbook } from '../../../renderer/stores/workbook'
import { idSource } from '../../fixtures/ids'
import { samplePlan } from '../../fixtures/sample-plan'
import { fakeBridge } from '../fake-bridge'

connectModel((inputs, options) => Promise.resolve(inputs.map((input) => simulate(input, options))))

const sample = samplePlan()
const scenario = {
  id: '33333333-3333-4333-8333-333333333333',
  name: 'Two more',
  question: null,
  createdAt: '2026-11-23T10:42:00.000Z',
  archivedAt: null,
  changes: leverChanges(sample, { coachFteFrom: { month: '2027-07', totalFte: 8 } }, idSource(5)),
  undo: { undoLabel: null, redoLabel: null },
}

function show(target: 'plan' | 'scenario') {
  const bridge = fakeBridge({ plan: sample, scenarios: [scenario] })
  connectBridge(bridge)
  const opened = bridge.opened()
  putMirror(mirrorOfOpen(opened), { file: fileOf(opened), target: 'plan', saved: { kind: 'saved', at: null } })
  if (target === 'scenario') showTarget({ scenarioId: scenario.id })
  followWorkbook()
  render(
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} env="test">
      <TryIt />
    </MantineProvider>,
  )
  return bridge
}

const year = (fiscalYear: number): string | null =>
  screen.getByRole('textbox', { name: new RegExp(`^FY ${fiscalYear}, planned .*, typed$`) }).getAttribute('value')

test('shows in the sliders by year what coaches from a month on come to', async () => {
  show('plan')
  expect([year(2027), year(2028), year(2029)]).toEqual(['6 FTE', '6 FTE', '6 FTE'])
  await userEvent.click(screen.getByRole('button', { name: 'One coach fewer' }))
  await waitFor(() => expect([year(2027), year(2028), year(2029)]).toEqual(['6 FTE', '5 FTE', '5 FTE']))
  await userEvent.click(screen.getByRole('button', { name: 'Back to the plan' }))
  await waitFor(() => expect(year(2028)).toBe('6 FTE'))
})

test('starts from the scenario that is shown, stands it beside the current plan, and changes it alone', async () => {
  const bridge = show('scenario')
  expect(screen.getByText(/The levers start from “Two more”/)).toBeVisible()
  expect(screen.getByText('Planned: 8 FTE in Jul 2027')).toBeVisible()
  const table = await screen.findByRole('table', { name: 'What it does' })
  expect(within(table).getByRole('columnheader', { name: 'Two more' })).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: 'One coach fewer' }))
  expect(await screen.findByRole('heading', { name: 'What differs from “Two more”' })).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: 'Change the scenario' }))
  await waitFor(() => expect(coachFteIn(useWorkbook.getState().plan, '2027-07')).toBe(7))
  expect(coachFteIn(useWorkbook.getState().currentPlan, '2027-07')).toBe(6)
  expect(bridge.plan()).toEqual(sample)
})

test('keeps what is tried under a name with the question that it answers', async () => {
  const bridge = show('plan')
  await userEvent.click(screen.getByRole('button', { name: 'One coach fewer' }))
  await userEvent.click(await screen.findByRole('button', { name: 'Keep as a scenario…' }))
  const dialog = within(await screen.findByRole('dialog'))
  await userEvent.clear(dialog.getByLabelText('Name'))
  await userEvent.type(dialog.getByLabelText('Name'), 'Fewer')
  await userEvent.type(dialog.getByLabelText('The question it answers'), 'Can we do with five?')
  await userEvent.click(dialog.getByRole('button', { name: 'Keep' }))
  await waitFor(() => expect(bridge.scenarios()).toHaveLength(2))
  expect(bridge.scenarios()[1]).toMatchObject({ name: 'Fewer', question: 'Can we do with five?' })
  expect(bridge.plan()).toEqual(sample)
})
