import { MantineProvider } from '@mantine/core'
import { act, render, screen, waitFor } from '@testing-library/react'
import { beforeEach, expect, test } from 'vitest'
import { Dialogs } from '../../../renderer/app/Dialogs'
import { lateDialogs } from '../../../renderer/app/late-dialogs'
import { initialInterface, openDialog, useInterface } from '../../../renderer/stores/interface'
import { fakeWindow } from '../../unit/renderer/stores/fake-window'

function Window() {
  return <Dialogs dialog={useInterface((s) => s.dialog)} />
}

beforeEach(() => {
  fakeWindow()
  useInterface.setState(initialInterface)
  render(
    <MantineProvider env="test">
      <Window />
    </MantineProvider>,
  )
})
const name = () => screen.findByRole('textbox', { name: 'Name' })

test('a dialog whose code comes only when it is open gives its own field the focus then', async () => {
  act(() => openDialog({ kind: 'save-version' }))
  await waitFor(() => expect(screen.getByRole('button', { name: 'Close' })).toHaveFocus())
  expect(screen.queryByRole('textbox')).toBeNull()
  const field = await name()
  await waitFor(() => expect(field).toHaveFocus())
})

test('a dialog whose code is there is drawn with its field in the same turn', async () => {
  await lateDialogs.saveVersion.load()
  act(() => openDialog({ kind: 'save-version' }))
  expect(screen.getByRole('textbox', { name: 'Name' })).toBeInTheDocument()
  const field = await name()
  await waitFor(() => expect(field).toHaveFocus())
})
