import { addMonths } from '../plan/month'
import { rowsOf, type Plan } from '../plan/plan'
import type { Ledger, LedgerLine } from './ledger'

/** Months that follow each other in which a line is not paid in full, and who stopped paying before them. */
export type UnfundedSpan = Pick<LedgerLine, 'kind' | 'id' | 'label' | 'isRecurringNeed'> & {
  /** `YYYY-MM`, both inclusive; months without costs between them do not part them. */
  readonly fromMonth: string
  readonly toMonth: string
  readonly costCents: number
  readonly unfundedCents: number
  /** The funds that paid in the last month before with costs and pay less or nothing in the first of these. */
  readonly endedIds: readonly string[]
}

function spanOf(ledger: Ledger, line: LedgerLine, places: readonly number[], before: number | null): UnfundedSpan {
  const first = places[0] ?? 0
  const sum = (cents: Float64Array): number => places.reduce((total, place) => total + (cents[place] ?? 0), 0)
  const ended = before === null ? [] : line.paid.filter(({ share }) => (share[before] ?? 0) > (share[first] ?? 0))
  const { kind, id, label, isRecurringNeed } = line
  return {
    kind,
    id,
    label,
    isRecurringNeed,
    fromMonth: addMonths(ledger.firstMonth, first),
    toMonth: addMonths(ledger.firstMonth, places.at(-1) ?? first),
    costCents: sum(line.costCents),
    unfundedCents: sum(line.unfundedCents),
    endedIds: ended.flatMap(({ sourceId }) => sourceId ?? []),
  }
}

/** Every line that is not paid in full in some months of the ledger, in the ledger's order, each in order of time. */
export function unfundedSpans(ledger: Ledger): UnfundedSpan[] {
  return ledger.lines.flatMap((line) => {
    const spans: UnfundedSpan[] = []
    let open: number[] = []
    let lastPaid: number | null = null
    const close = (): void => {
      if (open.length > 0) spans.push(spanOf(ledger, line, open, lastPaid))
      open = []
    }
    line.costCents.forEach((cents, place) => {
      if (cents === 0) return
      if ((line.unfundedCents[place] ?? 0) > 0) open.push(place)
      else {
        close()
        lastPaid = place
      }
    })
    close()
    return spans
  })
}

/** A fund's dates, and what it pays on either side of them. Whole cents. */
export type FundDates = {
  readonly sourceId: string
  readonly name: string
  readonly startMonth: string | null
  readonly commitUntil: string
  /** The same as `commitUntil` where the plan says nothing else. */
  readonly payUntil: string
  /** What it pays in all, and what of that after "Commit until" for what was committed in time. */
  readonly paidCents: number
  readonly paidAfterCents: number
}

/** The funds that end, in order of their last month to commit. */
export function fundDates(plan: Plan, ledger: Ledger): FundDates[] {
  const payments = ledger.lines.flatMap(({ paid }) => paid)
  return rowsOf(plan, 'fundingSource')
    .flatMap(({ id, name, startMonth, obligationEndMonth, liquidationEndMonth }): FundDates[] => {
      const end = obligationEndMonth ?? liquidationEndMonth
      if (end === null) return []
      const own = payments.filter(({ sourceId }) => sourceId === id)
      let paidCents = 0
      let paidAfterCents = 0
      for (const { cents } of own) {
        cents.forEach((paid, place) => {
          paidCents += paid
          if (addMonths(ledger.firstMonth, place) > end) paidAfterCents += paid
        })
      }
      const payUntil = liquidationEndMonth ?? end
      return [{ sourceId: id, name, startMonth, commitUntil: end, payUntil, paidCents, paidAfterCents }]
    })
    .toSorted((a, b) => (a.commitUntil < b.commitUntil ? -1 : 1))
}
