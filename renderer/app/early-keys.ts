import type { SpotlightStore } from '@mantine/spotlight'
import { useEffect, type Dispatch, type SetStateAction } from 'react'

/** Goes on once the list of what was found by the letters so far is drawn; not where the search was closed meanwhile. */
function onceListed(store: SpotlightStore, goOn: (list: Element) => void): void {
  const look = (): void => {
    const { opened, listId } = store.getState()
    if (!opened) return
    const list = listId === '' ? null : document.querySelector(`[id="${listId}"]`)
    if (list) goOn(list)
    else requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}

const markedIn = (list: Element): Element | null => list.querySelector('[data-selected]')

/** Marks the first of what was found, as the field does by itself where the letters go into it. */
function markFirst(list: Element): void {
  const field = list.closest('[role=dialog]')?.querySelector('input')
  const down = new KeyboardEvent('keydown', { key: 'ArrowDown', code: 'ArrowDown', bubbles: true })
  if (!markedIn(list)) field?.dispatchEvent(down)
}

function chooseMarked(list: Element): void {
  const chosen = markedIn(list) ?? list.querySelector('[data-action]')
  if (chosen instanceof HTMLElement) chosen.click()
}

/**
 * What is typed between the key that opens a search and the moment its field has the focus belongs to the search, not to
 * the cell that the planner came from.
 */
export function useEarlyKeys(store: SpotlightStore, setQuery: Dispatch<SetStateAction<string>>): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const isPlain = !event.ctrlKey && !event.altKey && !event.metaKey
      if (!isPlain || (event.key.length !== 1 && event.key !== 'Enter') || !store.getState().opened) return
      if (event.target instanceof Element && event.target.closest('[role=dialog]')) return
      event.preventDefault()
      event.stopPropagation()
      if (event.key === 'Enter') return onceListed(store, chooseMarked)
      setQuery((typed) => typed + event.key)
      onceListed(store, markFirst)
    }
    // each search begins empty, also one that is opened while the last one still fades away
    let wasOpen = store.getState().opened
    const stop = store.subscribe(({ opened }) => {
      if (opened && !wasOpen) setQuery('')
      wasOpen = opened
    })
    window.addEventListener('keydown', onKey, { capture: true })
    return () => {
      stop()
      window.removeEventListener('keydown', onKey, { capture: true })
    }
  }, [store, setQuery])
}
