import { removalChanges, removalWithUsers, usersLeft } from '@shared/plan/removal'
import type { TableName } from '@shared/plan/table-name'
import type { AnyRow } from '@shared/plan/tables'
import { countWords, nameOf } from '@shared/plan/words'
import { useState } from 'react'
import { useSheetHost } from './sheet-host'
import { userWords } from './user-words'

export type RemovalQuestion = {
  readonly name: string
  /** What uses the rows, in words: "3 positions". */
  readonly usedBy: string
  readonly confirm: () => void
}

export type Removing = {
  /** Removes rows at once where nothing else uses them, with the offer to undo; asks where something does. */
  readonly ask: (rows: readonly AnyRow[]) => void
  readonly question: RemovalQuestion | null
  readonly close: () => void
  /** Why rows could not be removed; null where they could. */
  readonly problem: string | null
}

export function useRemoval(table: TableName): Removing {
  const host = useSheetHost()
  const [question, setQuestion] = useState<RemovalQuestion | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const close = (): void => {
    setQuestion(null)
    setProblem(null)
  }
  const ask = (rows: readonly AnyRow[]): void => {
    const ids = rows.map(({ id }) => id)
    const [first] = ids
    if (first === undefined) return
    const name = ids.length === 1 ? nameOf(host.plan, table, first) : countWords(table, ids.length)
    const remove = async (): Promise<void> => {
      close()
      const make = (plan: typeof host.plan) => removalWithUsers(plan, table, ids)
      const outcome = await host.commit(`Delete ${name}`, 'delete', make, { hasUndo: true })
      if (!outcome.ok) setProblem(outcome.message)
    }
    const users = usersLeft(host.plan, removalChanges(host.plan, table, ids))
    if (users.length === 0) void remove()
    else setQuestion({ name, usedBy: userWords(users), confirm: () => void remove() })
  }
  return { ask, question, close, problem }
}
