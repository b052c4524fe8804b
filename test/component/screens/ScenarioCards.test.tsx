import { MantineProvider } from '@mantine/core'
import { leverChanges } from '@shared/forecast/levers'
import { render, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { cssVariables, theme } from '../../../renderer/app/theme'
import { TopBar } from '../../../renderer/app/TopBar'
import { ScenarioCards } from '../../../renderer/screens/if-we/ScenarioCards'
import { useComparedScenarios } from '../../../renderer/screens/if-we/use-compared'
import { connectBridge } from '../../../renderer/stores/bridge'
import { commit } from '../../../renderer/stores/commits'
import { initialInterface, useInterface } from '../../../renderer/stores/interface'
import { mirrorOfOpen } from '../../../renderer/stores/mirror'
import { fileOf, putMirror, showTarget, useWorkbook } from '../../../renderer/stores/workbook'
import { idSource } from '../../fixtures/ids'
import { samplePlan } from '../../fixtures/sample-plan'
import { fakeBridge } from '../fake-bridge'

const sample = samplePlan()
const wave = [...sample.wave.values()].find(({ name }) => name === 'Wave 3')!
const scenarioOf = (at: number, startMonth: string) => ({
  id: `33333333-3333-4333-8333-33333333333${at}`,
  name: `Wave 3 in ${startMonth}`,
  question: 'What if the last schools wait?',
  createdAt: '2026-11-23T10:42:00.000Z',
  archivedAt: null,
  changes: leverChanges(sample, { waveStart: { waveId: wave.id, startMonth } }, idSource(at)),
  undo: { undoLabel: null, redoLabel: null },
})
const scenarios = ['2029-01', '2029-02', '2029-03', '2029-04', '2029-05'].map((month, at) => scenarioOf(at, month))

function Cards() {
  const { chosen, choose } = useComparedScenarios()
  return <ScenarioCards chosen={chosen} onChoose={choose} />
}

function show() {
  const bridge = fakeBridge({ plan: sample, scenarios })
  connectBridge(bridge)
  useInterface.setState(initialInterface)
  const opened = bridge.opened()
  putMirror(mirrorOfOpen(opened), { file: fileOf(opened), target: 'plan', saved: { kind: 'saved', at: null } })
  render(
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} env="test">
      <TopBar />
      <Cards />
    </MantineProvider>,
  )
}
const card = (name: string) => within(screen.getByRole('region', { name }))
const box = (name: string) => screen.getByRole('checkbox', { name })

test('sets up to four beside the plan', async () => {
  show()
  for (const { name } of scenarios.slice(2, 4)) await userEvent.click(box(name))
  expect(scenarios.map(({ name }) => [box(name).matches(':checked'), box(name).matches(':disabled')])).toEqual([
    ...scenarios.slice(0, 4).map(() => [true, false]),
    [false, true],
  ])
})

test('lists what no longer fits the plan row by row, with the way there, and what of it still differs', async () => {
  show()
  const [{ name }] = scenarios as [(typeof scenarios)[number]]
  expect(card(name).queryByText(/no longer fit/)).toBeNull()
  await commit('Wave 3 earlier', 'edit', [
    {
      kind: 'update',
      table: 'wave',
      id: wave.id,
      fields: { startMonth: { before: wave.startMonth, after: '2028-06' } },
    },
  ])
  expect(await card(name).findByText('1 change no longer fits the plan and is left out:')).toBeVisible()
  expect(card(name).getByText(/Starts of Wave 3 was changed in the plan since/)).toBeVisible()
  await userEvent.click(card(name).getByRole('button', { name: 'Go there' }))
  expect(useInterface.getState().wanted).toEqual({ table: 'wave', id: wave.id })
})

test('puts one away and brings it back, and says so where nothing differs any more', async () => {
  show()
  const [first, second] = scenarios as [(typeof scenarios)[number], (typeof scenarios)[number]]
  await userEvent.click(card(first.name).getByRole('button', { name: 'Put away' }))
  await waitFor(() => expect(screen.queryByRole('region', { name: first.name })).toBeNull())
  await userEvent.click(screen.getByText('1 scenario is put away'))
  await userEvent.click(screen.getByRole('button', { name: 'Bring back' }))
  expect(await screen.findByRole('region', { name: first.name })).toBeVisible()
  await userEvent.click(card(second.name).getByRole('button', { name: 'Adopt into the plan' }))
  expect(await card(second.name).findByText('Nothing differs from the current plan')).toBeVisible()
})

test('names the scenario that is shown in the tinted bar, and no scenario on the current plan', async () => {
  show()
  expect(screen.getByRole('banner')).not.toHaveAttribute('data-scenario')
  await userEvent.click(card(scenarios[0]!.name).getByRole('button', { name: 'Show and edit' }))
  expect(screen.getByRole('banner')).toHaveAttribute('data-scenario', 'true')
  expect(screen.getByRole('button', { name: `Plan shown: ${scenarios[0]!.name}` })).toBeVisible()
  showTarget('plan')
  await waitFor(() => expect(screen.getByRole('banner')).not.toHaveAttribute('data-scenario'))
  expect(useWorkbook.getState().target).toBe('plan')
})
