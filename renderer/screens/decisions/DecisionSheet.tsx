import { DataSheet } from '../../components/DataSheet/DataSheet'
import { useRows } from '../../stores/rows'
const columns = [
  'date',
  { key: 'question', width: 280 },
  { key: 'dataUsed', width: 240 },
  { key: 'decision', width: 280 },
  'owner',
  'followUpOn',
  { key: 'result', width: 240 },
] as const
/** What was decided on which data, and what came of it. */
export function DecisionSheet() {
  const decisions = useRows('decision')
  return (
    <DataSheet
      table="decision"
      columns={columns}
      rows={decisions}
      title="Decisions"
      description="Plan, do, study, act: what was asked, on which data it was decided, and what came of it."
      addWords="Add a decision"
    />
  )
}
