import { Badge } from '@mantine/core'
import { gradeOptions } from '@shared/plan/tables/grade'
import styles from './settings.module.css'

/** How well a figure is supported, in words; a mere assumption has a frame of its own. */
export function GradeBadge({ grade }: { readonly grade: keyof typeof gradeOptions }) {
  return (
    <Badge size="sm" variant="default" className={styles['grade'] ?? ''} data-grade={grade}>
      {gradeOptions[grade]}
    </Badge>
  )
}
