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
    window.addEventListener('keydown', onKey, { capture: true })
    return () => window.removeEventListener('keydown', onKey, { capture: true })
  }, [store, setQuery])
}
