import { Button, Table, Text, UnstyledButton } from '@mantine/core'
import type { ChangesInWords, HistoryEntry } from '@shared/contract/workbook'
import { IconArrowBackUp, IconChevronRight } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { call } from '../../../stores/bridge'
import { goBackTo } from '../../../stores/records'
import { isLocked, useWorkbook } from '../../../stores/workbook'
import styles from './history.module.css'
import { moment } from './moment'

type Props = {
  readonly entry: HistoryEntry
  /** The plan or scenario that was changed, by its name. */
  readonly where: string
  /** Whether something was done there since. */
  readonly canGoBack: boolean
}

/** One step of the history; opened, it says what was changed. */
export function HistoryLine({ entry, where, canGoBack }: Props) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Table.Tr>
        <Table.Td>
          <UnstyledButton
            className={styles['what'] ?? ''}
            aria-expanded={isOpen}
            onClick={() => setOpen((before) => !before)}
          >
            <IconChevronRight size={15} aria-hidden />
            <span>{entry.label}</span>
          </UnstyledButton>
        </Table.Td>
        <Table.Td>{where}</Table.Td>
        <Table.Td>{entry.actor}</Table.Td>
        <Table.Td className={styles['moment'] ?? ''}>{moment(entry.at)}</Table.Td>
        <Table.Td className={styles['number'] ?? ''}>{entry.changeCount.toLocaleString('en-US')}</Table.Td>
      </Table.Tr>
      {isOpen && (
        <Table.Tr>
          <Table.Td colSpan={5}>
            <Changes entry={entry} canGoBack={canGoBack} />
          </Table.Td>
        </Table.Tr>
      )}
    </>
  )
}

function Changes({ entry, canGoBack }: Pick<Props, 'entry' | 'canGoBack'>) {
  const { sequence, target, label } = entry
  const sessionId = useWorkbook((s) => s.file?.sessionId)
  const canEdit = useWorkbook((s) => !isLocked(s))
  const [words, setWords] = useState<ChangesInWords | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  useEffect(() => {
    if (sessionId === undefined) return
    void call('workbook.changesInWords', { sessionId, sequence }).then((answer) =>
      answer.ok ? setWords(answer.value) : setProblem(answer.error.message),
    )
  }, [sessionId, sequence])
  if (problem !== null) return <Text role="alert">{problem}</Text>
  if (words === null) return null
  return (
    <>
      {words.lines.length === 0 && <Text size="sm">No value was changed.</Text>}
      <ul className={styles['lines']}>
        {words.lines.map((line, at) => (
          // two rows may have changed in the same words
          <li key={`${at} ${line}`}>{line}</li>
        ))}
        {words.more > 0 && <li>and {words.more.toLocaleString('en-US')} more</li>}
      </ul>
      {canGoBack && canEdit && (
        <Button
          className={styles['back'] ?? ''}
          size="compact-sm"
          variant="light"
          leftSection={<IconArrowBackUp size={15} />}
          onClick={() => void goBackTo(target, sequence, label)}
        >
          Undo back to here
        </Button>
      )}
    </>
  )
}
