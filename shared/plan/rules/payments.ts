import type { ChangeView } from '../change-view'
import { formatShare } from '../format-value'
import { monthNumber, monthText, monthWords } from '../month'
import type { Problem } from '../problem'
import type { Rule } from '../rule'
import type { TableName } from '../table-name'
import type { AnyRow, Row } from '../tables'

type Assignment = Row<'assignment'>
type Span = { readonly row: Assignment; readonly first: number; readonly last: number }

const targetKeys = ['positionId', 'sessionId', 'costLineId'] as const
const assignmentKeys = [...targetKeys, 'sourceId', 'share', 'fromMonth', 'toMonth'] as const
const sourceKeys = ['startMonth', 'obligationEndMonth', 'liquidationEndMonth'] as const

const targetsOf = (row: Assignment): string[] => targetKeys.map((key) => row[key]).filter((id) => id !== null)
const targetOf = (row: Assignment): string => targetsOf(row)[0] ?? ''
const sourceOf = (row: Assignment): string => row.sourceId

/** A payment is for exactly one of a position, a session and a cost line. */
export const paymentTarget: Rule = (view) =>
  view
    .changed('assignment', targetKeys)
    .filter((row) => targetsOf(row).length !== 1)
    .map((row) => ({
      table: 'assignment',
      id: row.id,
      field: view.changedKey('assignment', row, targetKeys),
      code: 'one-target',
      message: 'A payment must be for exactly one position, session or cost line.',
    }))

const numberOr = (month: string | null, otherwise: number): number => (month === null ? otherwise : monthNumber(month))

/**
 * The months in which a payment pays: its own, as far as the fund has started, the cost is committed by the fund's
 * "Commit until" and paid by its "Pay until". Work is committed in the month it is done, a cost line in the month it is
 * ordered, if that is given.
 */
const spanOf = (view: ChangeView, row: Assignment): Span | null => {
  const source = view.row('fundingSource', row.sourceId)
  if (source === undefined) return null
  const ordered = row.costLineId === null ? null : (view.row('costLine', row.costLineId)?.obligatedMonth ?? null)
  const commitUntil = numberOr(source.obligationEndMonth, Infinity)
  const payUntil = numberOr(source.liquidationEndMonth, commitUntil)
  const lastOfFund = ordered === null ? Math.min(commitUntil, payUntil) : payUntil
  if (ordered !== null && monthNumber(ordered) > commitUntil) return null
  const first = Math.max(numberOr(row.fromMonth, -Infinity), numberOr(source.startMonth, -Infinity))
  const last = Math.min(numberOr(row.toMonth, Infinity), lastOfFund)
  return first <= last ? { row, first, last } : null
}

type Excess = { readonly month: number; readonly spans: readonly Span[]; readonly sum: number; readonly rests: number }

/** The first month in which more than the whole is paid, or two payments claim the rest. */
const excessOf = (spans: readonly Span[]): Excess | null => {
  for (const month of [...new Set(spans.map(({ first }) => first))].sort((a, b) => a - b)) {
    const active = spans.filter(({ first, last }) => first <= month && month <= last)
    const sum = active.reduce((total, { row }) => total + (row.share ?? 0), 0)
    const rests = active.filter(({ row }) => row.share === null).length
    if (sum > 10_000 || rests > 1) return { month, spans: active, sum, rests }
  }
  return null
}

const messageOf = (target: string, { month, sum, rests }: Excess): string => {
  const when = Number.isFinite(month) ? ` in ${monthWords(monthText(month))}` : ''
  return sum > 10_000
    ? `The payments for ${target} add up to ${formatShare(sum)}${when}; they must not be more than 100%.`
    : `${rests} payments for ${target} pay "the rest"${when} (no share is given); only one may.`
}

type Cause = { readonly table: TableName; readonly id: string; readonly field: string }

/** What of the changes touches what is paid of a target: the targets, each with the row that is to be told. */
const causesByTarget = (view: ChangeView): Map<string, Cause[]> => {
  const causes = new Map<string, Cause[]>()
  const add = (target: string, cause: Cause): void => {
    causes.set(target, [...(causes.get(target) ?? []), cause])
  }
  const cause = (table: TableName, row: AnyRow, keys: readonly string[]): Cause => ({
    table,
    id: row.id,
    field: view.changedKey(table, row, keys),
  })
  for (const row of view.changed('assignment', assignmentKeys)) {
    if (targetsOf(row).length === 1) add(targetOf(row), cause('assignment', row, ['share', ...assignmentKeys]))
  }
  for (const source of view.changed('fundingSource', sourceKeys)) {
    const targets = new Set(view.rowsWith('assignment', sourceOf, source.id).map(targetOf))
    for (const target of targets) add(target, cause('fundingSource', source, sourceKeys))
  }
  for (const line of view.changed('costLine', ['obligatedMonth'])) {
    add(line.id, cause('costLine', line, ['obligatedMonth']))
  }
  return causes
}

const nameOfTarget = (view: ChangeView, row: Assignment): string => {
  if (row.positionId !== null) return view.nameOf('position', row.positionId)
  return row.sessionId === null ? view.nameOf('costLine', row.costLineId ?? '') : view.nameOf('session', row.sessionId)
}

/** In no month do the payments for one thing come to more than 100 %, and at most one of them pays the rest. */
export const paymentShares: Rule = (view) =>
  [...causesByTarget(view)].flatMap(([target, causes]): Problem[] => {
    const rows = view.rowsWith('assignment', targetOf, target)
    const excess = excessOf(rows.map((row) => spanOf(view, row)).filter((span) => span !== null))
    const [first] = excess?.spans ?? []
    if (excess === null || first === undefined) return []
    const code = excess.sum > 10_000 ? 'over-whole' : 'two-rests'
    const message = messageOf(nameOfTarget(view, first.row), excess)
    const involved = causes.filter(
      ({ table, id }) => table !== 'assignment' || excess.spans.some(({ row }) => row.id === id),
    )
    return (involved.length > 0 ? involved : causes).map((cause) => ({ ...cause, code, message }))
  })
