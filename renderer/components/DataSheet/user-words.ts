import type { TableName } from '@shared/plan/table-name'
import type { User } from '@shared/plan/users'
import { countWords } from '@shared/plan/words'

/** What uses a row, in words: "3 positions, 1 payment". */
export function userWords(users: readonly User[]): string {
  const ids = new Map<TableName, Set<string>>()
  for (const { table, id } of users) ids.set(table, (ids.get(table) ?? new Set()).add(id))
  return [...ids].map(([table, of]) => countWords(table, of.size)).join(', ')
}
