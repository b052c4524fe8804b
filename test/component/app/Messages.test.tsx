import { MantineProvider } from '@mantine/core'
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { beforeEach, expect, test } from 'vitest'
import { Messages } from '../../../renderer/app/Messages'
import { commit, commitAndSay, undo } from '../../../renderer/stores/commits'
import { say } from '../../../renderer/stores/interface'
import type { FakeBridge } from '../fake-bridge'
import { add, anotherOf, fakeWindow, schools, show } from '../../unit/renderer/stores/fake-window'

let bridge: FakeBridge
beforeEach(() => {
  bridge = fakeWindow()
  render(
    <MantineProvider env="test">
      <Messages />
    </MantineProvider>,
  )
})

/** Adds a school as screens do that offer to take it back. */
async function addAndSay(name: string): Promise<void> {
  await act(async () => void (await commitAndSay(`Add ${name}`, 'test', add(name), { hasUndo: true })))
  await screen.findByText(`Add ${name}`)
}
const offers = (): number => screen.queryAllByRole('button', { name: 'Undo' }).length

test('the Undo of a message takes back what it tells of', async () => {
  await addAndSay('First')
  fireEvent.click(screen.getByRole('button', { name: 'Undo' }))
  await waitFor(() => expect(schools()).toEqual([]))
})

test.each([
  ['a later edit', () => commit('Add Second', 'test', add('Second'))],
  ['an undo by the keyboard', () => undo()],
  ['another workbook', async () => show(anotherOf(bridge))],
])('after %s no message offers to undo anything else', async (_what, next) => {
  await addAndSay('First')
  expect(offers()).toBe(1)
  await act(async () => void (await next()))
  await waitFor(() => expect(offers()).toBe(0))
})

test('a message that tells only what was done stays when the planner goes on', async () => {
  act(() => say('A copy was saved.', { tone: 'done' }))
  await screen.findByText('A copy was saved.')
  await act(async () => void (await commit('Add Second', 'test', add('Second'))))
  await addAndSay('Third')
  expect(screen.getByText('A copy was saved.')).toBeVisible()
})
