import type { Calibration } from '../model/calibrate'
import type { Change } from '../plan/change'
import { insertChange, rankAtEnd, removeChange, updateChange } from '../plan/edit'
import { newRow, rowsOf, type Plan } from '../plan/plan'
import type { Row } from '../plan/tables'

/** How the source of a parameter begins that a calibration set, so that it can be told from one the planner typed. */
const pilotSource = 'What the pilot taught'

const isTaught = ({ source }: Row<'parameter'>): boolean => source?.startsWith(pilotSource) === true

/** Whether a plan uses what its pilot taught. */
export const usesPilot = (plan: Plan): boolean => [...plan.parameter.values()].some(isTaught)

/** Four figures are more than any pilot can teach, and read the same wherever they stand. */
const rounded = (value: number): number => Number(value.toPrecision(4))

/**
 * The changes that make a calibration the parameters of the plan: value and the ends of its 90 % interval, one row each.
 * `used` is how many observations it rests on.
 */
export function pilotChanges(plan: Plan, calibration: Calibration, used: number, newId: () => string): Change[] {
  const rows = new Map(rowsOf(plan, 'parameter').map((row) => [row.key, row]))
  let rank = rankAtEnd(plan, 'parameter')
  return calibration.parameters.flatMap(({ key, value, low, high }): Change[] => {
    const values = {
      key,
      value: String(rounded(value)),
      low: rounded(low),
      high: rounded(high),
      source: `${pilotSource}, ${used} observations`,
      grade: 'B',
    } as const
    const row = rows.get(key)
    if (!row) return [insertChange('parameter', newRow('parameter', newId(), values, rank++))]
    const change = updateChange(row, 'parameter', values)
    return change ? [change] : []
  })
}

/** The changes that go back to the general values for everything that a pilot taught. */
export const dropPilotChanges = (plan: Plan): Change[] =>
  rowsOf(plan, 'parameter')
    .filter(isTaught)
    .map((row) => removeChange('parameter', row))
