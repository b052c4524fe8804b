import { useEffect, useRef, type RefObject } from 'react'

/**
 * Calls `onEscape` for an Esc inside `panel` that nothing in it has used: not a field that puts back what it held, nor a
 * list that closes.
 */
export function useEscape(panel: RefObject<HTMLElement | null>, onEscape: () => void): void {
  const act = useRef(onEscape)
  useEffect(() => {
    act.current = onEscape
  })
  useEffect(() => {
    let isListOpen = false
    const before = ({ target }: KeyboardEvent): void => {
      isListOpen = target instanceof Element && target.getAttribute('aria-expanded') === 'true'
    }
    const after = (event: KeyboardEvent): void => {
      const isInside = event.target instanceof Node && panel.current?.contains(event.target) === true
      if (event.key !== 'Escape' || event.defaultPrevented || !isInside || isListOpen) return
      event.preventDefault()
      act.current()
    }
    window.addEventListener('keydown', before, true)
    window.addEventListener('keydown', after)
    return () => {
      window.removeEventListener('keydown', before, true)
      window.removeEventListener('keydown', after)
    }
  }, [panel])
}
