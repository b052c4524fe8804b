/**
 * Takes what is still being typed into a cell or a field, as if the planner had gone elsewhere: what can be read becomes an
 * edit like any other, before the workbook is left.
 */
export function finishTyping(): void {
  // the stores are also run without a page
  if (typeof document === 'undefined') return
  const { activeElement } = document
  // an open cell is closed by a press anywhere else
  window.dispatchEvent(new MouseEvent('mousedown'))
  if (activeElement instanceof HTMLElement && activeElement.matches('input, textarea')) activeElement.blur()
}
