import { MantineProvider } from '@mantine/core'
import { createSpotlight, Spotlight } from '@mantine/spotlight'
import { act, fireEvent, render, waitFor } from '@testing-library/react'
import { useState } from 'react'
import { describe, expect, it, vi } from 'vitest'
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

  it('marks the first that it finds, and Enter that comes as early chooses it', async () => {
    const chosen = vi.fn<(id: string) => void>()
    const actions = ['Open a backup', 'Restore a backup', 'Print'].map((label) => ({
      id: label,
      label,
      onClick: () => chosen(label),
    }))
    function Commands() {
      const [query, setQuery] = useState('')
      useEarlyKeys(store, setQuery)
      return <Spotlight store={store} actions={actions} query={query} onQueryChange={setQuery} shortcut={null} />
    }
    render(<Commands />, { wrapper: MantineProvider })
    act(() => box.open())
    typed('restore')
    await waitFor(() => expect(document.querySelector('[data-selected]')?.textContent).toBe('Restore a backup'))
    fireEvent.keyDown(document.body, { key: 'Enter' })
    await waitFor(() => expect(chosen.mock.calls).toEqual([['Restore a backup']]))
    expect(store.getState().opened).toBe(false)
  })
})
