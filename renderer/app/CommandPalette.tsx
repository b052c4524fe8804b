import { Kbd } from '@mantine/core'
import { Spotlight, type SpotlightActionGroupData } from '@mantine/spotlight'
import { IconSearch } from '@tabler/icons-react'
import { useWorkbook } from '../stores/workbook'
import { showTarget } from '../stores/workbook'
import { commands, type Command } from './commands'

const groups: readonly Command['group'][] = ['Go to', 'Edit', 'Plan', 'File', 'View', 'Help']

/** Search over everything that the window can do, by words; Ctrl+K. */
export function CommandPalette() {
  const scenarios = useWorkbook((s) => s.scenarios)
  // what can be done changes with the plan, so the list is made anew with it
  useWorkbook((s) => s.sequence)
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
      actions={actions}
      shortcut={null}
      nothingFound="Nothing by that name"
      highlightQuery
      scrollable
      maxHeight={420}
      attributes={{ content: { 'aria-label': 'Search and commands' } }}
      searchProps={{
        leftSection: <IconSearch size={18} aria-hidden />,
        placeholder: 'What would you like to do?',
        'aria-label': 'Search and commands',
      }}
    />
  )
}
