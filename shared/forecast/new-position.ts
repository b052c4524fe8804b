import type { Plan } from '../plan/plan'

/** Pay of a new position where the plan has none to go by: mean pay of teachers, NEA 2023–24. */
export const usualSalaryCents = 7_203_000

/** A free code "New 1", "New 2"… so that new positions can be told apart. */
export function newCodes(plan: Plan): () => string {
  const taken = new Set([...plan.position.values()].map(({ code }) => code))
  let count = 0
  return () => {
    do count += 1
    while (taken.has(`New ${count}`))
    return `New ${count}`
  }
}
