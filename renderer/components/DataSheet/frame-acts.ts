import type { SheetColumn } from './columns'
import type { Place } from './range/range'
import { placeUnder } from './range/use-range'
import type { OpenDialog } from './SheetDialogs'
import { isExplainKey } from './sheet-keys'

type Question = {
  readonly columns: readonly SheetColumn[]
  readonly dialog: OpenDialog | null
  readonly open: (dialog: OpenDialog) => void
  readonly onHeadingMenu: (key: string, at: DOMRect) => void
  /** Explains the figure at a place; false where none is. */
  readonly explainAt: (place: Place | null) => boolean
}

/** The heading that an event is on, and its column. */
function headingUnder(target: EventTarget | null, columns: readonly SheetColumn[]) {
  const heading = target instanceof Element ? target.closest('[role="columnheader"]') : null
  const column = columns[Number(heading?.getAttribute('aria-colindex') ?? 0) - 1]
  return heading && column ? { heading, column } : null
}

/** Alt+Down, the menu key or Shift+F10 on a heading ask for its menu; true where one does. */
function askHeadingMenu({ key, altKey, shiftKey, target }: KeyboardEvent, question: Question): boolean {
  const isMenuKey = key === 'ContextMenu' || (key === 'F10' && shiftKey) || (key === 'ArrowDown' && altKey)
  const under = isMenuKey && headingUnder(target, question.columns)
  if (!under) return false
  question.onHeadingMenu(under.column.key, under.heading.getBoundingClientRect())
  return true
}

/** A right click on a heading asks for its menu too. */
export const onFrameMenu =
  ({ columns, onHeadingMenu }: Pick<Question, 'columns' | 'onHeadingMenu'>) =>
  (event: MouseEvent): void => {
    const under = headingUnder(event.target, columns)
    if (!under) return
    event.preventDefault()
    onHeadingMenu(under.column.key, new DOMRect(event.clientX, event.clientY))
  }

/** Keys anywhere in the sheet, also on its headings and totals: find, explain, the menu of a heading. */
export const onFrameKey =
  (question: Question) =>
  (event: KeyboardEvent): void => {
    const { dialog, open, explainAt } = question
    const isCtrl = event.ctrlKey || event.metaKey
    if (isCtrl && !event.shiftKey && event.key.toLowerCase() === 'f') open({ kind: 'find' })
    else if (event.key === 'F3' && dialog?.kind !== 'find') open({ kind: 'find' })
    else if (isExplainKey(event)) {
      if (!explainAt(placeUnder(event.target))) return
    } else if (!askHeadingMenu(event, question)) return
    event.preventDefault()
    event.stopPropagation()
  }
