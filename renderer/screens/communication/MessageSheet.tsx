import { DataSheet } from '../../components/DataSheet/DataSheet'
import { useRows } from '../../stores/rows'
const columns = [
  { key: 'audience', width: 180 },
  { key: 'message', width: 320 },
  'channel',
  'frequency',
  'waveId',
  'owner',
] as const
/** Who is told what, how often. */
export function MessageSheet() {
  const communications = useRows('communication')
  return (
    <DataSheet
      table="communication"
      columns={columns}
      rows={communications}
      title="Messages"
      description="Who needs to know what, by which way and how often."
      addWords="Add a message"
    />
  )
}
