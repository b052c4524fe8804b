import { Anchor, Table, Text } from '@mantine/core'
import { dollars } from '@shared/forecast/figure'
import { sessionFigures, type SessionFigures } from '@shared/forecast/session-figures'
import { formatNumber } from '@shared/plan/format'
import { monthWords } from '@shared/plan/month'
import { IconCalendarOff } from '@tabler/icons-react'
import { useMemo } from 'react'
import { goToRow } from '../../stores/interface'
import { useWorkbook } from '../../stores/workbook'
import styles from './sessions.module.css'

/** Seats, attendance and cost of every session, planned beside actual, and what clashes with the calendar. */
export function SeatsView() {
  const plan = useWorkbook((s) => s.plan)
  const figures = useMemo(() => sessionFigures(plan), [plan])
  const held = figures.filter(({ came }) => came !== null)
  if (figures.length === 0) return <Text>Seats and attendance show as soon as there is a session.</Text>
  return (
    <div className={styles['stack']}>
      <Text size="sm" c="dimmed" maw={760}>
        Whom each session is for, who has a seat and is expected, and who came. Cost follows the people: substitutes or
        extra hours, materials, and the fee.
      </Text>
      <Table.ScrollContainer minWidth={860}>
        <Table
          aria-label="Seats and attendance"
          verticalSpacing={6}
          horizontalSpacing="xs"
          className={styles['table'] ?? ''}
        >
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">Session</Table.Th>
              <Table.Th scope="col">Month</Table.Th>
              <Number head>For</Number>
              <Number head>Seats</Number>
              <Number head>No seat</Number>
              <Number head>Expected</Number>
              <Number head>Came</Number>
              <Number head>Cost expected</Number>
              <Number head>Cost as held</Number>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {figures.map((one) => (
              <SessionLine key={one.session.id} figures={one} />
            ))}
          </Table.Tbody>
          <Table.Tfoot>
            <Table.Tr>
              <Table.Th scope="row" colSpan={5}>
                {figures.length} sessions, {held.length} of them held
              </Table.Th>
              <Number>{people(sum(figures, ({ expected }) => expected))}</Number>
              <Number>{people(sum(held, ({ came }) => came ?? 0))}</Number>
              <Number>{dollars(sum(figures, ({ expectedCents }) => expectedCents))}</Number>
              <Number>{held.length === 0 ? '–' : dollars(sum(held, ({ cameCents }) => cameCents ?? 0))}</Number>
            </Table.Tr>
          </Table.Tfoot>
        </Table>
      </Table.ScrollContainer>
    </div>
  )
}

/** People, whole ones: an expectation is no head count to the tenth. */
const people = (count: number): string => formatNumber(Math.round(count))

const sum = (figures: readonly SessionFigures[], of: (one: SessionFigures) => number): number =>
  figures.reduce((total, one) => total + of(one), 0)

function Number({ children, head = false }: { readonly children: React.ReactNode; readonly head?: boolean }) {
  return head ? (
    <Table.Th scope="col" className={styles['number'] ?? ''}>
      {children}
    </Table.Th>
  ) : (
    <Table.Td className={styles['number'] ?? ''}>{children}</Table.Td>
  )
}

function SessionLine({ figures }: { readonly figures: SessionFigures }) {
  const { session, audience, unseated, expected, came, expectedCents, cameCents, clashes } = figures
  return (
    <Table.Tr>
      <Table.Th scope="row">
        <Anchor
          component="button"
          type="button"
          ta="start"
          onClick={() => goToRow({ table: 'session', id: session.id })}
        >
          {session.title}
        </Anchor>
        {clashes.map((clash) => (
          <Text key={clash} size="xs" className={styles['clash'] ?? ''}>
            <IconCalendarOff size={14} aria-hidden /> {clash}
          </Text>
        ))}
      </Table.Th>
      <Table.Td className={styles['month'] ?? ''}>{monthWords(session.month)}</Table.Td>
      <Number>{people(audience)}</Number>
      <Number>{session.seats === null ? 'All' : people(session.seats)}</Number>
      <Number>{unseated < 0.5 ? '' : people(unseated)}</Number>
      <Number>{people(expected)}</Number>
      <Number>{came === null ? '–' : people(came)}</Number>
      <Number>{dollars(expectedCents)}</Number>
      <Number>{cameCents === null ? '–' : dollars(cameCents)}</Number>
    </Table.Tr>
  )
}
