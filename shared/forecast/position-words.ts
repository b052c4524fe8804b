import { formatFte } from '../plan/format-value'
import { monthWords } from '../plan/month'
import type { Plan } from '../plan/plan'
import type { Row } from '../plan/tables'
import { nameOf } from '../plan/words'
import { line, type ExplanationLine } from './explanation'

/** Whether somebody is in the post, and when somebody will be. */
export function statusWords({
  status,
  expectedFillMonth,
}: Pick<Row<'position'>, 'status' | 'expectedFillMonth'>): string {
  if (status === 'filled') return 'Filled'
  if (status === 'frozen') return 'Frozen'
  return expectedFillMonth === null ? 'Vacant, no month' : `Vacant, filled from ${monthWords(expectedFillMonth)}`
}

/** The FTE, in hundredths, of a line of “From which month, how much”. */
export function periodLine(plan: Plan, period: Row<'positionPeriod'>): ExplanationLine {
  const { id, fromMonth, toMonth, unitId, fte } = period
  const where = unitId === null ? '' : `, ${nameOf(plan, 'unit', unitId)}`
  const until = toMonth === null ? '' : ` to ${monthWords(toMonth)}`
  return line(`The line from ${monthWords(fromMonth)}${until}${where}`, formatFte(fte), {
    amount: fte,
    rows: [{ table: 'positionPeriod', id }],
  })
}
