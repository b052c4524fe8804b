/**
 * Work that is asked for more often than it can be done, such as a forecast under a moving slider: one run at a time,
 * and of those asked meanwhile only the newest. What is overtaken is never started.
 */
export function latestOnly<Q>(run: (question: Q) => Promise<void>): (question: Q) => void {
  let waiting: { readonly question: Q } | null = null
  let isBusy = false

  async function work(): Promise<void> {
    isBusy = true
    while (waiting) {
      const { question } = waiting
      waiting = null
      await run(question)
    }
    isBusy = false
  }

  return (question) => {
    waiting = { question }
    if (!isBusy) void work()
  }
}
