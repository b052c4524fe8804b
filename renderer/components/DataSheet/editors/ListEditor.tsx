import { useId, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react'
import styles from './editors.module.css'
import type { EditStart } from '../edit-opening'
import type { Draft } from '../sheet-row'
import { matching, mostShown, type Option } from './options'
import { entryId, PickList, type PickEntry } from './PickList'

type Props = {
  readonly label: string
  readonly fieldKey: string
  readonly options: readonly Option[]
  readonly current: Option | null
  /** What stands in the field at first, where that is no entry of the list. */
  readonly text: string
  readonly start: EditStart
  /** What a name that is new to the list would be: "wave"; null where none can be added from here. */
  readonly newKind: string | null
  readonly onDraft: (draft: Draft, isDone: boolean) => void
}

/** The entries with the one that the cell holds among those that are drawn. */
function withInView(options: readonly Option[], current: Option | null): readonly Option[] {
  if (!current || options.indexOf(current) < mostShown) return options
  return [current, ...options.filter((option) => option !== current)]
}

/** Picks one of a list by typing, arrows or the pointer; the cell takes what is highlighted when it is closed. */
export function ListEditor({ label, fieldKey, options, current, text, start, newKind, onDraft }: Props) {
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState<string | null>(null)
  const fitting = typed === null ? withInView(options, current) : matching(options, typed)
  const shown = fitting.slice(0, mostShown)
  const name = typed?.trim() ?? ''
  const isNew = newKind !== null && name !== '' && !options.some((o) => o.label.toLowerCase() === name.toLowerCase())
  const [at, setAt] = useState(() => (current ? withInView(options, current).indexOf(current) : -1))
  useLayoutEffect(() => {
    input.current?.focus()
    input.current?.select()
  }, [])
  const type = (next: string): void => {
    const [first] = matching(options, next)
    const isEmpty = next.trim() === ''
    setTyped(next)
    setAt(isEmpty || !first ? -1 : 0)
    onDraft(isEmpty || !first ? { key: fieldKey, text: next.trim() } : { key: fieldKey, value: first.value }, false)
  }
  const pick = (index: number, isDone: boolean): void => {
    const option = shown[index]
    if (!option && !(isNew && index === shown.length)) return
    setAt(index)
    onDraft(option ? { key: fieldKey, value: option.value } : { key: fieldKey, newName: name }, isDone)
  }
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    event.preventDefault()
    event.stopPropagation()
    const last = shown.length - 1 + (isNew ? 1 : 0)
    pick(event.key === 'ArrowDown' ? Math.min(at + 1, last) : Math.max(at - 1, 0), false)
  }
  const entries: PickEntry[] = shown.map((option) => ({ key: String(option.value), label: option.label }))
  if (isNew) entries.push({ key: 'new', label: `Add “${name}” as a new ${newKind}` })
  const more = fitting.length - shown.length
  return (
    <PickList
      id={id}
      label={label}
      entries={entries}
      at={at}
      hint={more > 0 ? `${more.toLocaleString('en-US')} more: type to find them` : null}
      onPick={(index) => pick(index, true)}
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
        defaultValue={start === 'key' ? '' : (current?.label ?? text)}
        onChange={(event) => type(event.currentTarget.value)}
        onKeyDown={onKey}
      />
    </PickList>
  )
}
