import { Button } from '@mantine/core'
import { IconNote } from '@tabler/icons-react'
import { useMemo } from 'react'
import { DataSheet } from '../../components/DataSheet/DataSheet'
import { EmptyState } from '../../components/EmptyState'
import { goTo } from '../../stores/interface'
import { useRows } from '../../stores/rows'
import { useWorkbook } from '../../stores/workbook'
import { aboutColumns } from './note-columns'

/** Every note of the plan. */
export function NoteSheet() {
  const rows = useRows('note')
  const plan = useWorkbook((s) => s.plan)
  const columns = useMemo(
    () => [{ key: 'text', width: 300 }, ...aboutColumns(plan), { key: 'source', width: 200 }, 'date'] as const,
    [plan],
  )
  if (rows.length === 0) return <NoNotes />
  return (
    <DataSheet
      table="note"
      columns={columns}
      rows={rows}
      title="Notes"
      description="A note is made on a row or field: Ctrl+Enter shows the details of a row, with its notes."
      canAdd={false}
    />
  )
}

function NoNotes() {
  return (
    <EmptyState
      icon={IconNote}
      title="Say where a figure comes from"
      text="Notes are made on a row or one of its fields, with source and date. Choose a row in any table, press Ctrl+Enter, and open Notes. They are all listed here."
    >
      <Button onClick={() => goTo('schools')}>Go to the schools</Button>
    </EmptyState>
  )
}
