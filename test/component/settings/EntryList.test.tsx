import { MantineProvider } from '@mantine/core'
import { settingsOf } from '@shared/plan/settings'
import { fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { beforeEach, expect, test } from 'vitest'
import { cssVariables, theme } from '../../../renderer/app/theme'
import { Settings } from '../../../renderer/screens/settings/Settings'
import { connectBridge } from '../../../renderer/stores/bridge'
import { goToRow, startAt, useInterface } from '../../../renderer/stores/interface'
import { mirrorOfOpen } from '../../../renderer/stores/mirror'
import { fileOf, putMirror } from '../../../renderer/stores/workbook'
import { fakeBridge, type FakeBridge } from '../fake-bridge'

let bridge: FakeBridge
const user = userEvent.setup()
const settings = () => settingsOf(bridge.plan())
const field = (name: string) => screen.getByRole('textbox', { name })

beforeEach(() => {
  bridge = fakeBridge()
  connectBridge(bridge)
  const opened = bridge.opened()
  startAt('settings')
  putMirror(mirrorOfOpen(opened), { file: fileOf(opened), target: 'plan' })
  render(
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} env="test">
      <Settings />
    </MantineProvider>,
  )
})

const open = (tab: string) => user.click(screen.getByRole('tab', { name: tab }))
const type = async (name: string, text: string) => {
  await user.clear(field(name))
  await user.type(field(name), text)
}

test('a typed value is kept, marked as changed, and goes back to its default', async () => {
  await open('Settings')
  await type('At-scale line', '60{Enter}')
  await waitFor(() => expect(settings().atScaleShare).toBe(6000))
  const line = field('At-scale line').closest('li')!
  await within(line).findByText('Changed')
  within(line).getByText('Default: 50%')
  await user.click(within(line).getByRole('button', { name: 'Reset At-scale line to default' }))
  await waitFor(() => expect(bridge.plan().setting.size).toBe(0))
  await waitFor(() => expect(field('At-scale line')).toHaveValue('50'))
})

test('what is out of range stays in its field with what is allowed, and is not kept', async () => {
  await open('Settings')
  await type('At-scale line', '120{Enter}')
  await screen.findByText('At-scale line must be between 0% and 100%.')
  expect(field('At-scale line')).toHaveValue('120')
  expect(field('At-scale line')).toBeInvalid()
  expect(bridge.plan().setting.size).toBe(0)
  await user.type(field('At-scale line'), '{Escape}')
  expect(field('At-scale line')).toHaveValue('50')
})

test('the lowest plausible value may not be above the value itself', async () => {
  await open('Model')
  const low = 'Lowest plausible: Pull of colleagues'
  await type(low, '9{Enter}')
  await screen.findByText('The lowest must not be above the value, 6% of trained people per month.')
  await type(low, '4{Enter}')
  await waitFor(() => expect([...bridge.plan().parameter.values()]).toMatchObject([{ low: 0.04, value: '0.06' }]))
})

test('twelve months that must add up to a whole are kept only when they do', async () => {
  await open('Settings')
  const group = screen.getByRole('group', { name: 'When people leave' })
  const month = (name: string) => within(group).getByRole('textbox', { name })
  fireEvent.change(month('Jun'), { target: { value: '40' } })
  await within(group).findByText('The twelve months add up to 95%; they must add up to 100%.')
  expect(within(group).getByRole('button', { name: 'Keep these months' })).toBeDisabled()
  fireEvent.change(month('Jul'), { target: { value: '30' } })
  await user.click(within(group).getByRole('button', { name: 'Keep these months' }))
  await waitFor(() => expect(settings().leaving.slice(5, 7)).toEqual([0.4, 0.3]))
})

test('the filter leaves what its words are in, and a jump leads to the field of a row', async () => {
  await open('Settings')
  await type('Pay growth', '4{Enter}')
  await waitFor(() => expect(settings().payGrowth).toBe(400))
  await user.type(screen.getByRole('textbox', { name: 'Filter' }), 'benefits')
  expect(screen.queryByRole('textbox', { name: 'Pay growth' })).toBeNull()
  field('Benefits')
  await user.clear(screen.getByRole('textbox', { name: 'Filter' }))
  goToRow({ table: 'setting', id: [...bridge.plan().setting.keys()][0]! })
  await waitFor(() => expect(document.activeElement).toBe(field('Pay growth')))
  expect(useInterface.getState().wanted).toBeNull()
})

test('the plan is a form: a month in words is kept, a horizon out of range is refused', async () => {
  await type('Starts', 'August 2026{Enter}')
  await waitFor(() => expect([...bridge.plan().plan.values()][0]!.startMonth).toBe('2026-08'))
  await type('Looks ahead', '6{Enter}')
  await screen.findByText(/Looks ahead must be .*12.*120/)
  expect([...bridge.plan().plan.values()][0]!.horizonMonths).toBe(60)
})
