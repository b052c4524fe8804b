import { percent } from '../../forecast/figure'
import { figureOf } from '../../forecast/headline'
import { stressMonths, stressTest, type StressKind, type StressResult } from '../../forecast/stress'
import { monthsBetween } from '../../plan/month'
import { rowsOf } from '../../plan/plan'
import { tables } from '../../plan/tables'
import { nameOf } from '../../plan/words'
import { chart, paragraph, statusLines, table } from '../blocks'
import { privacyFor, type Privacy } from '../privacy'
import type { Block, ReportCell, ReportSection } from '../report'
import type { PlanFacts, ReportFacts } from '../report-input'
import { cliffTable, needChart } from './need'

const shockWords: Readonly<Record<StressKind, string>> = {
  money: 'All one-time money is gone',
  leader: 'The leaders change, everywhere at once',
  both: 'Both in the same month',
}

const answerWords = ({ answer, monthsUntilBelow }: StressResult): string => {
  if (answer === 'holds') return `Holds for ${stressMonths} months`
  if (answer === 'notKnownYet') return 'Not known: the forecast ends before'
  return monthsUntilBelow === 0 ? 'Falls below the line at once' : `Below the line after ${monthsUntilBelow} months`
}

/** What becomes of each district that gets to scale, were the shock to come right then. */
const stressTable = ({ plan, runs }: PlanFacts): Block[] => {
  const hasMany = runs.length > 1
  const rows = runs.flatMap(({ compiled, forecast }): ReportCell[][] => {
    const { atScaleMonth, name, start } = forecast
    if (atScaleMonth === null) return []
    return stressTest(plan, compiled, monthsBetween(start, atScaleMonth)).map((result) => [
      ...(hasMany ? [name] : []),
      atScaleMonth,
      shockWords[result.kind],
      answerWords(result),
      result.lowest,
    ])
  })
  return table({
    id: 'stress',
    title: 'If this happened in the first month at scale',
    columns: [
      ...(hasMany ? [{ label: 'District', kind: 'text' as const }] : []),
      { label: 'Month', kind: 'month' },
      { label: 'What happens', kind: 'text' },
      { label: 'What becomes of it', kind: 'text' },
      { label: 'Lowest share with fidelity', kind: 'share' },
    ],
    rows,
  })
}

/** What rests on one person, or on nobody. Codes are shown only to those who may see them. */
const keyPersonTable = ({ plan }: PlanFacts, privacy: Privacy): Block[] =>
  table({
    id: 'key-people',
    title: 'What rests on one person, or on nobody',
    columns: [
      { label: 'What must be carried', kind: 'text' },
      { label: 'Where', kind: 'text' },
      { label: 'Carried by', kind: 'text' },
      { label: 'Backed up', kind: 'text' },
    ],
    rows: rowsOf(plan, 'responsibility')
      .filter(({ isRequired, carriedBy, backup }) => isRequired && (carriedBy === null || backup === null))
      .map(({ name, unitId, carriedBy }) => [
        name,
        unitId === null ? 'District' : nameOf(plan, 'unit', unitId),
        privacy.person(carriedBy),
        'Nobody',
      ]),
  })

const functions = tables.reorganisationMove.fields.newFunction.options

const moveTable = ({ plan }: PlanFacts, privacy: Privacy): Block[] =>
  table({
    id: 'moves',
    title: 'Central office, once the practice is at scale',
    columns: [
      { label: 'Position or duty', kind: 'text' },
      { label: 'Then does', kind: 'text' },
      { label: 'Months after at scale', kind: 'count' },
    ],
    rows: rowsOf(plan, 'reorganisationMove').map(({ positionId, duty, newFunction, monthsAfterAtScale }) => {
      const position = positionId === null ? undefined : plan.position.get(positionId)
      return [position ? privacy.position(position) : (duty ?? ''), functions[newFunction], monthsAfterAtScale]
    }),
    note: 'These moves take effect only after the district is at scale.',
  })

const neverAtScale = ({ headline }: PlanFacts): Block[] =>
  figureOf(headline, 'atScaleMonth').value === null
    ? [
        paragraph(
          'The district does not get to scale within the forecast, so there is nothing to be kept yet: first it has to be reached.',
        ),
      ]
    : []

/** Can we keep it? Recurring need against recurring money, grants that end, shocks, key people, the central office after. */
export const keepSection = (facts: ReportFacts): ReportSection => {
  const { subject } = facts
  const { headline } = subject
  const privacy = privacyFor(facts)
  const last = headline.years.at(-1)
  const lowest = last?.recurringNeed
  const title =
    lowest === undefined || lowest.costCents === 0
      ? 'Nothing is planned that is needed for good'
      : `Recurring money pays ${percent(lowest.fromRecurringCents / lowest.costCents)} of what is needed for good in fiscal year ${last?.fiscalYear ?? ''}`
  const hasNeed = headline.years.some(({ recurringNeed }) => recurringNeed.costCents > 0)
  return {
    id: 'keep',
    name: 'Can we keep it',
    title,
    blocks: [
      paragraph(
        'Being at scale is not the same as being sustainable: a big push without recurring money, systems and backups behind it declines.',
      ),
      { kind: 'statusLines', lines: statusLines(headline, ['recurringNeed', 'cliffs', 'capacity']) },
      ...(hasNeed ? [chart(needChart(subject))] : []),
      ...cliffTable(subject, privacy),
      ...neverAtScale(subject),
      ...stressTable(subject),
      ...keyPersonTable(subject, privacy),
      ...moveTable(subject, privacy),
    ],
  }
}
