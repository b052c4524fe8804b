import { useEffect } from 'react'
import { commands, type Command } from './commands'

/** A pressed key as the list of shortcuts writes it: "Ctrl+Shift+S". Cmd counts as Ctrl. */
export function keysOf(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>): string {
  const key = event.key.startsWith('Arrow') ? event.key.slice(5) : event.key
  const parts = [
    event.ctrlKey || event.metaKey ? 'Ctrl' : '',
    event.altKey ? 'Alt' : '',
    event.shiftKey ? 'Shift' : '',
    key.length === 1 ? key.toUpperCase() : key,
  ]
  return parts.filter((part) => part !== '').join('+')
}

const byKeys: ReadonlyMap<string, Command> = new Map([
  ...commands.flatMap((c) => (c.keys === null ? [] : [[c.keys, c] as const])),
  ...commands.flatMap((c) => (c.id === 'redo' ? [['Ctrl+Shift+Z', c] as const] : [])),
])

const editsText = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.matches('input, textarea, select') || target.isContentEditable)

// what a text field does with these keys is its own undo
const ofTextFields: ReadonlySet<string> = new Set(['Ctrl+Z', 'Ctrl+Y', 'Ctrl+Shift+Z'])

const canTakeFocus = 'a[href], button:not([disabled]), input:not([disabled]), select, textarea, [tabindex="0"]'

/** Moves the focus to the next region of the window (top bar, navigation, screen, status bar), or the one before. */
export function moveToRegion(step: 1 | -1): void {
  const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')]
  const here = regions.findIndex((region) => region.contains(document.activeElement))
  for (let i = 1; i <= regions.length; i += 1) {
    const start = here === -1 ? (step === 1 ? -1 : 0) : here
    const region = regions[(start + step * i + regions.length * 2) % regions.length]
    const place =
      region?.querySelector<HTMLElement>('[data-page-title]') ?? region?.querySelector<HTMLElement>(canTakeFocus)
    if (place) return place.focus()
  }
}

/** Runs commands by their keys wherever the focus is, unless a field, grid or dialog has used the key itself. */
export function useKeyboard(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented) return
      const keys = keysOf(event)
      if (keys === 'F6' || keys === 'Shift+F6') {
        event.preventDefault()
        return moveToRegion(keys === 'F6' ? 1 : -1)
      }
      const found = byKeys.get(keys)
      if (!found || (ofTextFields.has(keys) && editsText(event.target))) return
      event.preventDefault()
      if (found.canRun()) found.run()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
}
