import { DataSheet } from '../../components/DataSheet/DataSheet'
import { useRows } from '../../stores/rows'
const columns = [{ key: 'key', width: 220 }, 'value', 'low', 'high', { key: 'source', width: 260 }, 'grade'] as const
/** Settings that differ from the defaults. */
export function SettingSheet() {
  const settings = useRows('setting')
  return (
    <DataSheet
      table="setting"
      columns={columns}
      rows={settings}
      title="Settings"
      description="Only what differs from the default has a line."
      addWords="Add a setting"
    />
  )
}
