import { dollars } from '../../forecast/figure'
import { figureOf } from '../../forecast/headline'
import { table } from '../blocks'
import type { Privacy } from '../privacy'
import type { Block, ReportChart, ReportSeries } from '../report'
import type { PlanFacts } from '../report-input'
import { yearsOf } from './money'

/** What is needed for good, by the kind of money that pays it. */
export const needChart = (facts: PlanFacts): ReportChart => {
  const { years } = facts.headline
  const part = (key: 'fromRecurringCents' | 'fromOneTimeCents' | 'unfundedCents', label: string): ReportSeries => ({
    key,
    label,
    values: years.map(({ recurringNeed }) => recurringNeed[key]),
  })
  return {
    id: 'need',
    title: figureOf(facts.headline, 'recurringNeed').sentence,
    summary: `What is needed for good by fiscal year, and how it is paid: ${years.map(({ fiscalYear, recurringNeed }) => `${dollars(recurringNeed.costCents)} in ${fiscalYear}, of it ${dollars(recurringNeed.fromRecurringCents)} from recurring money`).join('; ')}.`,
    kind: 'stackedBar',
    x: { label: 'Fiscal year', kind: 'year', values: yearsOf(facts) },
    y: { label: 'Dollars', kind: 'money' },
    series: [
      part('fromRecurringCents', 'Recurring money'),
      part('fromOneTimeCents', 'One-time money'),
      part('unfundedCents', 'Without funds'),
    ],
    lines: [],
  }
}

/** The funds that end, what they carry and what they leave without funds. */
export const cliffTable = ({ headline, plan }: PlanFacts, privacy: Privacy): Block[] => {
  const labelOf = ({ kind, id, label }: { kind: string; id: string; label: string }): string => {
    const position = kind === 'position' ? plan.position.get(id) : undefined
    return position ? privacy.position(position) : label
  }
  return table({
    id: 'cliffs',
    title: 'Funds that end and what they leave without funds',
    columns: [
      { label: 'Fund', kind: 'text' },
      { label: 'Last month', kind: 'month' },
      { label: 'Carried in its last 12 months', kind: 'money' },
      { label: 'Without funds in the 12 months after', kind: 'money' },
      { label: 'For', kind: 'text' },
    ],
    rows: headline.cliffs.map(({ name, lastMonth, carriedCents, unfundedCents, lines }) => [
      name,
      lastMonth,
      carriedCents,
      unfundedCents,
      [...new Set(lines.map(labelOf))].join('; '),
    ]),
  })
}
