import { Stack } from '@mantine/core'
import { DataSheet } from '../../components/DataSheet/DataSheet'
import { useRows } from '../../stores/rows'
import { MovesAtScale } from './MovesAtScale'

const columns = [
  { key: 'positionId', width: 220 },
  { key: 'duty', width: 220 },
  'newFunction',
  'unitId',
  'fte',
  'monthsAfterAtScale',
] as const

/** Who does what in the central office once the practice is at scale. */
export function ReorganisationSheet() {
  const reorganisationMoves = useRows('reorganisationMove')
  return (
    <Stack gap="xl">
      <DataSheet
        table="reorganisationMove"
        columns={columns}
        rows={reorganisationMoves}
        title="Once at scale"
        description="Moves in the central office. They take effect only after the practice is at scale."
        addWords="Add a move"
      />
      <MovesAtScale />
    </Stack>
  )
}
