import { attendances, type Attendance } from '../money/attendance'
import type { LedgerLine } from '../money/ledger'
import { sumOf, yearPlaces } from '../money/totals'
import { formatFte, formatMoney, formatShare } from '../plan/format-value'
import { monthWords } from '../plan/month'
import { rowsOf, type Plan } from '../plan/plan'
import { settingsOf } from '../plan/settings'
import { tables } from '../plan/tables'
import { nameOf } from '../plan/words'
import { centsRounding, payers, placesOf, yearWords } from './explain-money'
import type { ExplainQuestion, MoneyFacts } from './explain-question'
import { settingLines } from './explain-sources'
import { line, summed, type Explanation, type ExplanationLine } from './explanation'
import { amount as count } from './figure'

type Table = LedgerLine['kind']
type LineCost = Extract<ExplainQuestion, { kind: 'lineCost' }>

/** How the cost of a position, session or cost line is worked out. */
export const howOfCost: Readonly<Record<Table, string>> = {
  position:
    'In each month: FTE × share of the time on the rollout × a year’s salary ÷ 12, with benefits on top, grown by the yearly pay growth from the plan’s second fiscal year on.',
  session:
    'The fee of the leader, materials for each person, and the time of each person as substitute days or extra hours; contingency on all of it.',
  costLine:
    'The amount in every month in which it is due, with contingency; a planned figure of a fiscal year stands in for that year.',
}

/** The settings that it rests on. */
export const settingsBehind = {
  position: ['payGrowth', 'benefitRate'],
  session: ['contingency', 'substituteDayCents', 'stipendHourCents', 'hoursPerDay'],
  costLine: ['contingency'],
} as const

function positionRates(plan: Plan, id: string): ExplanationLine[] {
  const usual = settingsOf(plan).benefitRate
  return rowsOf(plan, 'positionPeriod')
    .filter((period) => period.positionId === id)
    .map((period) => {
      const { fromMonth, toMonth, fte, salaryCents, benefitRate, rolloutShare } = period
      const until = toMonth === null ? '' : ` to ${monthWords(toMonth)}`
      const text = `${formatFte(fte)} FTE, ${formatMoney(salaryCents)} a year, ${formatShare(benefitRate ?? usual)} benefits, ${formatShare(rolloutShare)} of the time`
      return line(`From ${monthWords(fromMonth)}${until}`, text, { rows: [{ table: 'positionPeriod', id: period.id }] })
    })
}

/** What the cost of a session with these people is worked out from. */
export function attendanceRates({ session, attendees }: Attendance): ExplanationLine[] {
  const rows = [{ table: 'session', id: session.id } as const]
  return [
    line('When', monthWords(session.month), { rows }),
    line('People who take part', count(attendees), { rows }),
    line('Hours', count(session.hours), { rows }),
    line('Fee of the leader', formatMoney(session.leaderFeeCents ?? 0), { rows }),
    line('Materials for each person', formatMoney(session.materialsPerPersonCents ?? 0), { rows }),
  ]
}

function sessionRates(plan: Plan, id: string): ExplanationLine[] {
  const found = attendances(plan).find(({ session }) => session.id === id)
  return found ? attendanceRates(found) : []
}

function costLineRates(plan: Plan, id: string): ExplanationLine[] {
  const row = plan.costLine.get(id)
  if (!row) return []
  const { amountCents, frequency, firstMonth, lastMonth } = row
  const rows = [{ table: 'costLine', id } as const]
  const until = lastMonth === null ? '' : ` to ${monthWords(lastMonth)}`
  const planned = rowsOf(plan, 'lineYear').filter((year) => year.lineId === id && year.plannedCents !== null)
  return [
    line('Amount', formatMoney(amountCents), { rows }),
    line('Due', `${tables.costLine.fields.frequency.options[frequency]}, ${monthWords(firstMonth)}${until}`, { rows }),
    ...planned.map((year) =>
      line(`Planned for fiscal year ${year.fiscalYear}`, formatMoney(year.plannedCents ?? 0), {
        rows: [{ table: 'lineYear', id: year.id }],
      }),
    ),
  ]
}

const ratesOf: Readonly<Record<Table, (plan: Plan, id: string) => ExplanationLine[]>> = {
  position: positionRates,
  session: sessionRates,
  costLine: costLineRates,
}

/** What a session is spent on, by category. */
export const spentOnWords: Readonly<Partial<Record<LedgerLine['category'], string>>> = {
  services: 'Fee',
  materials: 'Materials',
  substitutes: 'Time of those who take part',
}

/** What one position, session or cost line costs the plan, in a fiscal year or in all. */
export function explainLine(facts: MoneyFacts, { table, id, fiscalYear }: LineCost): Explanation {
  const { plan, ledger } = facts
  const mine = ledger.lines.filter((one) => one.kind === table && one.id === id)
  const places = placesOf(facts, fiscalYear)
  const costIn = ({ costCents }: LedgerLine, from: number, to: number): number => sumOf(costCents, from, to)
  const years = yearPlaces(plan).flatMap(({ fiscalYear: year, from, to }) => {
    const amount = mine.reduce((sum, one) => sum + costIn(one, from, to), 0)
    const isAsked = fiscalYear === null || fiscalYear === year
    return amount === 0 || !isAsked ? [] : [line(`Fiscal year ${year}`, formatMoney(amount), { amount })]
  })
  const pieces = mine.flatMap((one) => {
    const amount = costIn(one, places.from, places.to)
    return amount === 0 ? [] : [line(spentOnWords[one.category] ?? one.label, formatMoney(amount), { amount })]
  })
  const byYear = summed('When', years, formatMoney)
  return {
    title: `${nameOf(plan, table, id)}, ${yearWords(fiscalYear)}`,
    value: formatMoney(byYear.total?.amount ?? 0),
    how: howOfCost[table],
    parts: [
      ...(table === 'session' ? [summed('What it is spent on', pieces, formatMoney)] : []),
      byYear,
      payers(facts, mine, places),
    ],
    roundings: [centsRounding],
    sources: [...ratesOf[table](plan, id), ...settingLines(plan, settingsBehind[table])],
  }
}
