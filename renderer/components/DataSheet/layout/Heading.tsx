import { IconChevronDown, IconFilter } from '@tabler/icons-react'
import type { SheetColumn } from '../columns'
import styles from '../data-sheet.module.css'

type Props = {
  readonly column: SheetColumn
  readonly isFiltered: boolean
  readonly onMenu: (key: string, at: DOMRect) => void
}

/** A column's heading, with a button for the pointer; its keyboard twin is Alt+Down on the heading. */
export function Heading({ column, isFiltered, onMenu }: Props) {
  return (
    <span className={styles['headingLine']}>
      <span className={styles['heading']} title={column.help}>
        {column.label}
      </span>
      {isFiltered && <IconFilter size={13} aria-hidden className={styles['headingMark']} />}
      <button
        type="button"
        aria-hidden
        tabIndex={-1}
        className={styles['headingMenu']}
        title={`Sort, filter and more: ${column.label}`}
        onMouseDown={(event) => event.stopPropagation()}
        onClick={(event) => {
          event.stopPropagation()
          onMenu(column.key, event.currentTarget.getBoundingClientRect())
        }}
      >
        <IconChevronDown size={14} aria-hidden />
      </button>
    </span>
  )
}
