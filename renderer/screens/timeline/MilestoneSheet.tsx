import { DataSheet } from '../../components/DataSheet/DataSheet'
import { useRows } from '../../stores/rows'
const columns = [{ key: 'name', width: 260 }, 'month', 'waveId', 'unitId', 'owner', 'doneOn'] as const
/** What has to be done by when. */
export function MilestoneSheet() {
  const milestones = useRows('milestone')
  return (
    <DataSheet
      table="milestone"
      columns={columns}
      rows={milestones}
      title="Milestones"
      description="What has to be done by when, and who answers for it. Each stands on the timeline as a diamond."
      addWords="Add a milestone"
    />
  )
}
