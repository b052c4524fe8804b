import { breakdownGroups, costPhases, linesBehind, type BreakdownBy, type CostPhase } from '../money/breakdown'
import type { Ledger, LedgerLine } from '../money/ledger'
import { sumOf } from '../money/totals'
import { formatMoney } from '../plan/format-value'
import { addMonths, monthWords } from '../plan/month'
import type { Plan } from '../plan/plan'
import { centsRounding, dollarsRounding, payers, placesOf, rowLines, yearWords } from './explain-money'
import type { ExplainQuestion, MoneyFacts } from './explain-question'
import { line, summed, type Explanation, type ExplanationLine, type RowRef } from './explanation'
import { dollars } from './figure'
import { explainFund, explainUnfunded } from './explain-money'
import type { DistrictRun } from './run'

type CostPart = Extract<ExplainQuestion, { kind: 'costPart' }>
type CostOfNeed = Extract<ExplainQuestion, { kind: 'costOfNeed' }>

/** The month from which the whole plan is at scale, as its runs have it; null where one district does not reach it. */
export function sustainFromOf(runs: readonly Pick<DistrictRun, 'forecast'>[]): string | null {
  const months = runs.flatMap(({ forecast }) => forecast.atScaleMonth ?? [])
  return runs.length > 0 && months.length === runs.length ? months.reduce((a, b) => (a > b ? a : b)) : null
}

const how: Readonly<Record<Exclude<BreakdownBy, 'source'>, string>> = {
  phase:
    'What is spent in the months of the phase: the pilot from the start of the first pilot wave, the scale-up from that of the first scale-up wave, sustain from the month in which the practice is at scale.',
  unit: 'What is spent for this place: positions by where they work, other costs by the place they name. What names no place is for all schools.',
  component:
    'Sessions and other costs about the component. A session about several components counts for each with an even part; what names no component is for all.',
  category: 'Every position, session and other cost, by what it is spent on.',
}

/** The months of a phase, where they begin and end. */
function phaseLines(facts: MoneyFacts, key: string): ExplanationLine[] {
  const { plan, ledger, runs } = facts
  const phases = costPhases({ plan, ledger, by: 'phase', sustainFrom: sustainFromOf(runs) })
  const first = phases.indexOf(key as CostPhase)
  const last = phases.lastIndexOf(key as CostPhase)
  if (first === -1) return []
  const month = (place: number): string => monthWords(addMonths(ledger.firstMonth, place))
  const kind = key === 'pilot' || key === 'scale' ? key : null
  const rows = [...plan.wave.values()]
    .filter((wave) => wave.kind === kind)
    .map(({ id }): RowRef => ({ table: 'wave', id }))
  return [line('Months of the phase', `${month(first)} to ${month(last)}`, { rows: rows.slice(0, 1) })]
}

/** The ledger's lines of a group, where it takes whole lines. */
const wholeLines = (ledger: Ledger, { by, key }: CostPart): LedgerLine[] =>
  ledger.lines.filter((one) => (by === 'unit' ? (one.unitId ?? 'none') === key : one.category === key))

function rowOfGroup(plan: Plan, { by, key }: CostPart): ExplanationLine[] {
  const table = by === 'unit' ? 'unit' : by === 'component' ? 'component' : null
  const row = table === null ? undefined : plan[table].get(key)
  return table && row
    ? [line(table === 'unit' ? 'School' : 'Component', row.name, { rows: [{ table, id: row.id }] })]
    : []
}

/** What one fund, phase, school, component or category costs, in a fiscal year or in all. */
export function explainCostPart(facts: MoneyFacts, question: CostPart): Explanation {
  const { plan, ledger, runs } = facts
  const { by, key, fiscalYear } = question
  if (by === 'source' && key === 'nobody') return explainUnfunded(facts, fiscalYear)
  if (by === 'source') return explainFund(facts, key === 'none' ? null : key, fiscalYear)
  const asked = { plan, ledger, by, sustainFrom: sustainFromOf(runs) }
  const label = breakdownGroups(plan, by).find(([group]) => group === key)?.[1] ?? 'Nothing'
  const lines = linesBehind(asked, key, fiscalYear).map(({ kind: table, id, label: words, cents: amount }) =>
    line(words, formatMoney(amount), { amount, rows: [{ table, id }] }),
  )
  const part = summed('What it is spent on', lines, formatMoney)
  const isWhole = by === 'unit' || by === 'category'
  return {
    title: `${label}, ${yearWords(fiscalYear)}`,
    value: dollars(part.total?.amount ?? 0),
    how: how[by],
    parts: isWhole ? [part, payers(facts, wholeLines(ledger, question), placesOf(facts, fiscalYear))] : [part],
    roundings: [centsRounding, dollarsRounding],
    sources: by === 'phase' ? phaseLines(facts, key) : rowOfGroup(plan, question),
  }
}

/** What is still needed once the practice is at scale, or only for the push; in a fiscal year or in all. */
export function explainCostOfNeed(facts: MoneyFacts, { isRecurring, fiscalYear }: CostOfNeed): Explanation {
  const places = placesOf(facts, fiscalYear)
  const isAsked = (one: LedgerLine): boolean => one.isRecurringNeed === isRecurring
  const centsOf = (one: LedgerLine): number => (isAsked(one) ? sumOf(one.costCents, places.from, places.to) : 0)
  const part = summed('What it is spent on', rowLines(facts, fiscalYear, centsOf), formatMoney)
  return {
    title: `${isRecurring ? 'Needed for good' : 'Only for the push'}, ${yearWords(fiscalYear)}`,
    value: dollars(part.total?.amount ?? 0),
    how: isRecurring
      ? 'The positions and other costs whose “Needed for good” says yes: they go on once the practice is at scale.'
      : 'The sessions, and the positions and other costs whose “Needed for good” says no: they end with the push.',
    parts: [part, payers(facts, facts.ledger.lines.filter(isAsked), places)],
    roundings: [centsRounding, dollarsRounding],
    sources: [],
  }
}
