import { Anchor, Button, Stack, Text } from '@mantine/core'
import { formatShare } from '@shared/plan/format'
import { settingsOf } from '@shared/plan/settings'
import { IconUsersGroup } from '@tabler/icons-react'
import { useMemo } from 'react'
import type { ColumnChoice } from '../../components/DataSheet/columns'
import { DataSheet } from '../../components/DataSheet/DataSheet'
import { EmptyState } from '../../components/EmptyState'
import { commitAndSay } from '../../stores/commits'
import { openImport } from '../../stores/interface'
import { openSample } from '../../stores/opening'
import { useRows } from '../../stores/rows'
import { isLocked, useWorkbook } from '../../stores/workbook'
import { usualRoles } from './usual-roles'

const groupColumns: readonly ColumnChoice[] = [
  { key: 'unitId', width: 220 },
  { key: 'roleId', width: 160 },
  'headcount',
  'annualTurnover',
  'onboardingCoverage',
  'readiness',
  'contextFit',
]
const roleColumns: readonly ColumnChoice[] = [
  { key: 'name', width: 220 },
  { key: 'kind', width: 160 },
]

/** How many people of which role work at each school, how they come and go, and which roles there are. */
export function StaffSheets() {
  const groups = useRows('staffGroup')
  const roles = useRows('role')
  const settings = useWorkbook((s) => s.plan.setting)
  const plan = useWorkbook((s) => s.plan)
  const locked = useWorkbook(isLocked)
  const turnover = useMemo(() => settingsOf({ ...plan, setting: settings }), [plan, settings])
  const factor = turnover.turnoverFactor === 1 ? '' : `, times ${turnover.turnoverFactor} everywhere`
  return (
    <Stack gap="xl">
      {roles.length === 0 && (
        <EmptyState
          icon={IconUsersGroup}
          title="Who is to practice?"
          text="Say which roles there are, then how many of each work at each school. A district’s totals can be spread over its schools."
        >
          <Button
            disabled={locked}
            onClick={() => void commitAndSay('Add the usual roles', 'add', usualRoles, { hasUndo: true })}
          >
            Add the usual roles
          </Button>
          <Button variant="default" disabled={locked} onClick={() => openImport('staff-totals')}>
            Import staff…
          </Button>
          <Anchor component="button" type="button" onClick={() => void openSample()}>
            See it in the sample district
          </Anchor>
        </EmptyState>
      )}
      <DataSheet
        table="staffGroup"
        columns={groupColumns}
        rows={groups}
        title="Staff by school"
        addWords="Add a staff group"
        description={`Where no figure stands under “Leave in a year”, ${formatShare(turnover.defaultTurnover)} leave${factor}.`}
      />
      <DataSheet
        table="role"
        columns={roleColumns}
        rows={roles}
        title="Roles"
        addWords="Add a role"
        description="Only practitioners are counted in reach and fidelity."
      />
      {roles.length > 0 && groups.length === 0 && (
        <Text c="dimmed" size="sm">
          No school has staff yet: type a line above, or import staff from a spreadsheet.
        </Text>
      )}
    </Stack>
  )
}
