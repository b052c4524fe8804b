import { groupBy } from '../money/grouping'
import { formatFte } from '../plan/format'
import { monthNumber, monthWords } from '../plan/month'
import { rowsOf } from '../plan/plan'
import { tables, type Row } from '../plan/tables'
import {
  laneKey,
  laneOf,
  oneMonth,
  wholePart,
  type LanePart,
  type LaneSpan,
  type TimelineContext,
  type TimelineLane,
} from './timeline-lane'

/** A line of "Positions by month" with the months in which it holds. */
export type HeldPeriod = { readonly period: Row<'positionPeriod'>; readonly span: LaneSpan }

/** The months of each line of a position: until its own last month, the next line, or `lastMonth` where it holds for good. */
export function heldPeriods(periods: readonly Row<'positionPeriod'>[], lastMonth: number): HeldPeriod[] {
  const ordered = periods.toSorted((a, b) => (a.fromMonth < b.fromMonth ? -1 : a.fromMonth > b.fromMonth ? 1 : 0))
  return ordered.map((period, at) => {
    const first = monthNumber(period.fromMonth)
    const next = ordered[at + 1]
    const own = period.toMonth === null ? null : monthNumber(period.toMonth)
    const until = next ? monthNumber(next.fromMonth) - 1 : null
    const last = own === null || until === null ? (own ?? until) : Math.min(own, until)
    return { period, span: { first, last: Math.max(first, last ?? lastMonth), isOpen: last === null } }
  })
}

/** The first month in which somebody is in the post; null: not within sight. */
const filledFrom = ({ status, expectedFillMonth }: Row<'position'>): number | null => {
  if (status === 'filled') return -Infinity
  return status === 'vacant' && expectedFillMonth !== null ? monthNumber(expectedFillMonth) : null
}

const fteWords = ({ fte }: Row<'positionPeriod'>): string => `${formatFte(fte)} FTE`

function partsOf({ period, span }: HeldPeriod, filled: number | null): LanePart[] {
  const words = fteWords(period)
  const from = filled ?? Infinity
  const empty = { first: span.first, last: Math.min(span.last, from - 1), look: 'vacant', words: null } as const
  const held = { first: Math.max(span.first, from), last: span.last, look: 'plain', words } as const
  return [empty, held].filter(({ first, last }) => first <= last)
}

const statusWords = (position: Row<'position'>): string => {
  if (position.status === 'filled') return ''
  const word = tables.position.fields.status.options[position.status].toLowerCase()
  const { expectedFillMonth: fill } = position
  if (position.status === 'frozen') return word
  return fill === null ? `${word}, no month to fill it yet` : `${word}, filled from ${monthWords(fill)}`
}

function positionLane(
  position: Row<'position'>,
  held: readonly HeldPeriod[],
  { names }: TimelineContext,
): TimelineLane {
  const [first, last] = [held[0], held.at(-1)]
  const filled = filledFrom(position)
  const span = first && last ? { first: first.span.first, last: last.span.last, isOpen: last.span.isOpen } : null
  const isMarked = span !== null && filled !== null && filled >= span.first && filled <= span.last
  const fte = [...new Set(held.map(({ period }) => fteWords(period)))].join(', then ')
  return laneOf('positions', { table: 'position', id: position.id }, names.nameOf('position', position.id), {
    span,
    parts: held.flatMap((one) => partsOf(one, filled)),
    marks: isMarked
      ? [{ month: filled, sign: 'filled', words: `Filled from ${monthWords(position.expectedFillMonth ?? '')}` }]
      : [],
    words: [fte, statusWords(position)].filter((part) => part !== '').join(' · '),
    canMove: span !== null,
    canResize: span !== null,
  })
}

function periodLane(position: Row<'position'>, held: HeldPeriod, { names }: TimelineContext): TimelineLane {
  const { period, span } = held
  const place = period.unitId === null ? 'all schools' : names.nameOf('unit', period.unitId)
  return laneOf('positions', { table: 'positionPeriod', id: period.id }, `${fteWords(period)}, ${place}`, {
    level: 2,
    parent: laneKey({ table: 'position', id: position.id }),
    span,
    parts: partsOf(held, filledFrom(position)).map((part) => ({ ...part, words: null })),
    words: fteWords(period),
    canMove: true,
    canResize: true,
  })
}

/** Every position over the months it is planned for, empty months apart; those that change have a lane for each line. */
export function positionLanes(context: TimelineContext): TimelineLane[] {
  const periods = groupBy(rowsOf(context.plan, 'positionPeriod'), ({ positionId }) => positionId)
  return rowsOf(context.plan, 'position').flatMap((position) => {
    const held = heldPeriods(periods.get(position.id) ?? [], context.lastMonth)
    const inner = held.length > 1 ? held.map((one) => periodLane(position, one, context)) : []
    return [positionLane(position, held, context), ...inner]
  })
}

/** What changes in the central office once the practice is at scale, in the month the forecast has for it. */
export function moveLanes({ plan, names, moves }: TimelineContext): TimelineLane[] {
  const months = new Map(moves.map(({ move, month }) => [move.id, month]))
  return rowsOf(plan, 'reorganisationMove').map((move) => {
    const month = months.get(move.id) ?? null
    const span = month === null ? null : oneMonth(monthNumber(month))
    const who = move.positionId === null ? (move.duty ?? 'A duty') : names.nameOf('position', move.positionId)
    const then = tables.reorganisationMove.fields.newFunction.options[move.newFunction].toLowerCase()
    const when = move.monthsAfterAtScale === 1 ? '1 month' : `${move.monthsAfterAtScale} months`
    const outlook = span === null ? 'not within the forecast' : 'if at scale'
    return laneOf('moves', { table: 'reorganisationMove', id: move.id }, who, {
      shape: 'diamond',
      span,
      parts: span === null ? [] : [wholePart(span)],
      words: `${move.newFunction === 'ended' ? '' : 'then '}${then}, ${when} after at scale · ${outlook}`,
      canMove: true,
    })
  })
}
