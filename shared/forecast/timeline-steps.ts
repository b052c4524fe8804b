import { groupBy } from '../money/grouping'
import { dayWords } from '../plan/day'
import { addMonths, monthNumber, monthOfDay } from '../plan/month'
import { rowsOf } from '../plan/plan'
import type { Row } from '../plan/tables'
import type { Forecast } from './forecast'
import type { GateAnswer } from './gate'
import {
  groupKey,
  laneKey,
  laneOf,
  oneMonth,
  wholePart,
  type TimelineContext,
  type TimelineLane,
} from './timeline-lane'

function milestoneWords(milestone: Row<'milestone'>, isLate: boolean): string {
  if (milestone.doneOn !== null) return `done ${dayWords(milestone.doneOn)}`
  return [isLate ? 'late: not done yet' : 'not done yet', milestone.owner ?? '']
    .filter((part) => part !== '')
    .join(' · ')
}

/** Every milestone in its month: done, to come, or late as of the plan's month. */
export function milestoneLanes({ plan, asOf }: TimelineContext): TimelineLane[] {
  return rowsOf(plan, 'milestone').map((milestone) => {
    const span = oneMonth(monthNumber(milestone.month))
    const isLate = milestone.doneOn === null && span.first < asOf
    return laneOf('milestones', { table: 'milestone', id: milestone.id }, milestone.name, {
      shape: 'diamond',
      span,
      parts: [wholePart(span, milestone.doneOn !== null ? 'done' : isLate ? 'late' : 'plain')],
      words: milestoneWords(milestone, isLate),
      canMove: true,
    })
  })
}

/** Go, ready or no go yet, with how many criteria are met; without an answer it is not known. */
function gateWords(gate: Row<'gate'>, answer: GateAnswer | undefined): string {
  if (gate.decidedOn !== null) return `go: decided ${dayWords(gate.decidedOn)}`
  if (!answer) return 'not decided'
  const { criteria, isReady } = answer
  if (criteria.length === 0) return 'not decided · no criteria yet'
  const met = criteria.filter(({ state }) => state === 'met').length
  return `${isReady ? 'ready to decide' : 'no go yet'} · ${met} of ${criteria.length} criteria met`
}

/** The first month at scale, or sustained, of the forecast that gets there first; null where none does. */
function phaseMonth(forecasts: readonly Forecast[], phase: Row<'gate'>['toPhase']): number | null {
  const months = forecasts.flatMap((forecast) => {
    const month = phase === 'atScale' ? forecast.atScaleMonth : phase === 'sustained' ? sustainedMonth(forecast) : null
    return month === null ? [] : [monthNumber(month)]
  })
  return months.length === 0 ? null : Math.min(...months)
}

/**
 * Every gate: where it was decided; else in the month before the first wave that it opens, by which it has to be
 * decided; else where the forecast reaches the phase it opens. It leads to its waves.
 */
export function gateLanes({ plan, forecasts, gates }: TimelineContext): TimelineLane[] {
  const answers = new Map(gates.map((answer) => [answer.gate.id, answer]))
  const waves = groupBy(rowsOf(plan, 'wave'), ({ gateId }) => gateId)
  return rowsOf(plan, 'gate').map((gate) => {
    const opens = waves.get(gate.id) ?? []
    const starts = opens.flatMap(({ startMonth }) => (startMonth === null ? [] : [monthNumber(startMonth)]))
    const due = starts.length > 0 ? Math.min(...starts) - 1 : phaseMonth(forecasts, gate.toPhase)
    const month = gate.decidedOn === null ? due : monthNumber(monthOfDay(gate.decidedOn))
    const span = month === null ? null : oneMonth(month)
    return laneOf('gates', { table: 'gate', id: gate.id }, gate.name, {
      shape: 'gate',
      span,
      parts: span === null ? [] : [wholePart(span, gate.decidedOn === null ? 'plain' : 'done')],
      words: gateWords(gate, answers.get(gate.id)),
      leadsTo: opens.map(({ id }) => laneKey({ table: 'wave', id })),
    })
  })
}

/** The first month in which a district is sustained, `YYYY-MM`; null: not within the forecast. */
function sustainedMonth({ phases, start }: Forecast): string | null {
  const at = phases.findIndex(({ phase }) => phase === 'sustained')
  return at === -1 ? null : addMonths(start, at)
}

/** When each district is at scale and when it is sustained, as the forecast has it. */
export function forecastLanes({ forecasts }: TimelineContext): TimelineLane[] {
  return forecasts.flatMap((forecast, at) => {
    const before = forecasts.length > 1 ? `${forecast.name}: ` : ''
    const lane = (key: string, label: string, month: string | null): TimelineLane => {
      const span = month === null ? null : oneMonth(monthNumber(month))
      return {
        key: `forecast:${forecast.districtId ?? at}:${key}`,
        group: 'forecast',
        level: 1,
        parent: groupKey('forecast'),
        label: `${before}${label}`,
        place: null,
        shape: 'flag',
        span,
        parts: span === null ? [] : [wholePart(span)],
        marks: [],
        words: span === null ? 'not within the forecast' : 'forecast',
        canMove: false,
        canResize: false,
        leadsTo: [],
      }
    }
    return [
      lane('at-scale', 'At scale', forecast.atScaleMonth),
      lane('sustained', 'Sustained', sustainedMonth(forecast)),
    ]
  })
}
