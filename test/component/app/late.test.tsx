import { act, fireEvent, render, screen } from '@testing-library/react'
import { Suspense } from 'react'
import { expect, test } from 'vitest'
import { late } from '../../../renderer/app/late'
import { later, turns } from '../../unit/renderer/stores/fake-window'

function Field({ label }: { readonly label: string }) {
  return <input aria-label={label} />
}

const field = (): HTMLInputElement => screen.getByRole('textbox', { name: 'Name' })

/** A late part whose code comes when the test gives it, in a window that says meanwhile that it is waited for. */
function lateField() {
  const code = later<typeof Field>()
  let asked = 0
  const part = late(() => {
    asked += 1
    return code.promise
  })
  const { View } = part
  const window = (
    <Suspense fallback="waiting">
      <View label="Name" />
    </Suspense>
  )
  return { ...part, window, give: () => code.give(Field), asked: () => asked }
}

test('a part whose code has come is shown at once, in the same turn', async () => {
  const { window, load, give } = lateField()
  give()
  await load()
  render(window)
  expect(field()).toBeInTheDocument()
})

test('a part that is wanted before its code has come is shown when it has, and asked for once', async () => {
  const { window, load, give, asked } = lateField()
  render(window)
  expect(screen.getByText('waiting')).toBeInTheDocument()
  const loaded = load()
  await act(async () => {
    give()
    await loaded
    await turns()
  })
  expect(field()).toBeInTheDocument()
  expect(asked()).toBe(1)
})

test('what was typed into a part stays there when the part is drawn anew after its code came', async () => {
  const { window, load, give } = lateField()
  const { rerender } = render(window)
  await act(async () => {
    give()
    await load()
    await turns()
  })
  const before = field()
  fireEvent.change(before, { target: { value: 'Lincoln' } })
  rerender(window)
  expect(field()).toBe(before)
  expect(field().value).toBe('Lincoln')
})

test('code that did not come is asked for again', async () => {
  let isBroken = true
  const { View, load } = late(async () => {
    if (isBroken) throw new Error('the file is not there')
    return Field
  })
  await expect(load()).rejects.toThrow('the file is not there')
  isBroken = false
  await load()
  render(<View label="Name" />)
  expect(field()).toBeInTheDocument()
})
