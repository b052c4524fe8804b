import { Anchor, Text } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck, IconLoader2 } from '@tabler/icons-react'
import { tryAgain } from '../stores/commits'
import { useInterface } from '../stores/interface'
import { saveCopy } from '../stores/opening'
import { useWorkbook, type SavedState } from '../stores/workbook'
import styles from './shell.module.css'
import { Tasks } from './Tasks'

/** The foot of the window: whether everything is saved, what the selection adds up to, and what runs in the background. */
export function StatusBar() {
  const saved = useWorkbook((s) => s.saved)
  const selection = useInterface((s) => s.selection)
  return (
    <footer className={styles['status']} aria-label="Status" data-region>
      <Saved saved={saved} />
      {selection !== null && <span className={styles['selection']}>{selection}</span>}
      <Tasks />
    </footer>
  )
}

/** When something was saved, in the planner's own way of writing the time: "10:42". */
const clock = (at: string): string => new Date(at).toLocaleTimeString(undefined, { hour: 'numeric', minute: '2-digit' })

function Saved({ saved }: { readonly saved: SavedState }) {
  if (saved.kind === 'failed') {
    return (
      <span className={styles['saved']} role="alert">
        <IconAlertTriangle size={15} aria-hidden color="var(--mantine-color-error)" />
        <Text component="span" size="xs" c="var(--mantine-color-error)">
          Can’t save: {saved.message}
        </Text>
        <Anchor component="button" type="button" size="xs" onClick={tryAgain}>
          Try again
        </Anchor>
        <Anchor component="button" type="button" size="xs" onClick={() => void saveCopy()}>
          Save a copy
        </Anchor>
      </span>
    )
  }
  const isSaving = saved.kind === 'saving'
  const words = isSaving ? 'Saving…' : saved.at === null ? 'Saved' : `Saved ${clock(saved.at)}`
  const Sign = isSaving ? IconLoader2 : IconCircleCheck
  return (
    <span className={styles['saved']} role="status">
      <Sign size={15} aria-hidden />
      {words}
    </span>
  )
}
