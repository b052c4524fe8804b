import { monthNumber } from '../plan/month'
import { rowsOf, type Plan } from '../plan/plan'
import { amountIn, chargedYear, fundAmounts } from './fund-rules'
import type { Ledger } from './ledger'
import { spanOf } from './span'

/** Whole cents by fund and by the fiscal year whose amount they take from (`chargedYear`). */
export type Charges = ReadonlyMap<string, ReadonlyMap<number, number>>

/** What every fund pays at the places `from` (inclusive) to `to` (exclusive) of a ledger. */
export function chargesOf(plan: Plan, ledger: Ledger, from = 0, to = ledger.months): Charges {
  const { fiscalYearStart } = spanOf(plan)
  const first = monthNumber(ledger.firstMonth)
  const charges = new Map<string, Map<number, number>>()
  for (const { sourceId, cents } of ledger.lines.flatMap(({ paid }) => paid)) {
    const source = sourceId === null ? undefined : plan.fundingSource.get(sourceId)
    if (!source) continue
    const years = charges.get(source.id) ?? new Map<number, number>()
    charges.set(source.id, years)
    for (let place = from; place < to; place += 1) {
      const paid = cents[place] ?? 0
      if (paid === 0) continue
      const year = chargedYear(source, first + place, fiscalYearStart)
      years.set(year, (years.get(year) ?? 0) + paid)
    }
  }
  return charges
}

/** What is charged to a fund in a fiscal year. */
export const chargedIn = (charges: Charges, sourceId: string, fiscalYear: number): number =>
  charges.get(sourceId)?.get(fiscalYear) ?? 0

/** A fund that is to pay more in a fiscal year than it gives. Whole cents. */
export type OverCommitment = {
  readonly sourceId: string
  readonly fiscalYear: number
  readonly assignedCents: number
  readonly amountCents: number
}

/**
 * Where more is assigned to a fund in a fiscal year than it gives (`amountIn`), in the planner's order of funds. What a
 * fund pays after its "Commit until" counts in the year in which it was committed at the latest.
 */
export function overCommitments(plan: Plan, ledger: Ledger): OverCommitment[] {
  const amounts = fundAmounts(plan)
  const charges = chargesOf(plan, ledger)
  return rowsOf(plan, 'fundingSource').flatMap((source) =>
    [...(charges.get(source.id) ?? [])]
      .toSorted(([a], [b]) => a - b)
      .flatMap(([fiscalYear, assignedCents]) => {
        const amountCents = amountIn(source, fiscalYear, amounts)
        return amountCents !== null && assignedCents > amountCents
          ? [{ sourceId: source.id, fiscalYear, assignedCents, amountCents }]
          : []
      }),
  )
}
