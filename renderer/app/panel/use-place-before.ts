import { useEffect, useRef, type RefObject } from 'react'

const gridCell = '#main [role=grid] [tabindex="0"]'

/** Remembers where in the window the focus was before it came into `panel`; the answer brings it back there. */
export function usePlaceBefore(panel: RefObject<HTMLElement | null>): () => void {
  const before = useRef<HTMLElement | null>(null)
  useEffect(() => {
    const note = (): void => {
      const at = document.activeElement
      if (at instanceof HTMLElement && panel.current?.contains(at) === false) before.current = at
    }
    note()
    document.addEventListener('focusin', note)
    return () => document.removeEventListener('focusin', note)
  }, [panel])
  return () => {
    const isThere = before.current?.isConnected === true && before.current !== document.body
    const place = isThere ? before.current : document.querySelector<HTMLElement>(`${gridCell}, [data-page-title]`)
    place?.focus()
  }
}
