import { useEffect, type RefObject } from 'react'
import { chooseRow, type RowPlace } from '../../stores/interface'

/** Tells the window which row the planner is on while a field inside of `area` has the focus. */
export function useChosenRow(
  area: RefObject<HTMLElement | null>,
  rowAt: (field: HTMLElement) => RowPlace | null,
): void {
  useEffect(() => {
    const element = area.current
    const onFocus = ({ target }: FocusEvent): void => {
      if (target instanceof HTMLElement) chooseRow(rowAt(target))
    }
    element?.addEventListener('focusin', onFocus)
    return () => element?.removeEventListener('focusin', onFocus)
  }, [area, rowAt])
}
