import { useEffect, useState, type RefObject } from 'react'

const dragType = 'application/x-rollout-school'

const attribute = (event: Event, name: 'school' | 'wave'): string | null =>
  event.target instanceof Element
    ? (event.target.closest(`[data-${name}]`)?.getAttribute(`data-${name}`) ?? null)
    : null

/**
 * Drags cards (`data-school`) onto columns (`data-wave`) of a board. The pointer's twin of the menu on each card, so it
 * needs no keys of its own. Answers the column that a card hangs over.
 */
export function useBoardDrag(
  board: RefObject<HTMLElement | null>,
  isLocked: boolean,
  move: (schoolId: string, wave: string) => void,
): string | null {
  const [over, setOver] = useState<string | null>(null)
  useEffect(() => {
    const element = board.current
    if (!element || isLocked) return undefined
    const start = (event: DragEvent): void => {
      const school = attribute(event, 'school')
      if (school !== null) event.dataTransfer?.setData(dragType, school)
    }
    const hover = (event: DragEvent): void => {
      if (!event.dataTransfer?.types.includes(dragType)) return
      const wave = attribute(event, 'wave')
      if (wave !== null) event.preventDefault()
      setOver(wave)
    }
    const drop = (event: DragEvent): void => {
      const wave = attribute(event, 'wave')
      const school = event.dataTransfer?.getData(dragType) ?? ''
      setOver(null)
      if (wave !== null && school !== '') move(school, wave)
    }
    const end = (): void => setOver(null)
    element.addEventListener('dragstart', start)
    element.addEventListener('dragover', hover)
    element.addEventListener('drop', drop)
    element.addEventListener('dragend', end)
    return () => {
      element.removeEventListener('dragstart', start)
      element.removeEventListener('dragover', hover)
      element.removeEventListener('drop', drop)
      element.removeEventListener('dragend', end)
    }
  }, [board, isLocked, move])
  return over
}
