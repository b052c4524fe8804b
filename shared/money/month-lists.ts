/** Lists in one block of memory. */
const listsInBlock = 256

/** Hands out lists by month, all 0, out of larger blocks: thousands of lists of their own are slow to make and to clear away. */
export function monthLists(months: number): () => Float64Array {
  let block = new Float64Array(0)
  let used = 0
  return () => {
    if (used + months > block.length) {
      block = new Float64Array(months * listsInBlock)
      used = 0
    }
    used += months
    return block.subarray(used - months, used)
  }
}
