import { Popover } from '@mantine/core'
import { addMonthsToDay } from '@shared/plan/day'
import type { ReactNode } from 'react'
import { Calendar, dayId } from './Calendar'
import { UnderField } from './UnderField'

type Props = {
  readonly id: string
  readonly label: string
  readonly isOpen: boolean
  /** The day that the calendar is at, `YYYY-MM-DD`. */
  readonly at: string
  readonly today: string
  /** What the school calendar says of a month (`YYYY-MM`); null: there is school. */
  readonly noteOn: (month: string) => string | null
  /** The calendar goes to a day; `isDone`: the planner has picked it. */
  readonly onDay: (day: string, isDone: boolean) => void
  /** The field that is typed into. */
  readonly children: ReactNode
}

/** What a field says of its calendar to screen readers. */
export const calendarField = (id: string, isOpen: boolean, at: string) =>
  ({
    role: 'combobox',
    'aria-haspopup': 'dialog',
    'aria-expanded': isOpen,
    'aria-controls': `${id}-calendar`,
    ...(isOpen ? { 'aria-activedescendant': dayId(id, at) } : {}),
  }) as const

/** A calendar under a field that keeps the focus. */
export function CalendarPopover({ id, label, isOpen, at, today, noteOn, onDay, children }: Props) {
  return (
    <UnderField opened={isOpen} withRoles={false}>
      <Popover.Target>{children}</Popover.Target>
      <Popover.Dropdown p="xs" role="dialog" id={`${id}-calendar`} aria-label={`Calendar: ${label}`}>
        <Calendar
          {...{ id, label, at, today }}
          note={noteOn(at.slice(0, 7))}
          onPick={(day) => onDay(day, true)}
          onMonths={(count) => onDay(addMonthsToDay(at, count), false)}
        />
      </Popover.Dropdown>
    </UnderField>
  )
}
