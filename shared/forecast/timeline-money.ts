import { formatMoney } from '../plan/format'
import { monthNumber, monthWords } from '../plan/month'
import { rowsOf } from '../plan/plan'
import { tables, type Row } from '../plan/tables'
import { dollars } from './figure'
import {
  laneOf,
  wholePart,
  type LaneMark,
  type LanePart,
  type LaneSpan,
  type TimelineContext,
  type TimelineLane,
} from './timeline-lane'

const numberOr = (month: string | null, otherwise: number): number => (month === null ? otherwise : monthNumber(month))

function fundSpan(fund: Row<'fundingSource'>, { firstMonth, lastMonth }: TimelineContext): LaneSpan {
  const ends = [fund.obligationEndMonth, fund.liquidationEndMonth].filter((month) => month !== null).map(monthNumber)
  const last = ends.length === 0 ? lastMonth : Math.max(...ends)
  const first = numberOr(fund.startMonth, Math.min(firstMonth, last))
  return { first, last: Math.max(first, last), isOpen: ends.length === 0 }
}

/** Until its money may be committed, then until it may be paid. */
function fundParts({ obligationEndMonth, isRecurring }: Row<'fundingSource'>, { first, last }: LaneSpan): LanePart[] {
  const commits = numberOr(obligationEndMonth, last)
  const parts = [
    { first, last: Math.min(last, commits), look: 'plain', words: isRecurring ? 'every year' : 'one-time' },
    { first: commits + 1, last, look: 'tail', words: 'pays out' },
  ] as const
  return parts.filter((part) => part.first <= part.last)
}

function cliffMarks(fund: Row<'fundingSource'>, { cliffs }: TimelineContext): LaneMark[] {
  return cliffs
    .filter(({ sourceId }) => sourceId === fund.id)
    .map(({ lastMonth, carriedCents, unfundedCents }) => ({
      month: monthNumber(lastMonth),
      sign: 'cliff',
      words:
        unfundedCents > 0
          ? `After ${monthWords(lastMonth)} ${dollars(unfundedCents)} of what is needed for good has no fund`
          : `Until ${monthWords(lastMonth)} it carries ${dollars(carriedCents)} of what is needed for good`,
    }))
}

/** Every fund from its start until money may be committed, and with another look until it may be paid; its cliffs on it. */
export function fundLanes(context: TimelineContext): TimelineLane[] {
  return rowsOf(context.plan, 'fundingSource').map((fund) => {
    const span = fundSpan(fund, context)
    const marks = cliffMarks(fund, context)
    const hasMonth = fund.startMonth !== null || fund.obligationEndMonth !== null || fund.liquidationEndMonth !== null
    const facts = [fund.isRecurring ? 'every year' : 'one-time', marks.length === 0 ? '' : 'leaves a gap']
    return laneOf('funding', { table: 'fundingSource', id: fund.id }, fund.name, {
      span,
      parts: fundParts(fund, span),
      marks,
      words: facts.filter((fact) => fact !== '').join(' · '),
      canMove: hasMonth,
      canResize: true,
    })
  })
}

function costSpan({ frequency, firstMonth, lastMonth }: Row<'costLine'>, end: number): LaneSpan {
  const first = monthNumber(firstMonth)
  if (frequency === 'once') return { first, last: first, isOpen: false }
  return { first, last: Math.max(first, numberOr(lastMonth, end)), isOpen: lastMonth === null }
}

function dueMarks({ frequency, amountCents }: Row<'costLine'>, { first, last }: LaneSpan): LaneMark[] {
  if (frequency !== 'yearly') return []
  const months = Array.from({ length: Math.floor((last - first) / 12) + 1 }, (_, year) => first + year * 12)
  return months.map((month) => ({ month, sign: 'due', words: formatMoney(amountCents) }))
}

/** Every cost line over the months in which it is paid; a yearly one has a mark where it falls due. */
export function costLanes({ plan, lastMonth }: TimelineContext): TimelineLane[] {
  return rowsOf(plan, 'costLine').map((line) => {
    const span = costSpan(line, lastMonth)
    return laneOf('costs', { table: 'costLine', id: line.id }, line.name, {
      span,
      parts: [wholePart(span)],
      marks: dueMarks(line, span),
      words: `${formatMoney(line.amountCents)} ${tables.costLine.fields.frequency.options[line.frequency].toLowerCase()}`,
      canMove: true,
      canResize: line.frequency !== 'once',
    })
  })
}
