import { Stack } from '@mantine/core'
import { DataSheet } from '../../components/DataSheet/DataSheet'
import { useRows } from '../../stores/rows'
const gateColumns = [{ key: 'name', width: 260 }, 'fromPhase', 'toPhase', 'decidedOn', 'decidedBy'] as const
const criterionColumns = [
  { key: 'gateId', width: 220 },
  'kind',
  'line',
  'lane',
  { key: 'evidence', width: 280 },
  'isMet',
] as const
/** Where it is decided on evidence whether the next step may begin. */
export function GateSheets() {
  const gates = useRows('gate')
  const gateCriterions = useRows('gateCriterion')
  return (
    <Stack gap="xl">
      <DataSheet
        table="gate"
        columns={gateColumns}
        rows={gates}
        title="List of gates"
        description="Where it is decided, on evidence, whether the next step may begin."
        addWords="Add a gate"
      />
      <DataSheet
        table="gateCriterion"
        columns={criterionColumns}
        rows={gateCriterions}
        title="What has to hold"
        addWords="Add a criterion"
      />
    </Stack>
  )
}
