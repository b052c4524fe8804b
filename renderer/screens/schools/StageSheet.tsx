import { DataSheet } from '../../components/DataSheet/DataSheet'
import { useRows } from '../../stores/rows'
const columns = [
  { key: 'unitId', width: 220 },
  { key: 'componentId', width: 220 },
  'stage',
  'sinceMonth',
  { key: 'evidence', width: 300 },
] as const
/** Where each school stands with each component. */
export function StageSheet() {
  const stages = useRows('stage')
  return (
    <DataSheet
      table="stage"
      columns={columns}
      rows={stages}
      title="Stages"
      description="Where each school stands with each component, as you see it. It can go back."
      addWords="Add a stage"
    />
  )
}
