/**
 * Splits whole cents in proportion to `shares` (≥ 0, any scale) by largest remainder: every part is whole, differs from
 * the exact part by less than a cent, and the parts add up to `cents`. A tie goes to the earlier share. With nothing to
 * go by (no share above 0) every part is 0.
 */
export function splitCents(cents: number, shares: readonly number[]): number[] {
  const total = shares.reduce((sum, share) => sum + share, 0)
  if (!(total > 0)) return shares.map(() => 0)
  const exact = shares.map((share) => (cents * share) / total)
  const parts = exact.map(Math.floor)
  let left = cents - parts.reduce((sum, part) => sum + part, 0)
  const byRemainder = exact
    .map((value, index) => ({ index, remainder: value - Math.floor(value) }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index)
  for (const { index } of byRemainder) {
    if (left <= 0) break
    parts[index] = (parts[index] ?? 0) + 1
    left -= 1
  }
  return parts
}

/**
 * Whole cents by month whose running total never strays from the exact one by more than half a cent within a `year`
 * (one number a month), so that a year comes to what a planner computes by hand. A month that costs nothing stays 0.
 */
export function wholeCents(exact: ArrayLike<number>, years: readonly number[]): Float64Array {
  const cents = new Float64Array(exact.length)
  let running = 0
  let given = 0
  for (let month = 0; month < cents.length; month += 1) {
    if (month === 0 || years[month] !== years[month - 1]) {
      running = 0
      given = 0
    }
    running += exact[month] ?? 0
    cents[month] = Math.round(running) - given
    given += cents[month] ?? 0
  }
  return cents
}
