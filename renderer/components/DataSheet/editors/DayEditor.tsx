import { dayWords } from '@shared/plan/day'
import { parseDay } from '@shared/plan/format'
import { useId, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react'
import styles from './editors.module.css'
import type { EditStart } from '../edit-opening'
import type { Draft } from '../sheet-row'
import { calendarField, CalendarPopover } from './CalendarPopover'
import { dayLedTo } from './day-keys'

type Props = {
  readonly label: string
  readonly fieldKey: string
  /** The day that the cell holds, `YYYY-MM-DD`. */
  readonly day: string | null
  readonly start: EditStart
  /** The day that the calendar of an empty cell opens at. */
  readonly opensAt: string
  readonly today: string
  /** What the school calendar says of a month (`YYYY-MM`); null: there is school. */
  readonly noteOn: (month: string) => string | null
  readonly onDraft: (draft: Draft, isDone: boolean) => void
}

/** Types a day, or picks it from a calendar that Alt+Down opens; the cell takes what stands in the field when it is closed. */
export function DayEditor({ label, fieldKey, day, start, opensAt, today, noteOn, onDraft }: Props) {
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [text, setText] = useState(start === 'key' || day === null ? '' : dayWords(day))
  const [at, setAt] = useState(day ?? opensAt)
  const [isOpen, setOpen] = useState(start === 'list')
  const [isTyped, setTyped] = useState(false)
  useLayoutEffect(() => {
    input.current?.focus()
    if (start === 'list') input.current?.select()
  }, [start])
  const type = (next: string): void => {
    setTyped(true)
    setText(next)
    setAt(parseDay(next) ?? at)
    onDraft({ key: fieldKey, text: next }, false)
  }
  const goTo = (next: string, isDone = false): void => {
    setText(dayWords(next))
    setAt(next)
    onDraft({ key: fieldKey, value: next }, isDone)
  }
  const onKey = (event: KeyboardEvent): void => {
    // in an empty cell the day that the calendar shows is one nobody has named yet
    if (isOpen && event.key === 'Enter' && text === '' && !isTyped) {
      event.preventDefault()
      event.stopPropagation()
      return goTo(at, true)
    }
    const isOpening = event.key === 'ArrowDown' && event.altKey
    const next = isOpen && !isOpening ? dayLedTo(at, event) : null
    if (!isOpening && next === null) return
    event.preventDefault()
    event.stopPropagation()
    if (next === null) setOpen(true)
    else goTo(next)
  }
  return (
    <CalendarPopover {...{ id, label, isOpen, at, today, noteOn }} onDay={goTo}>
      <input
        ref={input}
        type="text"
        aria-label={label}
        {...calendarField(id, isOpen, at)}
        className={styles['editor']}
        placeholder="9/15/2027"
        value={text}
        onChange={(event) => type(event.currentTarget.value)}
        onKeyDown={onKey}
      />
    </CalendarPopover>
  )
}
