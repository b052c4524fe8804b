import { Text } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { bridge } from '../stores/bridge'
import { openImport, say } from '../stores/interface'
import { openWorkbook } from '../stores/opening'
import { isLocked, useWorkbook } from '../stores/workbook'
import styles from './drop-zone.module.css'

const spreadsheet = /\.(xlsx|xlsm|xls|ods|csv|tsv|txt)$/i

/** What becomes of a file that is dropped onto the window: a workbook opens, a spreadsheet goes to the import. */
export function takeDropped(name: string, path: string): void {
  if (/\.rollout$/i.test(name)) return void openWorkbook(path)
  if (!spreadsheet.test(name)) {
    say(`“${name}” is neither a rollout workbook nor a spreadsheet, so nothing was opened.`, { tone: 'problem' })
  } else if (isLocked(useWorkbook.getState())) {
    say('Open a workbook first: the spreadsheet is imported into it.', { tone: 'problem' })
  } else openImport(null, path)
}

/** Says what will happen while a file hangs over the window. */
export function DropZone() {
  const [isOver, setOver] = useState(false)
  const isOpen = useWorkbook((s) => s.file !== null)
  useEffect(() => {
    const over = (event: DragEvent): void => {
      if (!event.dataTransfer?.types.includes('Files')) return
      event.preventDefault()
      setOver(true)
    }
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false)
    }
    const drop = (event: DragEvent): void => {
      const file = event.dataTransfer?.files[0]
      event.preventDefault()
      setOver(false)
      if (file) takeDropped(file.name, bridge().pathOfFile(file))
    }
    window.addEventListener('dragover', over)
    window.addEventListener('dragleave', leave)
    window.addEventListener('drop', drop)
    return () => {
      window.removeEventListener('dragover', over)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('drop', drop)
    }
  }, [])
  if (!isOver) return null
  return (
    <div className={styles['zone']}>
      <div className={styles['card']}>
        <IconFileImport size={36} stroke={1.5} aria-hidden />
        <Text fw={600} size="lg">
          Drop the file here
        </Text>
        <Text c="dimmed">
          {isOpen
            ? 'A rollout workbook is opened; a spreadsheet (Excel, CSV) is imported into this plan.'
            : 'A rollout workbook is opened.'}
        </Text>
      </div>
    </div>
  )
}
