import { ActionIcon, Tooltip } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { useExplanation } from '../../stores/explanation'
import { useInterface } from '../../stores/interface'
import { closePanel, usePanel } from '../../stores/panel'
import { ExplanationView } from './ExplanationView'
import styles from './panel.module.css'
import { NoRow, RowDetails } from './RowDetails'
import { useEscape } from './use-escape'
import { usePlaceBefore } from './use-place-before'

/** Where the panel lies over the screen instead of beside it; as in panel.module.css. */
const isOverlaid = (): boolean => window.matchMedia('(max-width: 1099px)').matches

const firstField = '[role=tabpanel] :is(input, textarea):not([type=hidden]):not([readonly])'

/** The panel itself: a region of the window that F6 leads to, and Esc leads out of, back to where the planner was. */
export function Panel() {
  const row = useInterface((s) => s.row)
  const question = useExplanation((s) => s.question)
  const entries = usePanel((s) => s.entries)
  const panel = useRef<HTMLElement>(null)
  const goBack = usePlaceBefore()
  useEffect(() => {
    if (entries === 0) return
    const place = panel.current?.querySelector<HTMLElement>(firstField)
    const otherwise = panel.current?.querySelector<HTMLElement>('[role=tab][aria-selected=true], [data-panel-title]')
    ;(place ?? otherwise)?.focus()
  }, [entries])
  const close = (): void => {
    goBack()
    closePanel()
  }
  useEscape(panel, () => (isOverlaid() ? close() : goBack()))
  return (
    <aside ref={panel} aria-label="Details" className={styles['panel']} data-region>
      <Tooltip label="Close the details">
        <ActionIcon
          className={styles['close'] ?? ''}
          variant="subtle"
          color="gray"
          size={28}
          aria-label="Close the details"
          onClick={close}
        >
          <IconX size={17} />
        </ActionIcon>
      </Tooltip>
      {question !== null ? (
        <ExplanationView question={question} />
      ) : row === null ? (
        <NoRow />
      ) : (
        <RowDetails key={`${row.table} ${row.id}`} place={row} />
      )}
    </aside>
  )
}
