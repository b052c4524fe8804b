import { DataSheet } from '../../components/DataSheet/DataSheet'
import { useRows } from '../../stores/rows'
const columns = [
  { key: 'text', width: 360 },
  { key: 'source', width: 220 },
  'date',
  'aboutTable',
  'aboutField',
] as const
/** Every note of the plan. */
export function NoteSheet() {
  const rows = useRows('note')
  return <DataSheet table="note" columns={columns} rows={rows} title="Notes" canAdd={false} />
}
