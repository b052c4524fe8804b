import { DataSheet } from '../../components/DataSheet/DataSheet'
import { useRows } from '../../stores/rows'

const columns = [
  { key: 'name', width: 220 },
  { key: 'description', width: 240 },
  { key: 'minimumPractice', width: 240 },
  'contributionWeight',
  'isCore',
  'trainingHoursNeeded',
  'prerequisiteIds',
  'owner',
  { key: 'evidence', width: 240 },
] as const

/** The essential components, one line each. */
export function ComponentSheet() {
  const rows = useRows('component')
  return (
    <DataSheet
      table="component"
      columns={columns}
      rows={rows}
      title="Essential components"
      addWords="Add a component"
    />
  )
}
