import { ActionIcon, Button, Group, Popover, SegmentedControl, Stack, Switch, Tooltip } from '@mantine/core'
import { timelineZooms } from '@shared/contract/timeline-layout'
import type { TimelineLane } from '@shared/forecast/timeline-lane'
import { IconCalendarPlus, IconChartBar, IconPrinter, IconTable, IconInfoCircle } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { EmptyState } from '../../components/EmptyState'
import { chooseRow, chooseTab, goTo } from '../../stores/interface'
import { showDetails } from '../../stores/panel'
import { layOutTimeline, takeTimelineView, useTimelineView } from '../../stores/timeline-view'
import { useViews } from '../../stores/views'
import { isLocked, useWorkbook } from '../../stores/workbook'
import { BaselineLine, BaselineMenu } from './BaselineMenu'
import { DatesDialog } from './DatesDialog'
import { canOf } from './lane-edits'
import { LaneMenu } from './LaneMenu'
import { LaneTools } from './LaneTools'
import { Legend } from './Legend'
import { PrintDialog } from './PrintDialog'
import { ShiftDialog } from './ShiftDialog'
import { TimelineChart } from './TimelineChart'
import { TimelineTable } from './TimelineTable'
import { useBaseline } from './use-baseline'
import { useTimeline } from './use-timeline'

type Open =
  | { readonly kind: 'dates' | 'shift'; readonly lane: TimelineLane }
  | { readonly kind: 'menu'; readonly x: number; readonly y: number }
  | { readonly kind: 'print' }
  | null

function detailsOf({ place }: TimelineLane): void {
  if (!place) return
  chooseRow(place)
  showDetails()
}

/** The plan by month as a picture or as a table, with the tools to change it. */
export function TimelineView() {
  const timeline = useTimeline()
  const baseline = useBaseline()
  const isTable = useTimelineView((s) => s.isTable)
  const active = useTimelineView((s) => s.active)
  const locked = useWorkbook(isLocked)
  const sessionId = useWorkbook((s) => s.file?.sessionId ?? null)
  const saved = useViews()
  useEffect(() => takeTimelineView(sessionId, saved), [sessionId, saved])
  const [open, setOpen] = useState<Open>(null)
  const close = (): void => setOpen(null)
  const onDates = (lane: TimelineLane): void => {
    if (canOf(lane, locked).type) setOpen({ kind: 'dates', lane })
  }
  const acts = {
    onDates,
    onShift: (wave: TimelineLane) => setOpen({ kind: 'shift', lane: wave }),
    onDetails: detailsOf,
  }
  const onMenu = (x: number, y: number): void => setOpen({ kind: 'menu', x, y })
  // an item of the menu may have opened a dialog
  const shut = (): void => setOpen((now) => (now?.kind === 'menu' ? null : now))
  const lane = timeline.lanes.find(({ key }) => key === active) ?? timeline.lanes[0] ?? null
  const chosen = lane?.place ?? null
  // the panel with the details, where it stands open, follows the chosen line
  useEffect(() => chooseRow(chosen), [chosen])
  if (timeline.lanes.length === 0) return <Nothing />
  return (
    <Stack gap="xs">
      <ViewTools asOf={timeline.asOf} onPrint={() => setOpen({ kind: 'print' })} />
      {baseline && <BaselineLine baseline={baseline} />}
      {isTable ? (
        <TimelineTable lanes={timeline.lanes} baseline={baseline} />
      ) : (
        <>
          <LaneTools lane={lane} baseline={baseline} isLocked={locked} {...acts} />
          <TimelineChart timeline={timeline} baseline={baseline} onMenu={onMenu} {...acts} />
        </>
      )}
      {open?.kind === 'menu' && lane && <LaneMenu {...open} {...acts} lane={lane} isLocked={locked} onClose={shut} />}
      {open?.kind === 'dates' && <DatesDialog lane={open.lane} onClose={close} />}
      {open?.kind === 'shift' && <ShiftDialog lane={open.lane} onClose={close} />}
      {open?.kind === 'print' && <PrintDialog timeline={timeline} baseline={baseline} onClose={close} />}
    </Stack>
  )
}

const zoomWords = { plan: 'Whole plan', year: 'Years', quarter: 'Quarters', month: 'Months' } as const

function ViewTools({ asOf, onPrint }: { readonly asOf: number; readonly onPrint: () => void }) {
  const zoom = useTimelineView((s) => s.zoom)
  const isTable = useTimelineView((s) => s.isTable)
  const keepsToSchool = useTimelineView((s) => s.keepsToSchool)
  return (
    <Group justify="space-between" gap="xs">
      <Group gap="md">
        <SegmentedControl
          size="xs"
          aria-label="How close"
          value={zoom}
          disabled={isTable}
          onChange={(value) => layOutTimeline({ zoom: timelineZooms.find((one) => one === value) ?? 'plan' })}
          data={timelineZooms.map((value) => ({ value, label: zoomWords[value] }))}
        />
        <Tooltip
          label="Waves, sessions and milestones pass over months without school when they are moved"
          multiline
          maw={280}
        >
          <Switch
            label="Keep to school months"
            checked={keepsToSchool}
            onChange={(event) => layOutTimeline({ keepsToSchool: event.currentTarget.checked })}
          />
        </Tooltip>
      </Group>
      <Group gap="xs">
        <BaselineMenu asOf={asOf} />
        {!isTable && (
          <Popover position="bottom-end" withArrow trapFocus>
            <Popover.Target>
              <ActionIcon size={30} variant="default" aria-label="Signs and keys" title="Signs and keys">
                <IconInfoCircle size={16} />
              </ActionIcon>
            </Popover.Target>
            <Popover.Dropdown aria-label="Signs and keys">
              <Legend />
            </Popover.Dropdown>
          </Popover>
        )}
        <Button
          size="xs"
          variant="default"
          leftSection={isTable ? <IconChartBar size={15} /> : <IconTable size={15} />}
          onClick={() => layOutTimeline({ isTable: !isTable })}
        >
          {isTable ? 'Show as picture' : 'Show as table'}
        </Button>
        <ActionIcon size={30} variant="default" aria-label="Print…" title="Print…" onClick={onPrint}>
          <IconPrinter size={16} />
        </ActionIcon>
      </Group>
    </Group>
  )
}

function Nothing() {
  return (
    <EmptyState
      icon={IconCalendarPlus}
      title="See the whole plan month by month"
      text="Waves, sessions, positions, funds, costs and milestones appear here as soon as they have a month. Begin with the waves: which schools start when."
    >
      <Button
        onClick={() => {
          goTo('schools')
          chooseTab('schools', 'waves')
        }}
      >
        Plan the waves
      </Button>
      <Button variant="default" onClick={() => chooseTab('timeline', 'milestones')}>
        Add a milestone
      </Button>
    </EmptyState>
  )
}
