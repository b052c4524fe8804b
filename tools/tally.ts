/** How many tests passed and failed, and of each that failed what a reader of the last lines needs to know. */
export type Tally = { passed: number; failed: number; failures: string[] }

/** The closing line of every test run. */
export const tallyLine = ({ passed, failed }: Tally): string => `vitest: ${passed} passed, ${failed} failed`

// the log of a run elsewhere is often cut to its end
const mostFailures = 5

/** The lines that end a test run: the first tests that failed, then how many did. */
export function closingLines(tally: Tally): string[] {
  const more = tally.failures.length - mostFailures
  return [
    ...tally.failures.slice(0, mostFailures).map((failure) => `FAILED ${failure}`),
    ...(more > 0 ? [`and ${more} more, named above`] : []),
    tallyLine(tally),
  ]
}
