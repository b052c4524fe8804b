import type { Change } from '../plan/change'
import { rowsOf, type Plan } from '../plan/plan'
import type { Row } from '../plan/tables'
import { countWords } from '../plan/words'
import type { LanePlace } from './timeline-lane'
import { moveChanges } from './timeline-moves'

/** How much goes along with a wave: what belongs to it, or also every wave that starts later with what belongs to them. */
export type ShiftScope = 'own' | 'following'

/** What a shift moves, and how. */
export type WaveShift = {
  readonly changes: readonly Change[]
  readonly waves: number
  readonly sessions: number
  readonly milestones: number
}

function movingWaves(plan: Plan, waveId: string, scope: ShiftScope): Row<'wave'>[] {
  const wave = plan.wave.get(waveId)
  if (!wave) return []
  const { startMonth } = wave
  if (scope === 'own' || startMonth === null) return [wave]
  return rowsOf(plan, 'wave').filter(
    (other) => other.id === waveId || (other.startMonth !== null && other.startMonth > startMonth),
  )
}

/** Whether all that a row is for moves; a row that is for nobody in particular stays. */
const isOf = (moving: ReadonlySet<string>, ids: readonly string[]): boolean =>
  ids.length > 0 && ids.every((id) => moving.has(id))

/**
 * Moves a wave by whole months (negative: earlier), and with it the sessions and milestones that are for it alone, or for
 * its schools alone. What has been held or done stays where it was; so does what is also for a wave that stays. With
 * "following" every wave that starts later moves too, with what belongs to it.
 */
export function shiftWave(plan: Plan, waveId: string, months: number, scope: ShiftScope): WaveShift {
  const waves = movingWaves(plan, waveId, scope)
  const moving = new Set(waves.map(({ id }) => id))
  const schools = rowsOf(plan, 'unit').filter((unit) => unit.waveId !== null && moving.has(unit.waveId))
  const reached = new Set([...moving, ...schools.map(({ id }) => id)])
  const sessions = rowsOf(plan, 'session').filter(
    (row) => row.attendanceActual === null && isOf(reached, [...row.waveIds, ...row.unitIds]),
  )
  const milestones = rowsOf(plan, 'milestone').filter(
    (row) =>
      row.doneOn === null &&
      isOf(
        reached,
        [row.waveId, row.unitId].filter((id) => id !== null),
      ),
  )
  const places: LanePlace[] = [
    ...waves.map(({ id }): LanePlace => ({ table: 'wave', id })),
    ...sessions.map(({ id }): LanePlace => ({ table: 'session', id })),
    ...milestones.map(({ id }): LanePlace => ({ table: 'milestone', id })),
  ]
  return {
    changes: places.flatMap((place) => moveChanges(plan, place, months)),
    waves: waves.length,
    sessions: sessions.length,
    milestones: milestones.length,
  }
}

/** "1 wave, 3 learning sessions, 2 milestones". */
export const shiftWords = ({ waves, sessions, milestones }: WaveShift): string =>
  [countWords('wave', waves), countWords('session', sessions), countWords('milestone', milestones)].join(', ')
