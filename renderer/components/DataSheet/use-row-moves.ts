import { nameOf, countWords } from '@shared/plan/words'
import type { TableName } from '@shared/plan/table-name'
import { moveChanges } from './row-order'
import { useSheetHost } from './sheet-host'
import { isReal, type SheetRow } from './sheet-row'
import type { Box } from './range/range'

type Question = {
  readonly table: TableName
  readonly rows: readonly SheetRow[]
  /** True where the rows stand in the planner's own order. */
  readonly isOwnOrder: boolean
  readonly say: (message: string) => void
  readonly onMoved: (step: 1 | -1) => void
}

/** The rows of the plan within a rectangle. */
export const realRowsIn = (rows: readonly SheetRow[], box: Box | null): readonly SheetRow[] =>
  box === null ? [] : rows.slice(box.top, box.bottom + 1).filter(isReal)

/** Moves rows up and down in the planner's own order, one step an act. */
export function useRowMoves({ table, rows, isOwnOrder, say, onMoved }: Question) {
  const host = useSheetHost()
  return (box: Box | null, step: 1 | -1): void => {
    const chosen = realRowsIn(rows, box)
    const [first] = chosen
    if (!first || host.isLocked) return
    if (!isOwnOrder) {
      say('The rows are sorted or grouped. Go back to your own order in the menu of a heading, then move them.')
      return
    }
    const ids = chosen.map(({ id }) => id)
    const shownIds = rows.filter(isReal).map(({ id }) => id)
    const name = ids.length === 1 ? nameOf(host.plan, table, first.id) : countWords(table, ids.length)
    const label = `Move ${name} ${step === -1 ? 'up' : 'down'}`
    if (moveChanges(host.plan, table, shownIds, ids, step).length === 0) return
    void host
      .commit(label, 'edit', (plan) => moveChanges(plan, table, shownIds, ids, step))
      .then((outcome) => {
        if (outcome.ok) onMoved(step)
        else say(outcome.message)
      })
  }
}
