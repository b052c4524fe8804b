import { groupBy } from '../money/grouping'
import type { LedgerLine } from '../money/ledger'
import { byFiscalYear, sumOf, yearPlaces } from '../money/totals'
import { formatMoney } from '../plan/format-value'
import { monthWords } from '../plan/month'
import type { Plan } from '../plan/plan'
import { nameOf } from '../plan/words'
import type { ExplainFacts, ExplainQuestion, MoneyFacts } from './explain-question'
import { settingLines } from './explain-sources'
import { bySize, line, summed, type Explanation, type ExplanationLine, type ExplanationPart } from './explanation'
import { dollars, percent } from './figure'
import { figureOf } from './headline'

/** Places of a ledger: from (inclusive), to (exclusive). */
export type Places = { readonly from: number; readonly to: number }

export const centsRounding =
  'Every month of every line is in whole cents, so that lines, funds and years add up to the same total.'
export const dollarsRounding = 'As a headline and in tables by year it is rounded to whole dollars.'

/** "fiscal year 2027", or "all years of the plan". */
export const yearWords = (fiscalYear: number | null): string =>
  fiscalYear === null ? 'all years of the plan' : `fiscal year ${fiscalYear}`

/** The part of the ledger that a fiscal year is; null: all of it. A year outside of it has no place. */
export function placesOf({ plan, ledger }: MoneyFacts, fiscalYear: number | null): Places {
  if (fiscalYear === null) return { from: 0, to: ledger.months }
  return yearPlaces(plan).find((year) => year.fiscalYear === fiscalYear) ?? { from: 0, to: 0 }
}

/** What no fund is named for is called. */
export const fundName = (plan: Plan, sourceId: string | null): string =>
  sourceId === null ? 'No fund named' : nameOf(plan, 'fundingSource', sourceId)

/** One line for each position, session and cost line with what `centsOf` says of it; those that come to 0 are left out. */
export function rowLines(
  { plan, ledger }: MoneyFacts,
  fiscalYear: number | null,
  centsOf: (line: LedgerLine) => number,
): ExplanationLine[] {
  const groups = groupBy(ledger.lines, ({ kind, id }) => `${kind} ${id}`)
  const lines = [...groups.values()].flatMap((group): ExplanationLine[] => {
    const [first] = group
    const amount = group.reduce((sum, one) => sum + centsOf(one), 0)
    if (!first || amount === 0) return []
    const { kind: table, id } = first
    const question: ExplainQuestion = { kind: 'lineCost', table, id, fiscalYear }
    return [line(nameOf(plan, table, id), formatMoney(amount), { amount, rows: [{ table, id }], question })]
  })
  return bySize(lines)
}

/** What every fund pays in some months, and what nobody pays. */
export function payers(facts: MoneyFacts, lines: readonly LedgerLine[], places: Places): ExplanationPart {
  const { plan } = facts
  const { from, to } = places
  const paid = groupBy(
    lines.flatMap((one) => one.paid),
    ({ sourceId }) => sourceId,
  )
  const funds = [...paid].flatMap(([sourceId, payments]): ExplanationLine[] => {
    const amount = payments.reduce((sum, { cents }) => sum + sumOf(cents, from, to), 0)
    const rows = sourceId === null ? [] : [{ table: 'fundingSource', id: sourceId } as const]
    return amount === 0 ? [] : [line(fundName(plan, sourceId), formatMoney(amount), { amount, rows })]
  })
  const unfunded = lines.reduce((sum, { unfundedCents }) => sum + sumOf(unfundedCents, from, to), 0)
  const nobody = unfunded === 0 ? [] : [line('Nobody', formatMoney(unfunded), { amount: unfunded })]
  return summed('Who pays', [...bySize(funds), ...nobody], formatMoney)
}

const rates = ['payGrowth', 'benefitRate', 'contingency', 'unfundedPolicy'] as const

/** What the plan costs, in a fiscal year or in all. */
export function explainCost(facts: MoneyFacts, fiscalYear: number | null): Explanation {
  const { plan, ledger } = facts
  const places = placesOf(facts, fiscalYear)
  const rows = summed(
    'What it is spent on',
    rowLines(facts, fiscalYear, ({ costCents }) => sumOf(costCents, places.from, places.to)),
    formatMoney,
  )
  const years = byFiscalYear(plan, ledger).map((year) =>
    line(`Fiscal year ${year.fiscalYear}`, formatMoney(year.costCents), {
      amount: year.costCents,
      question: { kind: 'costOfYear', fiscalYear: year.fiscalYear },
    }),
  )
  const byYear = fiscalYear === null ? [summed('When', years, formatMoney)] : []
  return {
    title: fiscalYear === null ? 'Cost of the plan' : `Cost of ${yearWords(fiscalYear)}`,
    value: (fiscalYear === null ? dollars : formatMoney)(rows.total?.amount ?? 0),
    how: 'Positions by FTE, share of their time, pay and benefits; sessions by who takes part; other costs as they are due. Each month is added up, whether or not somebody pays for it.',
    parts: [...byYear, rows, payers(facts, ledger.lines, places)],
    roundings: [centsRounding, dollarsRounding],
    sources: settingLines(plan, rates),
  }
}

/** What one fund pays, in a fiscal year or in all. */
export function explainFund(facts: MoneyFacts, sourceId: string | null, fiscalYear: number | null): Explanation {
  const { plan } = facts
  const { from, to } = placesOf(facts, fiscalYear)
  const paidIn = ({ paid }: LedgerLine): number =>
    paid.reduce((sum, payment) => sum + (payment.sourceId === sourceId ? sumOf(payment.cents, from, to) : 0), 0)
  const part = summed('What it pays', rowLines(facts, fiscalYear, paidIn), formatMoney)
  const amounts = [...plan.sourceYear.values()].filter(
    (row) => row.sourceId === sourceId && (fiscalYear === null || row.fiscalYear === fiscalYear),
  )
  return {
    title: `${fundName(plan, sourceId)}, ${yearWords(fiscalYear)}`,
    value: formatMoney(part.total?.amount ?? 0),
    how:
      sourceId === null
        ? 'No payment names a fund for these, so they count as paid. That is one of the assumptions.'
        : 'Its share of every month in which it may pay: after its start, for what was committed in time, until its last day.',
    parts: [part],
    roundings: ['A month that several pay is split into whole cents by the largest remainder.'],
    sources: amounts.map(({ id, fiscalYear: year, amountCents }) =>
      line(`It gives in fiscal year ${year}`, formatMoney(amountCents), { rows: [{ table: 'sourceYear', id }] }),
    ),
  }
}

/** What nobody pays, in a fiscal year or in all. */
export function explainUnfunded(facts: MoneyFacts, fiscalYear: number | null): Explanation {
  const { from, to } = placesOf(facts, fiscalYear)
  const part = summed(
    'What nobody pays',
    rowLines(facts, fiscalYear, ({ unfundedCents }) => sumOf(unfundedCents, from, to)),
    formatMoney,
  )
  return {
    title: `Without funds, ${yearWords(fiscalYear)}`,
    value: formatMoney(part.total?.amount ?? 0),
    how: 'Payments name a fund for these, but in some months no fund may pay its share any more, or the shares come to less than the whole.',
    parts: [part],
    roundings: [centsRounding],
    sources: settingLines(facts.plan, ['unfundedPolicy']),
  }
}

/** How much of what is needed for good recurring money pays, in the last fiscal year with such a need. */
export function explainRecurringNeed(facts: ExplainFacts): Explanation {
  const figure = figureOf(facts.headline, 'recurringNeed')
  const year = facts.headline.years.findLast(({ recurringNeed }) => recurringNeed.costCents > 0)
  const about = { title: figure.label, value: figure.text, sources: [] }
  if (!year) return { ...about, how: figure.sentence, parts: [], roundings: [] }
  const { fiscalYear, recurringNeed } = year
  const { from, to } = placesOf(facts, fiscalYear)
  const needed = rowLines(facts, fiscalYear, (one) => (one.isRecurringNeed ? sumOf(one.costCents, from, to) : 0))
  const { fromRecurringCents, fromOneTimeCents, unfundedCents } = recurringNeed
  const by = (label: string, amount: number): ExplanationLine[] =>
    amount === 0 ? [] : [line(label, formatMoney(amount), { amount })]
  return {
    ...about,
    how: `What still costs money once the practice is at scale, in ${yearWords(fiscalYear)}, the last one with such a need; and the part of it that money pays which comes every year.`,
    parts: [
      summed('Needed for good', needed, formatMoney),
      summed(
        'Who pays it',
        [
          ...by('Money that comes every year', fromRecurringCents),
          ...by('One-time money', fromOneTimeCents),
          ...by('Nobody', unfundedCents),
        ],
        formatMoney,
      ),
    ],
    roundings: [`${percent(fromRecurringCents / recurringNeed.costCents)} is rounded to a whole percent.`],
  }
}

/** The funds that end and leave something needed for good without funds. */
export function explainCliffs({ headline }: ExplainFacts): Explanation {
  const figure = figureOf(headline, 'cliffs')
  const steep = headline.cliffs.filter(({ unfundedCents }) => unfundedCents > 0)
  return {
    title: figure.label,
    value: figure.text,
    how: 'A fund counts where it stops paying for something that is needed for good, and nobody pays all of that in the twelve months after.',
    parts: steep.map(({ name, lastMonth, lines }) =>
      summed(
        `${name} ends in ${monthWords(lastMonth)}`,
        lines.map(({ kind: table, id, label, unfundedCents: amount }) =>
          line(label, formatMoney(amount), { amount, rows: [{ table, id }] }),
        ),
        formatMoney,
        'Without funds in the year after',
      ),
    ),
    roundings: [],
    sources: steep.map(({ name, sourceId, lastMonth }) =>
      line(name, `Until ${monthWords(lastMonth)}`, { rows: [{ table: 'fundingSource', id: sourceId }] }),
    ),
  }
}
