/**
 * Shares a whole number out in proportion to the weights (≥ 0) by largest remainder: the parts are whole and add up to
 * the total exactly; of equal remainders the earlier part gets the one more. With no weight above 0, equal shares.
 */
export const apportion = (total: number, weights: readonly number[]): number[] => {
  if (weights.length === 0) return []
  const sum = weights.reduce((a, b) => a + b, 0)
  const shares = weights.map((weight) => (sum > 0 ? (total * weight) / sum : total / weights.length))
  const parts = shares.map(Math.floor)
  let left = total - parts.reduce((a, b) => a + b, 0)
  const byRemainder = shares
    .map((share, at) => ({ at, remainder: share - Math.floor(share) }))
    .sort((a, b) => b.remainder - a.remainder || a.at - b.at)
  for (const { at } of byRemainder) {
    if (left <= 0) break
    parts[at] = (parts[at] ?? 0) + 1
    left -= 1
  }
  return parts
}
