import { DataSheet } from '../../components/DataSheet/DataSheet'
import { useRows } from '../../stores/rows'
const columns = [{ key: 'unitId', width: 220 }, 'date', { key: 'subscale', width: 200 }, 'points', 'maximum'] as const
/** Capacity assessments by subscale. */
export function CapacitySheet() {
  const capacityAssessments = useRows('capacityAssessment')
  return (
    <DataSheet
      table="capacityAssessment"
      columns={columns}
      rows={capacityAssessments}
      title="Capacity assessments"
      description="Scores of the systems that carry the practice, by subscale."
      addWords="Add a score"
    />
  )
}
