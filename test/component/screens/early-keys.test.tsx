import { createSpotlight } from '@mantine/spotlight'
import { act, fireEvent, render } from '@testing-library/react'
import { useState } from 'react'
import { describe, expect, it } from 'vitest'
import { useEarlyKeys } from '../../../renderer/app/early-keys'

const [store, box] = createSpotlight()

function Search() {
  const [query, setQuery] = useState('')
  useEarlyKeys(store, setQuery)
  return <output>{query}</output>
}

const typed = (text: string): void => {
  for (const key of text) fireEvent.keyDown(document.body, { key })
}

describe('what is typed while a search opens', () => {
  it('belongs to it, and to nobody before it opens or with Ctrl', () => {
    const { getByRole } = render(<Search />)
    typed('no')
    act(() => box.open())
    typed('bac')
    fireEvent.keyDown(document.body, { key: 'x', ctrlKey: true })
    expect(getByRole('status').textContent).toBe('bac')
    act(() => box.close())
  })

  it('begins anew where the last search is still fading away', () => {
    const { getByRole } = render(<Search />)
    act(() => box.open())
    typed('first')
    act(() => box.close())
    act(() => box.open())
    typed('second')
    expect(getByRole('status').textContent).toBe('second')
  })
})
