import type { ChangeView } from '../change-view'
import { formatNumber } from '../format-value'
import type { Problem } from '../problem'
import type { Rule } from '../rule'
import { tables, type Row } from '../tables'

type Observation = Row<'observation'>
type CountKey = 'staffObserved' | 'trained' | 'using' | 'atFidelity'

/** Of those in the second count, the first are a part. */
const parts: readonly (readonly [part: CountKey, whole: CountKey])[] = [
  ['trained', 'staffObserved'],
  ['using', 'staffObserved'],
  ['atFidelity', 'using'],
]

const countProblem = (view: ChangeView, row: Observation, part: CountKey, whole: CountKey): Problem | null => {
  const [count, most] = [row[part], row[whole]]
  if (count === null || most === null || count <= most) return null
  const { fields } = tables.observation
  const message = `${fields[part].label} (${formatNumber(count)}) must not be more than ${fields[whole].label} (${formatNumber(most)}).`
  const field = view.changedKey('observation', row, [part, whole])
  return { table: 'observation', id: row.id, field, code: 'count-over-count', message }
}

/** Of those observed no more are trained or use it than were observed, and no more are at fidelity than use it. */
export const observationCounts: Rule = (view) =>
  view
    .changed('observation', ['staffObserved', 'trained', 'using', 'atFidelity'])
    .flatMap((row) => parts.map(([part, whole]) => countProblem(view, row, part, whole)))
    .filter((problem) => problem !== null)

/** No score has more points than can be reached. */
export const capacityPoints: Rule = (view) =>
  view
    .changed('capacityAssessment', ['points', 'maximum'])
    .filter((row) => row.points > row.maximum)
    .map((row) => ({
      table: 'capacityAssessment',
      id: row.id,
      field: view.changedKey('capacityAssessment', row, ['points', 'maximum']),
      code: 'points-over-maximum',
      message: `Points (${formatNumber(row.points)}) must not be more than the most that can be reached (${formatNumber(row.maximum)}).`,
    }))
