import { TextInput, type TextInputProps } from '@mantine/core'
import { dayWords } from '@shared/plan/day'
import { parseDay } from '@shared/plan/format'
import { useId, useState, type KeyboardEvent } from 'react'
import { calendarField, CalendarPopover } from '../DataSheet/editors/CalendarPopover'
import { openingDay, schoolNote } from '../DataSheet/editors/day-context'
import { dayLedTo } from '../DataSheet/editors/day-keys'
import { useSheetHost } from '../DataSheet/sheet-host'
import type { FormField } from './use-field-commit'

type Props = {
  readonly of: FormField
  /** The field as every typed one is drawn. */
  readonly input: Omit<TextInputProps, 'onKeyDown' | 'value'> & {
    readonly value: string
    readonly onKeyDown: (event: KeyboardEvent) => void
  }
  /** Puts a text into the field; `isDone`: it is to be taken. */
  readonly onText: (text: string, isDone: boolean) => void
}

/** A day that is typed, or picked from a calendar that Alt+Down opens and Esc closes. */
export function DayField({ of: { table, row, field }, input, onText }: Props) {
  const { plan, today } = useSheetHost()
  const id = useId()
  const [isOpen, setOpen] = useState(false)
  const at = parseDay(input.value) ?? openingDay(table, row, today())
  const goTo = (day: string, isDone: boolean): void => {
    onText(dayWords(day), isDone)
    if (isDone) setOpen(false)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const isOpening = event.key === 'ArrowDown' && event.altKey && input.readOnly !== true
    const next = isOpen ? dayLedTo(at, event) : null
    if (isOpening) setOpen(true)
    else if (next !== null) goTo(next, false)
    else if (isOpen && event.key === 'Escape') setOpen(false)
    else if (isOpen && event.key === 'Enter' && input.value === '') goTo(at, true)
    else return input.onKeyDown(event)
    event.preventDefault()
  }
  return (
    <CalendarPopover {...{ id, isOpen, at }} label={field.label} today={today()} noteOn={schoolNote(plan)} onDay={goTo}>
      <TextInput
        {...input}
        {...calendarField(id, isOpen, at)}
        placeholder="9/15/2027"
        onKeyDown={onKeyDown}
        onBlur={(event) => {
          setOpen(false)
          input.onBlur?.(event)
        }}
      />
    </CalendarPopover>
  )
}
