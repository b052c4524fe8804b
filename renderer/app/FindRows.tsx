import { Spotlight, type SpotlightActionGroupData } from '@mantine/spotlight'
import { groupBy } from '@shared/money/grouping'
import { findRows, type FoundRow } from '@shared/plan/find-rows'
import { tableOf } from '@shared/plan/tables'
import { IconSearch } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { goToRow } from '../stores/interface'
import { useWorkbook } from '../stores/workbook'
import { useEarlyKeys } from './early-keys'
import { findStore } from './find-box'

const limit = 60

/** A found row as something to choose; it leads to where the row is edited. */
export const rowAction = ({ table, id, name, excerpt }: FoundRow) => ({
  id: `row-${table}-${id}`,
  label: name,
  ...(excerpt === null ? {} : { description: excerpt }),
  onClick: () => goToRow({ table, id }),
})

/** Looks for rows of all tables by name or text; Ctrl+Shift+F. */
export function FindRows() {
  const plan = useWorkbook((s) => s.plan)
  const [query, setQuery] = useState('')
  useEarlyKeys(findStore, setQuery)
  const { rows, count } = useMemo(() => findRows(plan, query, limit), [plan, query])
  const actions: SpotlightActionGroupData[] = [...groupBy(rows, ({ table }) => table)].map(([table, found]) => ({
    group: tableOf(table).label,
    actions: found.map(rowAction),
  }))
  const more = count > rows.length ? ` The best ${rows.length} of ${count.toLocaleString('en-US')} are shown.` : ''
  return (
    <Spotlight
      store={findStore}
      actions={actions}
      // what fits was found already, in texts that the list does not show too
      filter={(_query, found) => found}
      query={query}
      onQueryChange={setQuery}
      clearQueryOnClose={false}
      shortcut={null}
      nothingFound={query.trim() === '' ? 'Type a name, or any word that stands in the workbook.' : 'No row says that.'}
      highlightQuery
      scrollable
      maxHeight={460}
      attributes={{ content: { 'aria-label': 'Find in the workbook' } }}
      searchProps={{
        leftSection: <IconSearch size={18} aria-hidden />,
        placeholder: 'Find in the workbook',
        'aria-label': `Find in the workbook.${more}`,
      }}
    />
  )
}
