import { Popover, ScrollArea } from '@mantine/core'
import { useEffect, type ReactNode } from 'react'
import styles from './editors.module.css'
import { UnderField } from './UnderField'

export type PickEntry = {
  readonly key: string
  readonly label: string
  /** Shown with a tick, where several can be picked. */
  readonly isPicked?: boolean
}

type Props = {
  readonly id: string
  readonly label: string
  readonly entries: readonly PickEntry[]
  /** The entry that Enter takes; −1: none. */
  readonly at: number
  readonly isMulti?: boolean
  /** True where words that are no entry are taken too, so that an empty list is no problem. */
  readonly isFree?: boolean
  /** What stands under the entries: how many more there are, what keys do. */
  readonly hint?: string | null
  readonly onPick: (index: number) => void
  /** The field that is typed into. */
  readonly children: ReactNode
}

export const entryId = (id: string, index: number): string => `${id}-${index}`

/** The list under an open cell. The focus stays in the field above; the entry it is at is named to screen readers. */
export function PickList({
  id,
  label,
  entries,
  at,
  isMulti = false,
  isFree = false,
  hint = null,
  onPick,
  children,
}: Props) {
  useEffect(() => {
    if (at >= 0) document.getElementById(entryId(id, at))?.scrollIntoView({ block: 'nearest' })
  }, [id, at])
  return (
    <UnderField opened>
      <Popover.Target>{children}</Popover.Target>
      <Popover.Dropdown p={4} miw={200} maw={420}>
        <ScrollArea.Autosize mah={260} type="auto">
          <div role="listbox" id={id} aria-label={label} aria-multiselectable={isMulti || undefined}>
            {entries.map((entry, i) => (
              <div
                key={entry.key}
                id={entryId(id, i)}
                role="option"
                tabIndex={-1}
                aria-selected={isMulti ? entry.isPicked === true : i === at}
                data-at={i === at || undefined}
                className={styles['option']}
                onMouseDown={(event) => {
                  event.preventDefault()
                  onPick(i)
                }}
              >
                {isMulti && <span className={styles['tick']}>{entry.isPicked === true ? '✓' : ''}</span>}
                {entry.label}
              </div>
            ))}
          </div>
          {entries.length === 0 && !isFree && <div className={styles['noOption']}>Nothing by that name</div>}
        </ScrollArea.Autosize>
        {hint !== null && <div className={styles['pickHint']}>{hint}</div>}
      </Popover.Dropdown>
    </UnderField>
  )
}
