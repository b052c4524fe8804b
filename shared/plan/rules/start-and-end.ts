import type { ChangeView } from '../change-view'
import type { Value } from '../field'
import { formatValue } from '../format-value'
import type { Problem } from '../problem'
import type { Rule } from '../rule'
import type { TableName } from '../table-name'
import { tableOf, type AnyRow } from '../tables'

/** Fields of which the second must not come before, or lie below, the first; an empty one allows anything. */
const pairs: readonly (readonly [table: TableName, first: string, last: string])[] = [
  ['positionPeriod', 'fromMonth', 'toMonth'],
  ['fundingSource', 'startMonth', 'obligationEndMonth'],
  ['fundingSource', 'startMonth', 'liquidationEndMonth'],
  ['fundingSource', 'obligationEndMonth', 'liquidationEndMonth'],
  ['costLine', 'firstMonth', 'lastMonth'],
  ['assignment', 'fromMonth', 'toMonth'],
  ['barrier', 'raisedOn', 'closedOn'],
  ['decision', 'date', 'followUpOn'],
  ['setting', 'low', 'high'],
  ['parameter', 'low', 'high'],
]

const problemIn = (view: ChangeView, table: TableName, row: AnyRow, first: string, last: string): Problem | null => {
  const start = row[first] as Value
  const end = row[last] as Value
  const fields = tableOf(table).fields
  const [firstField, lastField] = [fields[first], fields[last]]
  if (start === null || end === null || start <= end || !firstField || !lastField) return null
  const isTime = firstField.kind === 'month' || firstField.kind === 'day'
  const words = `${lastField.label} (${formatValue(lastField, end)})`
  const other = `${firstField.label} (${formatValue(firstField, start)})`
  return {
    table,
    id: row.id,
    field: view.changedKey(table, row, [last, first]),
    code: isTime ? 'end-before-start' : 'range-upside-down',
    message: isTime ? `${words} must not be before ${other}.` : `${words} must not be less than ${other}.`,
  }
}

/** Nothing ends before it starts. */
export const startAndEnd: Rule = (view: ChangeView) =>
  pairs.flatMap(([table, first, last]) =>
    view
      .changed(table, [first, last])
      .map((row) => problemIn(view, table, row, first, last))
      .filter((problem) => problem !== null),
  )
