import type { Change } from '../plan/change'
import { insertChange, rankAtEnd, updateChange } from '../plan/edit'
import { addMonths } from '../plan/month'
import { newRow, rowsOf, type Plan } from '../plan/plan'
import { removalChanges } from '../plan/removal'

/** Which fund pays which part; `share` in basis points, null: the rest. */
export type SplitFund = { readonly sourceId: string; readonly share: number | null }

/** How the pay of a position is to be split over funds from a month on. */
export type FundSplit = {
  readonly positionId: string
  readonly fromMonth: string
  readonly funds: readonly SplitFund[]
}

/**
 * The changes that let funds share a position from a month on, in place of those that pay it then. What they paid before
 * stays; a position for which nobody was named is shared from its start, else its earlier months would lose their funds.
 */
export function fundSplitChanges(
  plan: Plan,
  { positionId, fromMonth, funds }: FundSplit,
  newId: () => string,
): Change[] {
  const position = plan.position.get(positionId)
  if (!position || funds.length < 2) return []
  const today = rowsOf(plan, 'assignment').filter((row) => row.positionId === positionId)
  const later = today.filter((row) => row.fromMonth !== null && row.fromMonth >= fromMonth)
  const running = today.filter(
    (row) =>
      (row.fromMonth === null || row.fromMonth < fromMonth) && (row.toMonth === null || row.toMonth >= fromMonth),
  )
  const end = addMonths(fromMonth, -1)
  const rank = rankAtEnd(plan, 'assignment')
  return [
    ...running.flatMap((row): Change[] | Change => updateChange(row, 'assignment', { toMonth: end }) ?? []),
    ...removalChanges(
      plan,
      'assignment',
      later.map(({ id }) => id),
    ),
    ...funds.map(({ sourceId, share }, at) => {
      const values = { positionId, sourceId, share, fromMonth: today.length === 0 ? null : fromMonth }
      return insertChange('assignment', newRow('assignment', newId(), values, rank + at))
    }),
  ]
}
