import { overCommitments } from '../money/charges'
import { fundCliffs } from '../money/cliffs'
import { ruleObjection } from '../money/fund-rules'
import { groupBy } from '../money/grouping'
import type { LedgerLine } from '../money/ledger'
import { sumOf } from '../money/totals'
import { monthsBetween, monthWords } from '../plan/month'
import type { Plan } from '../plan/plan'
import type { Row } from '../plan/tables'
import { budgetCategoryOptions } from '../plan/tables/budget-category'
import { nameOf } from '../plan/words'
import type { AttentionItem, AttentionQuestion } from './attention-item'
import { dollars } from './figure'

/** Funds that end while something they pay is needed for good, and leave a gap. */
export const gapsOfFunds = ({ plan, ledger, asOf }: AttentionQuestion): AttentionItem[] =>
  fundCliffs(plan, ledger)
    .filter(({ unfundedCents, lastMonth }) => unfundedCents > 0 && lastMonth >= asOf)
    .map(({ sourceId, name, lastMonth, carriedCents, unfundedCents }) => ({
      code: 'grant-leaves-gap',
      sentence: `${name} pays ${dollars(carriedCents)} a year for what is needed for good and stops in ${monthWords(lastMonth)}; nobody pays ${dollars(unfundedCents)} a year of it afterwards.`,
      screen: 'money',
      table: 'fundingSource',
      rowId: sourceId,
    }))

/** What is not fully paid in the twelve months from now, as far as no fund's end explains it. */
export function unfundedLines({ plan, ledger, asOf }: AttentionQuestion): AttentionItem[] {
  const from = monthsBetween(ledger.firstMonth, asOf)
  const explained = new Set(fundCliffs(plan, ledger).flatMap(({ lines }) => lines.map(({ id }) => id)))
  const byRow = groupBy(
    ledger.lines.filter(({ id }) => !explained.has(id)),
    ({ id }) => id,
  )
  return [...byRow].flatMap(([id, lines]): AttentionItem[] => {
    const cents = lines.reduce((sum, line) => sum + sumOf(line.unfundedCents, from, from + 12), 0)
    const kind = lines[0]?.kind
    if (cents === 0 || kind === undefined) return []
    const sentence = `${nameOf(plan, kind, id)} lacks ${dollars(cents)} of funds in the next twelve months.`
    return [{ code: 'unfunded', sentence, screen: 'money', table: kind, rowId: id }]
  })
}

/** Funds that are to pay more in a fiscal year than they give. */
export const overdrawnFunds = ({ plan, ledger }: AttentionQuestion): AttentionItem[] =>
  overCommitments(plan, ledger).map(({ sourceId, fiscalYear, assignedCents, amountCents }) => ({
    code: 'fund-over-committed',
    sentence: `${nameOf(plan, 'fundingSource', sourceId)} is to pay ${dollars(assignedCents)} in fiscal year ${fiscalYear}, but gives ${dollars(amountCents)}.`,
    screen: 'money',
    table: 'fundingSource',
    rowId: sourceId,
  }))

/** Why a fund may not pay a line, or null. */
function objection(plan: Plan, source: Row<'fundingSource'>, line: LedgerLine): string | null {
  const why = ruleObjection(plan, source, line)
  if (why === 'category') return `may not pay for "${budgetCategoryOptions[line.category]}"`
  return why === 'place' ? 'may not pay there' : null
}

/** Payments that a fund's own rules do not allow. */
export const forbiddenPayments = ({ plan, ledger }: AttentionQuestion): AttentionItem[] =>
  ledger.lines.flatMap((line) =>
    line.paid.flatMap(({ sourceId, cents }): AttentionItem[] => {
      const source = sourceId === null ? undefined : plan.fundingSource.get(sourceId)
      const why = source && sumOf(cents) > 0 ? objection(plan, source, line) : null
      if (!source || why === null) return []
      const sentence = `${source.name} is to pay for ${line.label}, but ${why}.`
      return [{ code: 'fund-may-not-pay', sentence, screen: 'money', table: line.kind, rowId: line.id }]
    }),
  )
