import { attendances } from '../money/attendance'
import { ledgerOf, type Ledger } from '../money/ledger'
import { rowsOf, type Plan } from '../plan/plan'
import type { Row } from '../plan/tables'
import { asOfMonth } from './evidence-places'
import type { Lane, LaneFinding, ReadinessQuestion } from './readiness-lane'
import { dataLane, messageLane, moneyLane } from './readiness-means'
import { learningLane, peopleLane } from './readiness-people'

export type WaveReadiness = {
  readonly wave: Row<'wave'>
  readonly schools: readonly Row<'unit'>[]
  readonly lanes: readonly Lane[]
}

const lanes: readonly ((question: ReadinessQuestion) => LaneFinding)[] = [
  moneyLane,
  messageLane,
  dataLane,
  learningLane,
  peopleLane,
]

const judged = (finding: LaneFinding): Lane => ({
  ...finding,
  isReady: finding.value !== null && finding.value >= finding.line - 1e-9,
})

/**
 * The five lanes of every wave, in the planner's order: what its schools need when it starts, each by one rule. `ledger` is
 * the plan's own where it is at hand already.
 */
export function readinessOf(plan: Plan, ledger: Ledger = ledgerOf(plan)): WaveReadiness[] {
  const known = { plan, ledger, attendances: attendances(plan), asOf: asOfMonth(plan) ?? ledger.firstMonth }
  return rowsOf(plan, 'wave').map((wave) => {
    const schools = rowsOf(plan, 'unit').filter(({ waveId }) => waveId === wave.id)
    return { wave, schools, lanes: lanes.map((lane) => judged(lane({ ...known, wave, schools }))) }
  })
}

export { laneWords, percentToward, type Lane, type LaneGap, type LaneName } from './readiness-lane'
