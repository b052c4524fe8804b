import { Anchor, Progress } from '@mantine/core'
import { call } from '../stores/bridge'
import { useInterface } from '../stores/interface'
import styles from './shell.module.css'

/** What runs in the background, how far it is, and the way to give it up. */
export function Tasks() {
  const tasks = useInterface((s) => s.tasks)
  return tasks.map(({ id, label, done }) => (
    <span key={id} className={styles['task']}>
      {label}
      <Progress w={90} size="sm" value={(done ?? 1) * 100} animated={done === null} aria-label={label} />
      <Anchor
        component="button"
        type="button"
        size="xs"
        aria-label={`Cancel: ${label}`}
        onClick={() => void call('task.cancel', { taskId: id })}
      >
        Cancel
      </Anchor>
    </span>
  ))
}

/** The same at the foot of the window without a workbook, where nothing else stands. */
export function HomeTasks() {
  const isIdle = useInterface((s) => s.tasks.length === 0)
  if (isIdle) return null
  return (
    <footer className={styles['homeTasks']} aria-label="Status" data-region>
      <Tasks />
    </footer>
  )
}
