import { DataSheet } from '../../components/DataSheet/DataSheet'
import { useRows } from '../../stores/rows'
const columns = [
  { key: 'name', width: 240 },
  'version',
  { key: 'componentIds', width: 260 },
  'maximumPoints',
  'criterionShare',
  'minutesPerObservation',
  'roundsPerYear',
] as const
/** With what it is seen how well the practice is done. */
export function MeasureSheet() {
  const fidelityMeasures = useRows('fidelityMeasure')
  return (
    <DataSheet
      table="fidelityMeasure"
      columns={columns}
      rows={fidelityMeasures}
      title="Fidelity measures"
      description="How it is seen whether people practice as intended, and what that costs in time."
      addWords="Add a measure"
    />
  )
}
