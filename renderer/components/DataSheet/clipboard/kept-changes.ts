import type { Change } from '@shared/plan/change'
import type { Value } from '@shared/plan/field'
import { formatValue } from '@shared/plan/format'
import { tableOf } from '@shared/plan/tables'
import { validate, type Problem } from '@shared/plan/validate'
import type { BlockProblem, BlockQuestion } from './block'

type Update = Extract<Change, { kind: 'update' }>

/** The change without the field that a problem is about; null where nothing is left of it. */
function without(change: Change, field: string | null): Change | null {
  if (change.kind !== 'update' || field === null || !(field in change.fields)) return null
  const { [field]: _left, ...fields } = change.fields
  return Object.keys(fields).length === 0 ? null : ({ ...change, fields } satisfies Update)
}

function valueIn(change: Change, field: string | null): Value {
  if (field === null || change.kind === 'remove') return null
  return change.kind === 'update' ? (change.fields[field]?.after ?? null) : ((change.row[field] as Value) ?? null)
}

/** Rules may name the same few rows again once others are gone; a block that does not settle is left to the door. */
const rounds = 8

/**
 * What of a block's changes the plan can take: what breaks a rule about rows among others (the same key twice, payments
 * over 100%) is left out, cell by cell where a rule names a cell and row by row where it names none.
 */
export function keptChanges(
  { plan, names, table }: Pick<BlockQuestion, 'plan' | 'names' | 'table'>,
  given: readonly Change[],
  lineByRow: ReadonlyMap<string, number>,
): { readonly changes: readonly Change[]; readonly problems: readonly BlockProblem[] } {
  const { fields } = tableOf(table)
  const problems: BlockProblem[] = []
  let changes = given
  for (let round = 0; round < rounds && changes.length > 0; round += 1) {
    const found = validate(plan, changes)
    if (found.length === 0) break
    const byRow = new Map<string, Problem>(found.map((problem) => [problem.id, problem]))
    changes = changes.flatMap((change) => {
      const problem = byRow.get(change.id)
      if (!problem) return [change]
      const rest = without(change, problem.field)
      const isOfCell =
        rest !== null || (change.kind === 'update' && problem.field !== null && problem.field in change.fields)
      const field = isOfCell && problem.field !== null ? fields[problem.field] : undefined
      problems.push({
        line: lineByRow.get(change.id) ?? 0,
        rowId: change.kind === 'update' ? change.id : null,
        key: field && problem.field !== null ? problem.field : '',
        column: field?.label ?? '',
        text: field ? formatValue(field, valueIn(change, problem.field), names) : '',
        message: problem.message,
      })
      return rest ? [rest] : []
    })
  }
  return { changes, problems }
}
