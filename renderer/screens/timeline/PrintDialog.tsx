import { Button, Group, Modal, NumberInput, Stack, Text } from '@mantine/core'
import { closedKeys, openLanes } from '@shared/forecast/timeline'
import { useEffect, useState } from 'react'
import { useTimelineView } from '../../stores/timeline-view'
import { Paper } from './Paper'
import { paperPages, type PaperPage } from './paper-pages'
import type { ShownBaseline } from './use-baseline'
import type { ShownTimeline } from './use-timeline'

type Props = {
  readonly timeline: ShownTimeline
  readonly baseline: ShownBaseline | null
  readonly onClose: () => void
}

/** How many pages wide the timeline is printed; then the system's own print window. */
export function PrintDialog({ timeline, baseline, onClose }: Props) {
  const [wide, setWide] = useState<number | string>(1)
  const [isPrinting, setPrinting] = useState(false)
  const turned = useTimelineView((s) => s.turned)
  const lanes = openLanes(timeline.lanes, closedKeys(timeline.lanes, turned))
  const pages = paperPages(timeline, lanes, Math.max(1, Number(wide)))
  if (isPrinting) return <Printing timeline={timeline} baseline={baseline} pages={pages} onDone={onClose} />
  return (
    <Modal opened onClose={onClose} title="Print the timeline" closeButtonProps={{ 'aria-label': 'Close' }}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          setPrinting(true)
        }}
      >
        <Stack gap="md">
          <NumberInput
            label="Pages wide"
            description="On letter paper in landscape. The more pages side by side, the more room for each month."
            value={wide}
            onChange={setWide}
            min={1}
            max={8}
            allowDecimal={false}
            data-autofocus
          />
          <Text size="sm" role="status">
            {pages.length === 1 ? 'One page' : `${pages.length} pages`}, with the lines that are open now. The plan’s
            name and its month stand on each.
          </Text>
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit">Print</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}

type PrintingProps = {
  readonly timeline: ShownTimeline
  readonly baseline: ShownBaseline | null
  readonly pages: readonly PaperPage[]
  readonly onDone: () => void
}

/** Puts the pages there, opens the print window, and takes them away when it is closed. */
function Printing({ timeline, baseline, pages, onDone }: PrintingProps) {
  useEffect(() => {
    window.addEventListener('afterprint', onDone)
    return () => window.removeEventListener('afterprint', onDone)
  }, [onDone])
  useEffect(() => {
    // the pages have to be laid out before they are printed
    const frame = requestAnimationFrame(() => window.print())
    return () => cancelAnimationFrame(frame)
  }, [])
  return <Paper timeline={timeline} baseline={baseline} pages={pages} />
}
