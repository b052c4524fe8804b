import { Button, Menu, Text } from '@mantine/core'
import { moreWords } from '@shared/forecast/timeline-baseline'
import { monthText, monthWords } from '@shared/plan/month'
import { IconCheck, IconChevronDown, IconVersions } from '@tabler/icons-react'
import { saveVersion, useRecords } from '../../stores/records'
import { setTimelineView, useTimelineView } from '../../stores/timeline-view'
import { isLocked, useWorkbook } from '../../stores/workbook'
import type { ShownBaseline } from './use-baseline'

/** Keeps the current plan as a version and measures against it from now on. */
async function keepAsBaseline(asOf: number): Promise<void> {
  if (!(await saveVersion(`Baseline ${monthWords(monthText(asOf))}`))) return
  setTimelineView({ baseline: useRecords.getState().versions?.[0]?.id ?? null })
}

/** Which saved version of the plan the bars are measured against. */
export function BaselineMenu({ asOf }: { readonly asOf: number }) {
  const versions = useRecords((s) => s.versions) ?? []
  const chosen = useTimelineView((s) => s.baseline)
  const locked = useWorkbook(isLocked)
  const version = versions.find(({ id }) => id === chosen)
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconVersions size={15} />}
          rightSection={<IconChevronDown size={14} />}
        >
          Baseline
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>Measure against</Menu.Label>
        <Menu.Item
          rightSection={!version && <IconCheck size={15} />}
          onClick={() => setTimelineView({ baseline: null })}
        >
          Nothing
        </Menu.Item>
        {versions.map(({ id, name }) => (
          <Menu.Item
            key={id}
            rightSection={id === chosen && <IconCheck size={15} />}
            onClick={() => setTimelineView({ baseline: id })}
          >
            {name}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item disabled={locked} onClick={() => void keepAsBaseline(asOf)}>
          Keep the current plan as a baseline
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

const countWords = (count: number, words: string): string => (count === 0 ? '' : `${count} ${words}`)

/** How the whole plan stands against its baseline, in one line. */
export function BaselineLine({ baseline }: { readonly baseline: ShownBaseline }) {
  const { name, moreCents, added, removed, lanes } = baseline
  const moved = [...lanes.values()].filter(
    ({ startLater, endLater }) => (startLater ?? 0) !== 0 || (endLater ?? 0) !== 0,
  )
  const parts = [
    moreCents === 0 ? 'costs the same in all' : `${moreWords(moreCents)} in all`,
    countWords(moved.length, moved.length === 1 ? 'line moved' : 'lines moved'),
    countWords(added.length, 'new'),
    removed.length === 0 ? '' : `no longer there: ${removed.slice(0, 5).join(', ')}${removed.length > 5 ? '…' : ''}`,
  ].filter((part) => part !== '')
  return (
    <Text size="sm">
      Against the baseline “{name}”: {parts.join(' · ')}
    </Text>
  )
}
