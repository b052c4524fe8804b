import { Anchor, Table, Text } from '@mantine/core'
import type { SessionFigureKey, SessionTotalKey } from '@shared/forecast/explain-question'
import { dollars } from '@shared/forecast/figure'
import { sessionFigures, type SessionFigures } from '@shared/forecast/session-figures'
import { formatNumber } from '@shared/plan/format'
import { monthWords } from '@shared/plan/month'
import { IconCalendarOff } from '@tabler/icons-react'
import { useMemo } from 'react'
import { FigureButton } from '../../components/FigureButton'
import { asking } from '../../stores/explanation'
import { goToRow } from '../../stores/interface'
import { useWorkbook } from '../../stores/workbook'
import styles from './sessions.module.css'

const heads: Readonly<Record<SessionFigureKey, string>> = {
  audience: 'For',
  unseated: 'No seat',
  expected: 'Expected',
  came: 'Came',
  expectedCents: 'Cost expected',
  cameCents: 'Cost as held',
}

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
              <Number head>{heads.audience}</Number>
              <Number head>Seats</Number>
              <Number head>{heads.unseated}</Number>
              <Number head>{heads.expected}</Number>
              <Number head>{heads.came}</Number>
              <Number head>{heads.expectedCents}</Number>
              <Number head>{heads.cameCents}</Number>
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
              {(['expected', 'came', 'expectedCents', 'cameCents'] as const).map((of) => (
                <Number key={of}>
                  {of === 'cameCents' && held.length === 0 ? '–' : <Total figures={figures} of={of} />}
                </Number>
              ))}
            </Table.Tr>
          </Table.Tfoot>
        </Table>
      </Table.ScrollContainer>
    </div>
  )
}

/** People, whole ones: an expectation is no head count to the tenth. */
const people = (count: number): string => formatNumber(Math.round(count))

function Total({ figures, of }: { readonly figures: readonly SessionFigures[]; readonly of: SessionTotalKey }) {
  const sum = figures.reduce((all, one) => all + (one[of] ?? 0), 0)
  const text = of === 'expectedCents' || of === 'cameCents' ? dollars(sum) : people(sum)
  const question = { kind: 'sessionTotal', of } as const
  return <FigureButton text={text} about={`All sessions, ${heads[of]}`} {...asking(question)} />
}

function Figure({ figures, of }: { readonly figures: SessionFigures; readonly of: SessionFigureKey }) {
  const value = figures[of]
  const { id, title } = figures.session
  if (value === null) return '–'
  if (of === 'unseated' && value < 0.5) return ''
  const text = of === 'expectedCents' || of === 'cameCents' ? dollars(value) : people(value)
  const question = { kind: 'sessionFigure', sessionId: id, of } as const
  return <FigureButton text={text} about={`${title}, ${heads[of]}`} {...asking(question)} />
}

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
  const { session, clashes } = figures
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
      <Number>
        <Figure figures={figures} of="audience" />
      </Number>
      <Number>{session.seats === null ? 'All' : people(session.seats)}</Number>
      {(['unseated', 'expected', 'came', 'expectedCents', 'cameCents'] as const).map((of) => (
        <Number key={of}>
          <Figure figures={figures} of={of} />
        </Number>
      ))}
    </Table.Tr>
  )
}
