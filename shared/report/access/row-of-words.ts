import type { Plan } from '../../plan/plan'
import { tableNames, type TableName } from '../../plan/table-name'

/**
 * The row of the plan in which words of a report stand, so that they can be mended there; null where they are the
 * report's own. Whole fields come before those that hold the words among others.
 */
export const rowOfWords = (plan: Plan, words: string): { readonly table: TableName; readonly id: string } | null => {
  const sought = words.trim()
  if (sought === '') return null
  let within: { table: TableName; id: string } | null = null
  for (const table of tableNames) {
    for (const [id, row] of plan[table]) {
      for (const value of Object.values(row)) {
        if (typeof value !== 'string' || value.length < 4) continue
        if (value.trim() === sought) return { table, id }
        if (within === null && value.length >= 12 && (sought.includes(value.trim()) || value.includes(sought)))
          within = { table, id }
      }
    }
  }
  return within
}
