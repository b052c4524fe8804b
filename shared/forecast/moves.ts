import type { PositionMonths } from '../money/position-months'
import { groupBy } from '../money/grouping'
import { rowsOf, type Plan } from '../plan/plan'
import type { Row } from '../plan/tables'

/** The moves of the positions that move, by position id: several at once share a position out. */
export type MovesByPosition = ReadonlyMap<string, readonly Row<'reorganisationMove'>[]>

/** What stands once a step of the reorganization is made. */
export type MoveStage = { readonly monthsAfterAtScale: number; readonly moved: MovesByPosition }

/** The moves of a plan that change a position; those of a duty alone change no hours and no money. */
const positionMoves = (plan: Plan): Row<'reorganisationMove'>[] =>
  rowsOf(plan, 'reorganisationMove').filter(({ positionId }) => positionId !== null && plan.position.has(positionId))

/**
 * The steps of a plan's reorganization in order of time. A step holds the latest moves of every position that has moved
 * by then; moves of one position in the same month hold together.
 */
export function moveStages(plan: Plan): MoveStage[] {
  const moves = positionMoves(plan)
  const times = [...new Set(moves.map(({ monthsAfterAtScale }) => monthsAfterAtScale))].sort((a, b) => a - b)
  const byPosition = groupBy(moves, ({ positionId }) => positionId ?? '')
  return times.map((time) => ({
    monthsAfterAtScale: time,
    moved: new Map(
      [...byPosition].flatMap(([id, own]) => {
        const due = own.filter(({ monthsAfterAtScale }) => monthsAfterAtScale <= time)
        const latest = Math.max(...due.map(({ monthsAfterAtScale }) => monthsAfterAtScale))
        return due.length === 0
          ? []
          : [[id, due.filter(({ monthsAfterAtScale }) => monthsAfterAtScale === latest)] as const]
      }),
    ),
  }))
}

/** What a position does in one month: for which places, with how much of an FTE on the rollout. */
export type Work = {
  readonly function: Row<'position'>['function']
  readonly unitId: string | null
  readonly rolloutFte: number
}

/** What a position does in a month of the plan's span: as planned, or as moved; nothing while nobody is in the post. */
export function worksIn(
  { position, periods, rolloutFte }: PositionMonths,
  place: number,
  moved?: MovesByPosition,
): Work[] {
  const period = periods[place]
  if (!period) return []
  const planned = rolloutFte[place] ?? 0
  const moves = moved?.get(position.id)
  if (!moves) return [{ function: position.function, unitId: period.unitId, rolloutFte: planned }]
  return moves.flatMap(({ newFunction, unitId, fte }): Work[] =>
    newFunction === 'ended'
      ? []
      : [
          {
            function: newFunction,
            unitId,
            rolloutFte: fte === null ? planned : ((fte / 100) * period.rolloutShare) / 10_000,
          },
        ],
  )
}
