import { Button, CloseButton } from '@mantine/core'
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react'
import { openWorkbook } from '../stores/opening'
import { useWorkbook } from '../stores/workbook'
import styles from './shell.module.css'

/** What the planner should know of the open file, until it is put away. */
export function Banner() {
  const banner = useWorkbook((s) => s.banner)
  const path = useWorkbook((s) => s.file?.path)
  if (!banner) return null
  const Sign = banner.tone === 'problem' ? IconAlertTriangle : IconInfoCircle
  return (
    <div className={styles['banner']} role="alert" data-tone={banner.tone}>
      <Sign size={18} aria-hidden />
      <span className={styles['bannerText']}>{banner.text}</span>
      {banner.canReopen && path !== undefined && (
        <Button size="xs" onClick={() => void openWorkbook(path)}>
          Open it again
        </Button>
      )}
      <CloseButton
        size={28}
        aria-label="Put this message away"
        onClick={() => useWorkbook.setState({ banner: null })}
      />
    </div>
  )
}
