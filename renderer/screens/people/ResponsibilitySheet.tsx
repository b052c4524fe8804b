import { Stack } from '@mantine/core'
import { DataSheet } from '../../components/DataSheet/DataSheet'
import { useRows } from '../../stores/rows'
import { KeyPeople } from './KeyPeople'

const columns = [{ key: 'name', width: 260 }, 'unitId', 'isRequired', 'carriedBy', 'backup'] as const
/** What must be carried, by whom, with whom behind. */
export function ResponsibilitySheet() {
  const responsibilities = useRows('responsibility')
  return (
    <Stack gap="xl">
      <KeyPeople />
      <DataSheet
        table="responsibility"
        columns={columns}
        rows={responsibilities}
        title="Responsibilities"
        description="What must be carried for the practice to go on. What rests on one person falls with them."
        addWords="Add a responsibility"
      />
    </Stack>
  )
}
