import { Button } from '@mantine/core'
import type { SheetLayout } from '@shared/contract/sheet-layout'
import type { SheetColumn } from '../columns'
import styles from '../data-sheet.module.css'
import { filterWords } from './filter'

type Props = {
  readonly columns: readonly SheetColumn[]
  readonly layout: SheetLayout
  readonly shownCount: number
  readonly allCount: number
  readonly onLayout: (layout: SheetLayout) => void
}

const joined = (words: readonly string[]): string => words.join('; ')

/** What of the table is shown and how, in words above it, so that nobody takes a part for the whole. */
export function LayoutLine({ columns, layout, shownCount, allCount, onLayout }: Props) {
  const labels = new Map(columns.map(({ key, label }) => [key, label]))
  const filters = Object.entries(layout.filters).map(([key, filter]) => filterWords(labels.get(key) ?? key, filter))
  const hidden = layout.hidden.map((key) => labels.get(key) ?? key)
  const grouping = layout.groupBy === null ? null : (labels.get(layout.groupBy) ?? layout.groupBy)
  if (filters.length === 0 && hidden.length === 0 && grouping === null) return null
  const number = (count: number): string => count.toLocaleString('en-US')
  return (
    <div className={styles['layoutLine']}>
      {filters.length > 0 && (
        <span className={styles['layoutPart']}>
          Showing {number(shownCount)} of {number(allCount)}: {joined(filters)}
          <Button size="compact-xs" variant="subtle" onClick={() => onLayout({ ...layout, filters: {} })}>
            Clear filters
          </Button>
        </span>
      )}
      {grouping !== null && (
        <span className={styles['layoutPart']}>
          Grouped by {grouping}
          <Button size="compact-xs" variant="subtle" onClick={() => onLayout({ ...layout, groupBy: null })}>
            Ungroup
          </Button>
        </span>
      )}
      {hidden.length > 0 && (
        <span className={styles['layoutPart']}>
          Hidden: {hidden.join(', ')}
          <Button size="compact-xs" variant="subtle" onClick={() => onLayout({ ...layout, hidden: [] })}>
            Show {hidden.length === 1 ? 'it' : 'them'}
          </Button>
        </span>
      )}
    </div>
  )
}
