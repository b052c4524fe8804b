import { Stack } from '@mantine/core'
import { DataSheet } from '../../components/DataSheet/DataSheet'
import { useRows } from '../../stores/rows'
const measureColumns = [{ key: 'name', width: 260 }, 'direction', 'unitOfMeasure'] as const
const resultColumns = [{ key: 'measureId', width: 220 }, { key: 'unitId', width: 200 }, 'date', 'value', 'n'] as const
/** What the practice is for. */
export function OutcomeSheets() {
  const outcomeMeasures = useRows('outcomeMeasure')
  const outcomeResults = useRows('outcomeResult')
  return (
    <Stack gap="xl">
      <DataSheet
        table="outcomeMeasure"
        columns={measureColumns}
        rows={outcomeMeasures}
        title="Outcome measures"
        description="What the practice is for: what should get better for students where it is done well."
        addWords="Add an outcome"
      />
      <DataSheet
        table="outcomeResult"
        columns={resultColumns}
        rows={outcomeResults}
        title="Outcome results"
        description="One line a school and date, for all students together: no names, no student records."
        addWords="Add a result"
      />
    </Stack>
  )
}
