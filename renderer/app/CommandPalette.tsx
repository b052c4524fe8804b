import { Kbd } from '@mantine/core'
import { Spotlight, type SpotlightActionGroupData } from '@mantine/spotlight'
import { findRows } from '@shared/plan/find-rows'
import { IconSearch } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useWorkbook } from '../stores/workbook'
import { offeredScenarios } from '../stores/scenarios'
import { showTarget } from '../stores/workbook'
import { commandStore } from './command-box'
import { commands, type Command } from './commands'
import { useEarlyKeys } from './early-keys'
import { rowAction } from './FindRows'

/** Rows of the plan under the commands; the search for rows alone shows more. */
const shownRows = 8

const groups: readonly Command['group'][] = ['Go to', 'Edit', 'Plan', 'File', 'View', 'Help']

/** Search over everything that the window can do, by words; Ctrl+K. */
export function CommandPalette() {
  const scenarios = offeredScenarios(useWorkbook((s) => s.scenarios))
  // what can be done changes with the plan, so the list is made anew with it
  useWorkbook((s) => s.sequence)
  const plan = useWorkbook((s) => s.plan)
  const [query, setQuery] = useState('')
  useEarlyKeys(commandStore, setQuery)
  const rows = useMemo(() => findRows(plan, query, shownRows).rows, [plan, query])
  const found: SpotlightActionGroupData = {
    group: 'In the workbook',
    // what was found in a text of the row is kept, though its name does not hold the words
    actions: rows.map((row) => ({ ...rowAction(row), keywords: query })),
  }
  const actions: SpotlightActionGroupData[] = groups.map((group) => ({
    group,
    actions: [
      ...commands
        .filter((c) => c.group === group && c.canRun() && c.id !== 'command-palette')
        .map(({ id, label, keys, run }) => ({
          id,
          label,
          onClick: run,
          ...(keys === null ? {} : { rightSection: <Kbd size="xs">{keys}</Kbd> }),
        })),
      ...(group === 'Plan'
        ? scenarios.map(({ id, name }) => ({
            id,
            label: `Show the scenario “${name}”`,
            onClick: () => showTarget({ scenarioId: id }),
          }))
        : []),
    ],
  }))
  return (
    <Spotlight
      store={commandStore}
      actions={[...actions, found]}
      query={query}
      onQueryChange={setQuery}
      clearQueryOnClose={false}
      shortcut={null}
      nothingFound="Nothing by that name"
      highlightQuery
      scrollable
      maxHeight={420}
      attributes={{ content: { 'aria-label': 'Search and commands' } }}
      searchProps={{
        leftSection: <IconSearch size={18} aria-hidden />,
        placeholder: 'What would you like to do or find?',
        'aria-label': 'Search and commands',
      }}
    />
  )
}
