/**
 * Numbers beyond this change no share any more but would overflow when multiplied, and infinity times zero is no
 * number: they are cut here.
 */
const largest = 1e100

/** A number of people, hours or a rate, cut at what the model can still multiply. */
export function cut(value: number): number {
  return Math.min(value, largest)
}
