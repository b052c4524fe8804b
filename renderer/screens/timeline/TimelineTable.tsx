import { ScrollArea, Table } from '@mantine/core'
import { baselineWords, type Baseline } from '@shared/forecast/timeline-baseline'
import { timelineGroups, type TimelineLane } from '@shared/forecast/timeline-lane'
import { monthText, monthWords } from '@shared/plan/month'
import styles from './timeline.module.css'

type Props = { readonly lanes: readonly TimelineLane[]; readonly baseline: Baseline | null }

const fromWords = ({ span }: TimelineLane): string => (span === null ? '–' : monthWords(monthText(span.first)))
const untilWords = ({ span }: TimelineLane): string => {
  if (span === null) return '–'
  return span.isOpen ? 'goes on' : monthWords(monthText(span.last))
}
const factsOf = ({ words, marks }: TimelineLane): string =>
  [words, ...marks.filter(({ sign }) => sign === 'cliff').map((mark) => mark.words)]
    .filter((part) => part !== '')
    .join(' · ')

/** The same as the picture, as a table: every line with its months and what is said of it. */
export function TimelineTable({ lanes, baseline }: Props) {
  const rows = lanes.filter(({ level }) => level > 0)
  return (
    <ScrollArea type="auto" viewportProps={{ tabIndex: 0, 'aria-label': 'Timeline as a table' }}>
      <Table withTableBorder striped fz="sm" verticalSpacing={5} aria-label="Timeline">
        <Table.Thead>
          <Table.Tr>
            {['Part', 'What', 'From', 'Until', 'More', ...(baseline ? ['Against the baseline'] : [])].map((head) => (
              <Table.Th key={head} scope="col">
                {head}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((lane) => (
            <Table.Tr key={lane.key}>
              <Table.Td>{timelineGroups[lane.group]}</Table.Td>
              <Table.Th scope="row" fw={500} pl={lane.level === 2 ? 28 : 10}>
                {lane.label}
              </Table.Th>
              <Table.Td className={styles['month'] ?? ''}>{fromWords(lane)}</Table.Td>
              <Table.Td className={styles['month'] ?? ''}>{untilWords(lane)}</Table.Td>
              <Table.Td>{factsOf(lane)}</Table.Td>
              {baseline && <Table.Td>{comparedWords(lane, baseline)}</Table.Td>}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollArea>
  )
}

function comparedWords({ key, place }: TimelineLane, { lanes, added }: Baseline): string {
  if (place === null) return '–'
  const lane = lanes.get(key)
  if (lane) return baselineWords(lane)
  return added.includes(key) ? 'new' : '–'
}
