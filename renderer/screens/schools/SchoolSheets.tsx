import { Anchor, Button, Stack } from '@mantine/core'
import { isSchool } from '@shared/forecast/row-figures'
import { IconBuildingCommunity } from '@tabler/icons-react'
import { useMemo } from 'react'
import type { ColumnChoice } from '../../components/DataSheet/columns'
import { DataSheet } from '../../components/DataSheet/DataSheet'
import { figureColumn } from '../../components/DataSheet/figure-column'
import { EmptyState } from '../../components/EmptyState'
import { openImport } from '../../stores/interface'
import { openSample } from '../../stores/opening'
import { useRows } from '../../stores/rows'
import { isLocked, useWorkbook } from '../../stores/workbook'

const above: readonly ColumnChoice[] = [{ key: 'name', width: 220 }, 'kind', 'level', 'externalId', 'parentId']

/** The list of schools and departments, and apart from it the districts and regions that hold them together. */
export function SchoolSheets() {
  const staff = useWorkbook((s) => figureColumn(s.plan, 'staffOfUnit', 84))
  const all = useRows('unit')
  const schools = useMemo(() => all.filter(isSchool), [all])
  const districts = useMemo(() => all.filter((row) => !isSchool(row)), [all])
  const columns = useMemo<readonly ColumnChoice[]>(
    () => [
      { key: 'name', width: 220 },
      'level',
      'externalId',
      'enrolment',
      staff,
      'waveId',
      'capacity',
      { key: 'economicallyDisadvantagedShare', width: 128 },
      { key: 'keyPersonDependency', width: 116 },
      'kind',
      'parentId',
      'contextTags',
    ],
    [staff],
  )
  // a school that is typed in belongs to the district, where there is but one
  const home = districts.length === 1 ? (districts[0]?.id ?? null) : null
  const defaults = useMemo(() => (home === null ? {} : { parentId: home }), [home])
  return (
    <Stack gap="xl">
      {schools.length === 0 && <NoSchools />}
      <DataSheet
        table="unit"
        columns={columns}
        rows={schools}
        title="Schools and departments"
        addWords="Add a school"
        defaults={defaults}
      />
      <DataSheet
        table="unit"
        columns={above}
        rows={districts}
        title="Districts and regions"
        description="What the schools belong to. Figures are added up by district."
        addWords="Add a district"
        defaults={districtDefaults}
      />
    </Stack>
  )
}

const districtDefaults = { kind: 'district' }

function NoSchools() {
  const locked = useWorkbook(isLocked)
  return (
    <EmptyState
      icon={IconBuildingCommunity}
      title="Bring in your schools"
      text="Take them from a spreadsheet you have, paste them into the first empty line below, or type them one by one."
    >
      <Button disabled={locked} onClick={() => openImport('schools')}>
        Import schools…
      </Button>
      <Anchor component="button" type="button" onClick={() => void openSample()}>
        See it in the sample district
      </Anchor>
    </EmptyState>
  )
}
