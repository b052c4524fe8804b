import type { SpotlightStore } from '@mantine/spotlight'
import { useEffect, type Dispatch, type SetStateAction } from 'react'

/**
 * What is typed between the key that opens a search and the moment its field has the focus belongs to the search, not to
 * the cell that the planner came from.
 */
export function useEarlyKeys(store: SpotlightStore, setQuery: Dispatch<SetStateAction<string>>): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const isLetter = event.key.length === 1 && !event.ctrlKey && !event.altKey && !event.metaKey
      if (!isLetter || !store.getState().opened) return
      if (event.target instanceof Element && event.target.closest('[role=dialog]')) return
      event.preventDefault()
      event.stopPropagation()
      setQuery((typed) => typed + event.key)
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
