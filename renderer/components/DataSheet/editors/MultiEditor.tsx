import { useId, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react'
import styles from './editors.module.css'
import type { EditStart } from '../edit-opening'
import { matching, mostShown, type Option } from './options'
import { entryId, PickList } from './PickList'

type Props = {
  readonly label: string
  readonly options: readonly Option[]
  readonly picked: readonly string[]
  readonly start: EditStart
  /** True where the items are free words, not entries of a list. */
  readonly isFree: boolean
  /** Takes what the cell will hold: what is picked, or several names typed at once, parted by ";". */
  readonly onPicked: (picked: readonly string[]) => void
  readonly onText: (text: string) => void
}

const without = (items: readonly string[], item: string): readonly string[] => items.filter((other) => other !== item)

/**
 * Picks any number of a list: Space or ";" picks what is highlighted and goes on, Enter or Tab takes it and closes, as in
 * every cell. Backspace in the empty field takes the last one away.
 */
export function MultiEditor({ label, options, picked: first, start, isFree, onPicked, onText }: Props) {
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [picked, setPicked] = useState<readonly string[]>(start === 'key' ? [] : first)
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(-1)
  const fitting = matching(options, typed)
  const shown = fitting.slice(0, mostShown)
  useLayoutEffect(() => input.current?.focus(), [])
  const put = (next: readonly string[]): void => {
    setPicked(next)
    onPicked(next)
  }
  const empty = (): void => {
    setTyped('')
    setAt(-1)
  }
  const toggle = (item: string): void => put(picked.includes(item) ? without(picked, item) : [...picked, item])
  const type = (text: string): void => {
    const wanted = text.trim()
    const [found] = matching(options, text)
    setTyped(text)
    setAt(wanted === '' || !found ? -1 : 0)
    if (wanted === '') onPicked(picked)
    else if (found) onPicked([...without(picked, String(found.value)), String(found.value)])
    else if (isFree && !text.includes(';')) onPicked([...without(picked, wanted), wanted])
    else onText(text)
  }
  /** Takes what is highlighted or typed and goes on picking; false where there is nothing. */
  const takeOne = (): boolean => {
    const option = shown[at]
    const free = isFree && typed.trim() !== '' ? typed.trim() : null
    const item = option ? String(option.value) : free
    if (item === null) return false
    toggle(item)
    if (typed !== '') empty()
    return true
  }
  const onKey = (event: KeyboardEvent): void => {
    const { key } = event
    const isSpace = key === ' ' && typed === '' && at >= 0
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      event.stopPropagation()
      setAt(key === 'ArrowDown' ? Math.min(at + 1, shown.length - 1) : Math.max(at - 1, 0))
    } else if (key === 'Backspace' && typed === '' && picked.length > 0) put(picked.slice(0, -1))
    else if (!((isSpace || key === ';') && takeOne())) return
    event.preventDefault()
  }
  const names = new Map(options.map(({ value, label: words }) => [String(value), words]))
  const words = picked.map((item) => names.get(item) ?? item)
  const more = fitting.length - shown.length
  const hint = [
    words.length > 0 ? `Picked: ${words.join('; ')}.` : null,
    isFree ? 'Part several with “;”.' : 'Space or “;” picks, Enter is done.',
    more > 0 ? `${more.toLocaleString('en-US')} more: type to find them.` : null,
  ]
  return (
    <PickList
      id={id}
      label={label}
      entries={shown.map(({ value, label: text }) => ({
        key: String(value),
        label: text,
        isPicked: picked.includes(String(value)),
      }))}
      at={at}
      isMulti
      hint={hint.filter((part) => part !== null).join(' ')}
      isFree={isFree}
      onPick={(index) => toggle(String(shown[index]?.value))}
    >
      <input
        ref={input}
        type="text"
        role="combobox"
        aria-label={label}
        aria-expanded
        aria-controls={id}
        aria-autocomplete="list"
        {...(at >= 0 ? { 'aria-activedescendant': entryId(id, at) } : {})}
        className={styles['editor']}
        value={typed}
        placeholder={words.join('; ')}
        onChange={(event) => type(event.currentTarget.value)}
        onKeyDown={onKey}
      />
    </PickList>
  )
}
