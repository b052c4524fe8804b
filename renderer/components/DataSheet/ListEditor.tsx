import { Popover, ScrollArea } from '@mantine/core'
import { foldText } from '@shared/plan/names'
import { useId, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react'
import styles from './data-sheet.module.css'
import type { Draft } from './sheet-row'
import type { EditStart } from './edit-opening'

export type Option = { readonly value: string | boolean; readonly label: string }

type Props = {
  readonly label: string
  readonly fieldKey: string
  readonly options: readonly Option[]
  readonly current: Option | null
  readonly start: EditStart
  readonly onDraft: (draft: Draft, isDone: boolean) => void
}

/** What fits typed words: names that begin with them first, then those that hold them. */
export function matching(options: readonly Option[], typed: string): readonly Option[] {
  const wanted = foldText(typed)
  if (wanted === '') return options
  const begins = options.filter(({ label }) => foldText(label).startsWith(wanted))
  return [...begins, ...options.filter((o) => !begins.includes(o) && foldText(o.label).includes(wanted))]
}

/** Picks one of a list by typing, arrows or the pointer; the cell takes what is highlighted when it is closed. */
export function ListEditor({ label, fieldKey, options, current, start, onDraft }: Props) {
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState<string | null>(null)
  const shown = typed === null ? options : matching(options, typed)
  const [at, setAt] = useState(() => (current ? options.findIndex(({ value }) => value === current.value) : -1))
  useLayoutEffect(() => {
    input.current?.focus()
    input.current?.select()
  }, [])
  const type = (text: string): void => {
    const [first] = matching(options, text)
    setTyped(text)
    setAt(text.trim() === '' ? -1 : 0)
    onDraft(
      text.trim() === '' || !first ? { key: fieldKey, text: text.trim() } : { key: fieldKey, value: first.value },
      false,
    )
  }
  const highlight = (next: number): void => {
    const option = shown[next]
    if (!option) return
    setAt(next)
    onDraft({ key: fieldKey, value: option.value }, false)
    document.getElementById(`${id}-${next}`)?.scrollIntoView({ block: 'nearest' })
  }
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    event.preventDefault()
    event.stopPropagation()
    highlight(event.key === 'ArrowDown' ? Math.min(at + 1, shown.length - 1) : Math.max(at - 1, 0))
  }
  return (
    <Popover
      opened
      position="bottom-start"
      offset={2}
      withinPortal
      trapFocus={false}
      returnFocus={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      transitionProps={{ duration: 0 }}
      zIndex={300}
    >
      <Popover.Target>
        <input
          ref={input}
          type="text"
          role="combobox"
          aria-label={label}
          aria-expanded
          aria-controls={id}
          aria-autocomplete="list"
          {...(at >= 0 ? { 'aria-activedescendant': `${id}-${at}` } : {})}
          className={styles['editor']}
          defaultValue={start === 'key' ? '' : (current?.label ?? '')}
          onChange={(event) => type(event.currentTarget.value)}
          onKeyDown={onKey}
        />
      </Popover.Target>
      <Popover.Dropdown p={4} miw={180}>
        <ScrollArea.Autosize mah={260} type="auto">
          <div role="listbox" id={id} aria-label={label}>
            {shown.map((option, i) => (
              <div
                key={String(option.value)}
                id={`${id}-${i}`}
                role="option"
                tabIndex={-1}
                aria-selected={i === at}
                className={styles['option']}
                onMouseDown={(event) => {
                  event.preventDefault()
                  onDraft({ key: fieldKey, value: option.value }, true)
                }}
              >
                {option.label}
              </div>
            ))}
            {shown.length === 0 && <div className={styles['noOption']}>Nothing by that name</div>}
          </div>
        </ScrollArea.Autosize>
      </Popover.Dropdown>
    </Popover>
  )
}
