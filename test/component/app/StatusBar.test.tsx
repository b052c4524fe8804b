import { MantineProvider } from '@mantine/core'
import { act, fireEvent, render, screen } from '@testing-library/react'
import { beforeEach, expect, test } from 'vitest'
import { StatusBar } from '../../../renderer/app/StatusBar'
import { HomeTasks } from '../../../renderer/app/Tasks'
import { noteProgress } from '../../../renderer/stores/interface'
import type { FakeBridge } from '../fake-bridge'
import { fakeWindow, turns } from '../../unit/renderer/stores/fake-window'

let bridge: FakeBridge
beforeEach(() => {
  bridge = fakeWindow()
})
const cancels = () => bridge.calls.filter(({ name }) => name === 'task.cancel').map(({ args }) => args)

test.each([
  ['with a workbook open', StatusBar],
  ['without one', HomeTasks],
])('what runs in the background can be given up, %s', async (_where, Foot) => {
  render(
    <MantineProvider env="test">
      <Foot />
    </MantineProvider>,
  )
  act(() => {
    noteProgress({ id: 'a', label: 'Opening Far away', done: null })
    noteProgress({ id: 'b', label: 'Exporting all tables', done: 0.5 })
  })
  expect(screen.getByRole('progressbar', { name: 'Exporting all tables' })).toHaveAttribute('aria-valuenow', '50')
  fireEvent.click(screen.getByRole('button', { name: 'Cancel: Opening Far away' }))
  await turns()
  expect(cancels()).toEqual([{ taskId: 'a' }])
  act(() => noteProgress({ id: 'a', label: 'Opening Far away', done: 1 }))
  expect(screen.queryByText('Opening Far away')).toBeNull()
})
