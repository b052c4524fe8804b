import { Anchor, Text } from '@mantine/core'
import { isTableName, type TableName } from '@shared/plan/table-name'
import type { AnyRow } from '@shared/plan/tables'
import { nameOf } from '@shared/plan/words'
import { useMemo } from 'react'
import { useSheetHost } from '../../components/DataSheet/sheet-host'
import { RowForm } from '../../components/RowForm/RowForm'
import { goToRow } from '../../stores/interface'
import { showNotesOn } from '../../stores/panel'
import { noteCounts, type Note } from './notes'
import { WorkedOut } from './WorkedOut'

type Props = { readonly table: TableName; readonly row: AnyRow; readonly notes: readonly Note[] }

// a note names its row by an id, which nobody can read or type
const unreadable: readonly string[] = ['aboutTable', 'aboutRow', 'aboutField']
const nothing: readonly string[] = []

/** All fields of the row, each with its help and its editor. */
export function FieldsTab({ table, row, notes }: Props) {
  const counts = useMemo(() => noteCounts(notes), [notes])
  return (
    <>
      {table === 'note' && <AboutWhat note={row} />}
      <RowForm
        table={table}
        row={row}
        without={table === 'note' ? unreadable : nothing}
        noteCounts={counts}
        onNotes={showNotesOn}
        onGo={goToRow}
      />
      <WorkedOut table={table} id={row.id} />
    </>
  )
}

/** What a note is about, with the way there. */
function AboutWhat({ note }: { readonly note: AnyRow }) {
  const { plan } = useSheetHost()
  const { aboutTable: table, aboutRow: id } = note
  if (typeof table !== 'string' || !isTableName(table) || typeof id !== 'string') return null
  return (
    <Text size="sm" mb="md">
      About{' '}
      <Anchor component="button" type="button" size="sm" onClick={() => goToRow({ table, id })}>
        {nameOf(plan, table, id)}
      </Anchor>
    </Text>
  )
}
