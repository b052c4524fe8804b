import { DataSheet } from '../../components/DataSheet/DataSheet'
import { useRows } from '../../stores/rows'
const columns = [
  { key: 'unitId', width: 200 },
  { key: 'componentId', width: 200 },
  'date',
  'measureId',
  'roleId',
  'staffObserved',
  'trained',
  'using',
  'atFidelity',
  'score',
] as const
/** Rounds of observations. */
export function ObservationSheet() {
  const observations = useRows('observation')
  return (
    <DataSheet
      table="observation"
      columns={columns}
      rows={observations}
      title="Observations"
      description="One line a round, school and component; paste a whole round from a spreadsheet."
      addWords="Add an observation"
    />
  )
}
