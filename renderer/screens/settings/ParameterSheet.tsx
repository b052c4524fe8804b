import { DataSheet } from '../../components/DataSheet/DataSheet'
import { useRows } from '../../stores/rows'
const columns = [{ key: 'key', width: 220 }, 'value', 'low', 'high', { key: 'source', width: 260 }, 'grade'] as const
/** Parameters of the model that differ from the base. */
export function ParameterSheet() {
  const parameters = useRows('parameter')
  return (
    <DataSheet
      table="parameter"
      columns={columns}
      rows={parameters}
      title="Parameters of the model"
      description="Only what differs from the base has a line."
      addWords="Add a parameter"
    />
  )
}
