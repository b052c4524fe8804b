import { ActionIcon, Text } from '@mantine/core'
import { dayWords, weekdayWords, weeksOf } from '@shared/plan/day'
import { monthFullWords } from '@shared/plan/month'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import styles from './calendar.module.css'

type Props = {
  readonly id: string
  readonly label: string
  /** The day that Enter takes, `YYYY-MM-DD`; its month is shown. */
  readonly at: string
  readonly today: string
  /** What the school calendar says of the month; null: there is school. */
  readonly note: string | null
  readonly onPick: (day: string) => void
  /** To another month, forth or back. */
  readonly onMonths: (count: 1 | -1) => void
}

export const dayId = (id: string, day: string): string => `${id}-${day}`

const heads = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const

/** One month to pick a day from. The focus stays in the field above; the day it is at is named to screen readers. */
export function Calendar({ id, label, at, today, note, onPick, onMonths }: Props) {
  const month = at.slice(0, 7)
  const weeks = weeksOf(month)
  return (
    <div className={styles['calendar']}>
      <div className={styles['head']}>
        <Turn label="Month before" onTurn={() => onMonths(-1)} icon={<IconChevronLeft size={16} />} />
        <Text span size="sm" fw={600}>
          {monthFullWords(month)}
        </Text>
        <Turn label="Next month" onTurn={() => onMonths(1)} icon={<IconChevronRight size={16} />} />
      </div>
      <div role="grid" id={id} aria-label={`${label}, ${monthFullWords(month)}`} className={styles['days']}>
        <div role="row" className={styles['week']}>
          {heads.map((head) => (
            <div key={head} role="columnheader" aria-label={head} className={styles['weekday']}>
              {head.slice(0, 2)}
            </div>
          ))}
        </div>
        {weeks.map((week, n) => (
          <div key={`${month} ${n}`} role="row" className={styles['week']}>
            {week.map((day, of) =>
              day === null ? null : (
                <div
                  key={heads[of]}
                  id={dayId(id, day)}
                  role="gridcell"
                  tabIndex={-1}
                  aria-label={`${weekdayWords(day)}, ${dayWords(day)}`}
                  aria-selected={day === at}
                  aria-current={day === today ? 'date' : undefined}
                  data-weekend={of === 0 || of === 6 || undefined}
                  className={styles['day']}
                  style={{ gridColumnStart: of + 1 }}
                  onMouseDown={(event) => {
                    event.preventDefault()
                    onPick(day)
                  }}
                >
                  {Number(day.slice(8))}
                </div>
              ),
            )}
          </div>
        ))}
      </div>
      <div className={styles['hint']}>
        {note !== null && <div>{note}</div>}
        Arrows go by day and week, Page Up and Page Down by month, with Shift by year.
      </div>
    </div>
  )
}

type TurnProps = { readonly label: string; readonly icon: ReactNode; readonly onTurn: () => void }

function Turn({ label, icon, onTurn }: TurnProps) {
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size={28}
      tabIndex={-1}
      aria-label={label}
      // the field keeps the focus
      onMouseDown={(event) => event.preventDefault()}
      onClick={onTurn}
    >
      {icon}
    </ActionIcon>
  )
}
