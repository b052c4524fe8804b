import { fieldKeys, sameValue } from './canonical'
import type { Change } from './change'
import { viewOf, type ChangeView } from './change-view'
import type { Plan } from './plan'
import type { Problem } from './problem'
import { checkValue, isRowId } from './row-schema'
import type { Rule } from './rule'
import { capacityPoints, observationCounts } from './rules/counts'
import { circles } from './rules/circles'
import { closedBarriers } from './rules/closed-barriers'
import { parameterValues, settingValues } from './rules/keyed-values'
import { paymentShares, paymentTarget } from './rules/payments'
import { referencesExist, removedUnused } from './rules/references'
import { singlePlanRow } from './rules/single-plan-row'
import { startAndEnd } from './rules/start-and-end'
import { uniqueRows } from './rules/unique-rows'
import { unitsInWaves } from './rules/units-in-waves'
import { tableNames, type TableName } from './table-name'
import { tableOf, type AnyRow } from './tables'
import { touch, type Touched } from './touched'

export type { Problem, ProblemCode } from './problem'
export { checkCell, rowSchema } from './row-schema'

/** Every rule beyond single fields, each in a file under `rules/`. */
const rules: readonly Rule[] = [
  singlePlanRow,
  referencesExist,
  removedUnused,
  uniqueRows,
  startAndEnd,
  circles,
  paymentTarget,
  paymentShares,
  observationCounts,
  capacityPoints,
  settingValues,
  parameterValues,
  closedBarriers,
  unitsInWaves,
]

const rowProblems = (view: ChangeView, table: TableName, row: AnyRow): Problem[] => {
  const problems: Problem[] = []
  const { fields } = tableOf(table)
  const was = view.before[table].get(row.id) as AnyRow | undefined
  const add = (field: string | null, code: Problem['code'], message: string): void => {
    problems.push({ table, id: row.id, field, code, message })
  }
  if (!isRowId(row.id)) add(null, 'bad-id', 'A row needs an id of its own (a UUID in small letters).')
  if (!Number.isFinite(row.rank) || Object.is(row.rank, -0))
    add('rank', 'bad-rank', 'The place of a row must be a number.')
  for (const [key, field] of Object.entries(fields)) {
    if (was !== undefined && sameValue(was[key], row[key])) continue
    const problem = checkValue(field, row[key])
    if (problem) add(key, problem.code, problem.message)
  }
  return problems
}

/** What is wrong with the changes themselves: a row under another's id, or a field that the table does not have. */
const shapeProblems = (changes: readonly Change[]): Problem[] =>
  changes.flatMap((change): Problem[] => {
    const { table, id } = change
    const isUpdate = change.kind === 'update'
    if (!isUpdate && change.row.id !== id) {
      return [{ table, id, field: null, code: 'bad-id', message: 'A row must have the id under which it is kept.' }]
    }
    const given = isUpdate ? Object.keys(change.fields) : Object.keys(change.row).filter((key) => key !== 'id')
    const known = fieldKeys(table)
    return given
      .filter((key) => !known.includes(key))
      .map((key) => {
        const message = `There is no field "${key}" in the list "${tableOf(table).label}".`
        return { table, id, field: key, code: 'unknown-field', message }
      })
  })

/**
 * What is wrong with `changes` for a plan: conflicts (a `before` that is no longer so) first and alone; then values that
 * a field may not hold, also first and alone; then the rules about rows among others. An empty list: they may be
 * committed. Every problem names a row that the changes touch.
 *
 * A plan that is valid stays so if only what is touched is looked at, and that is all that happens: the touched rows are
 * held aside and no table is copied; a field is checked where it is another than before; a rule looks at rows in which
 * one of its own fields changed. A new headcount in a table of 60,000 staff groups therefore costs one look-up. A table
 * is gone through only where a rule has to find other rows: those with the same key (when a field of the key changed),
 * the other payments of the same thing, and whoever refers to a removed row; the first two by an index that is made once
 * for a version of the table. Changes that build a plan from the empty one are checked the same way, in one pass.
 */
export const validate = (plan: Plan, changes: readonly Change[]): Problem[] => {
  const { rows, conflicts } = touch(plan, changes)
  return conflicts.length > 0 ? conflicts : validateTouched(plan, changes, rows)
}

/** As `validate`, for changes without conflicts that leave these rows behind. */
export const validateTouched = (plan: Plan, changes: readonly Change[], rows: Touched): Problem[] => {
  const view = viewOf(plan, rows)
  const problems = [
    ...shapeProblems(changes),
    ...tableNames.flatMap((table) => view.touched(table).flatMap((row: AnyRow) => rowProblems(view, table, row))),
  ]
  return problems.length > 0 ? problems : rules.flatMap((rule) => rule(view))
}
