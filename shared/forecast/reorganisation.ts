import { atScaleMonth } from '../model/at-scale'
import { reorganisedInput, stageStart } from '../model/reorganisation'
import type { Trajectory } from '../model/trajectory'
import { formatValue } from '../plan/format-value'
import { addMonths, monthWords } from '../plan/month'
import { inOrder, rowsOf, type Plan } from '../plan/plan'
import { tables, type Row } from '../plan/tables'
import { nameOf } from '../plan/words'
import type { Compiled } from './compile-district'
import { districtIdOf } from './districts'
import { moveStages } from './moves'
import { thresholdsOf } from './thresholds'

/** A district with its reorganization made, where it is at scale from a month on; null: never at scale, none is made. */
export const reorganisedAt = (compiled: Compiled, atScale: number | null): Compiled => ({
  ...compiled,
  input: reorganisedInput(compiled.planned, compiled.stages, atScale),
  reorganisedAtScale: atScale,
})

/**
 * The district as it goes on from the month in which this run of what was planned is at scale: to be run again. Null
 * where nothing moves: no moves are planned, or it is never at scale.
 */
export function reorganisedFrom(plan: Plan, compiled: Compiled, trajectory: Trajectory): Compiled | null {
  if (compiled.stages.length === 0) return null
  const { units } = compiled
  const atScale = atScaleMonth({ trajectory, units, thresholds: thresholdsOf(plan), stress: () => 'notKnownYet' })
  return atScale === null ? null : reorganisedAt(compiled, atScale)
}

/** Where a position works for good: the district of its last line; null: for all districts. */
export function homeOf(plan: Plan, positionId: string): string | null {
  const lines = rowsOf(plan, 'positionPeriod').filter((line) => line.positionId === positionId)
  const last = lines.reduce<Row<'positionPeriod'> | null>(
    (latest, line) => (latest === null || line.fromMonth >= latest.fromMonth ? line : latest),
    null,
  )
  return districtIdOf(plan, last?.unitId ?? null)
}

type Known = Pick<Compiled, 'districtId' | 'input' | 'reorganisedAtScale'>

/**
 * The month, counted from 0, from which on a position waits for its moves: that of its district. A position for all
 * districts waits until every one of them is at scale. Null: its moves are not made.
 */
export function atScaleFor(home: string | null, compiled: readonly Known[]): number | null {
  const own = compiled.filter(({ districtId }) => districtId === home)
  const asked = own.length > 0 ? own : compiled
  const months = asked.map(({ reorganisedAtScale }) => reorganisedAtScale)
  return months.includes(null) ? null : Math.max(...months.map((month) => month ?? 0))
}

/** The lines of a position after its moves of one month: those that hold go on changed, later ones are changed too. */
function movedLines(
  lines: readonly Row<'positionPeriod'>[],
  moves: readonly Row<'reorganisationMove'>[],
  month: string,
): Row<'positionPeriod'>[] {
  const staying = moves.filter(({ newFunction }) => newFunction !== 'ended')
  const changed = (line: Row<'positionPeriod'>): Row<'positionPeriod'> => ({
    ...line,
    fte: staying.reduce((sum, { fte }) => sum + (fte ?? line.fte), 0),
    unitId: staying.length === 1 ? (staying[0]?.unitId ?? null) : null,
  })
  const holding = lines.findLast(({ fromMonth }) => fromMonth < month)
  const isHolding = holding !== undefined && (holding.toMonth === null || holding.toMonth >= month)
  const turn = isHolding && !lines.some(({ fromMonth }) => fromMonth === month) ? [holding] : []
  return [
    ...lines.filter(({ fromMonth }) => fromMonth < month),
    ...turn.map((line) => ({ ...changed(line), id: `${line.id} from ${month}`, fromMonth: month })),
    ...lines.filter(({ fromMonth }) => fromMonth >= month).map(changed),
  ]
}

const byMonth = (a: Row<'positionPeriod'>, b: Row<'positionPeriod'>): number =>
  a.fromMonth < b.fromMonth ? -1 : a.fromMonth > b.fromMonth ? 1 : 0

/**
 * The plan as money sees it once the runs of its districts have made their reorganization: the lines of moved positions
 * go on with the FTE and place of the move. What a position does is told by its moves, not by this plan.
 */
export function planAsRun(plan: Plan, compiled: readonly Known[]): Plan {
  const start = compiled[0]?.input.start
  const stages = moveStages(plan)
  if (start === undefined || stages.length === 0) return plan
  const lines = new Map(plan.positionPeriod)
  for (const id of new Set(stages.flatMap(({ moved }) => [...moved.keys()]))) {
    const atScale = atScaleFor(homeOf(plan, id), compiled)
    if (atScale === null) continue
    let own = inOrder([...lines.values()].filter(({ positionId }) => positionId === id)).sort(byMonth)
    for (const { monthsAfterAtScale, moved } of stages) {
      const month = addMonths(start, stageStart(atScale, monthsAfterAtScale))
      own = movedLines(own, moved.get(id) ?? [], month)
    }
    for (const line of own) lines.set(line.id, line)
  }
  return { ...plan, positionPeriod: lines }
}

/** A move of the plan and the month from which on it is made on this forecast; null: not within it. */
export type PlannedMove = {
  readonly move: Row<'reorganisationMove'>
  readonly month: string | null
  readonly sentence: string
}

function moveSentence(plan: Plan, move: Row<'reorganisationMove'>, month: string | null): string {
  const what = formatValue(tables.reorganisationMove.fields.newFunction, move.newFunction)
  const becomes =
    move.positionId === null
      ? (move.duty ?? 'A duty moves')
      : `${nameOf(plan, 'position', move.positionId)}${move.newFunction === 'ended' ? ' ends' : ` then does: ${what.toLowerCase()}`}`
  const when =
    month === null
      ? 'not within this forecast, because the at-scale test does not hold in time'
      : `from ${monthWords(month)}, once the at-scale test has held`
  return `${becomes}, ${when}.`
}

/**
 * When the moves of a plan are made, where its districts are at scale from these months on (counted from 0; null:
 * never). Moves of a duty go by all districts.
 */
export function plannedMoves(
  plan: Plan,
  compiled: readonly Compiled[],
  atScale: readonly (number | null)[],
): PlannedMove[] {
  const start = compiled[0]?.input.start
  const last = compiled[0]?.input.horizonMonths ?? 0
  const known = compiled.map((one, at) => ({ ...one, reorganisedAtScale: atScale[at] ?? null }))
  return rowsOf(plan, 'reorganisationMove').map((move) => {
    const first = atScaleFor(move.positionId === null ? null : homeOf(plan, move.positionId), known)
    const place = first === null ? null : stageStart(first, move.monthsAfterAtScale)
    const month = start === undefined || place === null || place >= last ? null : addMonths(start, place)
    return { move, month, sentence: moveSentence(plan, move, month) }
  })
}
