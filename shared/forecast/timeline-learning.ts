import { groupBy } from '../money/grouping'
import { formatNumber } from '../plan/format'
import { monthNumber, monthWords } from '../plan/month'
import { rowsOf } from '../plan/plan'
import type { Row } from '../plan/tables'
import { countWords } from '../plan/words'
import type { UnitForecast } from './forecast'
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

/** On the way until the month in which it is at the line, then at it. */
function schoolParts({ first, last }: LaneSpan, line: number | null): LanePart[] {
  const from = line ?? Infinity
  const parts: LanePart[] = [
    { first, last: Math.min(last, from - 1), look: 'tail', words: null },
    { first: Math.max(first, from), last, look: 'atLine', words: 'at the line' },
  ]
  return parts.filter((part) => part.first <= part.last)
}

function schoolLane(
  school: Row<'unit'>,
  wave: Row<'wave'>,
  span: LaneSpan | null,
  becomes: UnitForecast | undefined,
): TimelineLane {
  const atLine = becomes?.atLineMonth ?? null
  const line = atLine === null ? null : monthNumber(atLine)
  const isAtLine = span !== null && line !== null
  return laneOf('waves', { table: 'unit', id: school.id }, school.name, {
    level: 2,
    parent: laneKey({ table: 'wave', id: wave.id }),
    span,
    parts: span === null ? [] : schoolParts(span, line),
    marks: isAtLine ? [{ month: line, sign: 'line', words: `At the line in ${monthWords(atLine ?? '')}` }] : [],
    words: isAtLine ? `at the line in ${monthWords(atLine ?? '')} (forecast)` : '',
  })
}

/** Every wave from its first month on, and in it its schools, each with the month in which the forecast has it at the line. */
export function waveLanes({ plan, lastMonth, forecasts }: TimelineContext): TimelineLane[] {
  const schools = groupBy(rowsOf(plan, 'unit'), ({ waveId }) => waveId)
  const becomes = new Map(forecasts.flatMap(({ units }) => units.map((unit) => [unit.unitId, unit])))
  return rowsOf(plan, 'wave').flatMap((wave) => {
    const first = wave.startMonth === null ? null : monthNumber(wave.startMonth)
    const span = first === null ? null : { first, last: Math.max(first, lastMonth), isOpen: true }
    const mine = schools.get(wave.id) ?? []
    const lane = laneOf('waves', { table: 'wave', id: wave.id }, wave.name, {
      span,
      parts: span === null ? [] : [wholePart(span)],
      words: mine.length === 1 ? '1 school' : `${mine.length} schools`,
      canMove: true,
    })
    return [lane, ...mine.map((school) => schoolLane(school, wave, span, becomes.get(school.id)))]
  })
}

function audienceWords({ waveIds, unitIds }: Row<'session'>, { names }: TimelineContext): string {
  const waves = waveIds.map((id) => names.nameOf('wave', id))
  const schools =
    unitIds.length > 3 ? [countWords('unit', unitIds.length)] : unitIds.map((id) => names.nameOf('unit', id))
  const all = [...waves, ...schools]
  return all.length === 0 ? 'all schools' : all.join(', ')
}

/** Every learning session in its month. */
export function sessionLanes(context: TimelineContext): TimelineLane[] {
  return rowsOf(context.plan, 'session').map((session) => {
    const span = oneMonth(monthNumber(session.month))
    const isHeld = session.attendanceActual !== null
    const facts = [`${formatNumber(session.hours)} hours`, audienceWords(session, context), isHeld ? 'held' : '']
    return laneOf('sessions', { table: 'session', id: session.id }, session.title, {
      span,
      parts: [wholePart(span, isHeld ? 'done' : 'plain')],
      words: facts.filter((fact) => fact !== '').join(' · '),
      canMove: true,
    })
  })
}
