import { Stack } from '@mantine/core'
import { useWorkbook } from '../../stores/workbook'
import { NoPositions } from './NoPositions'
import { PositionMonths } from './PositionMonths'
import { PositionYears } from './PositionYears'

/** Positions by month of a fiscal year, then FTE and pay of each by fiscal year. */
export function ByMonth() {
  const plan = useWorkbook((s) => s.plan)
  if (plan.position.size === 0) return <NoPositions />
  return (
    <Stack gap="xl">
      <PositionMonths plan={plan} />
      <PositionYears plan={plan} />
    </Stack>
  )
}
