import { DataSheet } from '../../components/DataSheet/DataSheet'
import { useRows } from '../../stores/rows'
const columns = [
  'raisedOn',
  { key: 'description', width: 320 },
  'level',
  'unitId',
  'owner',
  'escalatedTo',
  'closedOn',
  { key: 'resolution', width: 260 },
] as const
/** What stands in the way, and what became of it. */
export function BarrierSheet() {
  const barriers = useRows('barrier')
  return (
    <DataSheet
      table="barrier"
      columns={columns}
      rows={barriers}
      title="Barriers"
      description="A barrier is never dropped: it is removed, or passed on to those who can."
      addWords="Add a barrier"
    />
  )
}
