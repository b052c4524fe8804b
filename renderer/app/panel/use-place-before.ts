import { useEffect, useRef } from 'react'

/** The cell of a table that the planner is on, and where there is none the title of the screen. */
const places = ['#main [role=gridcell][tabindex="0"]', '#main [data-page-title]'] as const

/** Remembers where on the screen the focus was last, whatever led from there to the panel; the answer brings it back. */
export function usePlaceBefore(): () => void {
  const before = useRef<HTMLElement | null>(null)
  useEffect(() => {
    const note = (): void => {
      const at = document.activeElement
      if (at instanceof HTMLElement && at.closest('#main') !== null) before.current = at
    }
    note()
    document.addEventListener('focusin', note)
    return () => document.removeEventListener('focusin', note)
  }, [])
  return () => {
    const [first] = places.flatMap((place) => document.querySelector<HTMLElement>(place) ?? [])
    const place = before.current?.isConnected === true ? before.current : first
    place?.focus()
  }
}
