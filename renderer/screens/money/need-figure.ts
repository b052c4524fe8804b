import { dollars } from '@shared/forecast/figure'
import type { FiscalYearTotals } from '@shared/money/totals'
import type { Figure } from '../../charts/figure'

function finding(years: readonly FiscalYearTotals[]): string {
  const last = years.findLast(({ recurringNeed }) => recurringNeed.costCents > 0)
  if (!last) return 'Nothing in this plan is needed for good'
  const { costCents, fromRecurringCents } = last.recurringNeed
  if (fromRecurringCents >= costCents)
    return `In ${last.fiscalYear} recurring funds pay all of the ${dollars(costCents)} that is needed for good`
  return `In ${last.fiscalYear} recurring funds pay ${dollars(fromRecurringCents)} of the ${dollars(costCents)} that is needed for good`
}

function gaps(years: readonly FiscalYearTotals[]): string {
  const short = years.filter(({ recurringNeed }) => recurringNeed.unfundedCents > 0)
  if (short.length === 0) return 'In no fiscal year is anything of it without funds.'
  const list = short.map(({ fiscalYear, recurringNeed }) => `${fiscalYear} (${dollars(recurringNeed.unfundedCents)})`)
  return `Without funds: ${list.join(', ')}.`
}

/** What is needed for good by fiscal year, by who pays it, as a figure. */
export function needFigure(years: readonly FiscalYearTotals[]): Figure {
  const whole = (pick: (need: FiscalYearTotals['recurringNeed']) => number): number[] =>
    years.map(({ recurringNeed }) => pick(recurringNeed) / 100)
  return {
    id: 'recurring-need',
    title: finding(years),
    summary: gaps(years),
    categoryLabel: 'Fiscal year',
    categories: years.map(({ fiscalYear }) => String(fiscalYear)),
    series: [
      { key: 'recurring', label: 'Paid by recurring funds', values: whole((need) => need.fromRecurringCents) },
      { key: 'oneTime', label: 'Paid by one-time money', values: whole((need) => need.fromOneTimeCents) },
      { key: 'unfunded', label: 'Paid by nobody', values: whole((need) => need.unfundedCents) },
    ],
    format: (value) => dollars(Math.round(value) * 100),
  }
}
