import { formatFte } from '../plan/format-value'
import { addMonths, monthWords } from '../plan/month'
import { rowsOf } from '../plan/plan'
import { dayWords } from '../plan/day'
import { nameOf } from '../plan/words'
import { latestScores } from './capacity'
import type { ExplainFacts } from './explain-question'
import { settingLines } from './explain-sources'
import { line, summed, told, type Explanation, type ExplanationPart } from './explanation'
import { amount, percent } from './figure'
import { figureOf } from './headline'
import type { DistrictRun } from './run'

/** The positions that stand empty in the as-of month. */
export function explainVacancies({ plan, headline }: ExplainFacts): Explanation {
  const figure = figureOf(headline, 'vacancies')
  const lines = headline.vacancies.map(({ position: { id, expectedFillMonth }, fte, period }) => {
    const until =
      expectedFillMonth === null ? 'no month to fill it' : `to be filled in ${monthWords(expectedFillMonth)}`
    const hundredths = Math.round(fte * 100)
    return line(`${nameOf(plan, 'position', id)}, ${until}`, `${formatFte(hundredths)} FTE`, {
      amount: hundredths,
      rows: [
        { table: 'position', id },
        { table: 'positionPeriod', id: period.id },
      ],
    })
  })
  return {
    title: `${figure.label} in ${monthWords(headline.asOf)}`,
    value: figure.text,
    how: 'The FTE of every position that is planned for this month, is marked as vacant, and is not expected to be filled by then.',
    parts: [summed('Positions', lines, (hundredths) => `${formatFte(hundredths)} FTE`)],
    roundings: [],
    sources: [],
  }
}

/** The latest scores of a district and what they come to, or the figure that was typed in. */
function assessmentPart({ plan, headline, runs }: ExplainFacts, { compiled }: DistrictRun): ExplanationPart {
  const { districtId, name, input } = compiled
  const scores = latestScores(
    rowsOf(plan, 'capacityAssessment').filter(({ unitId }) => unitId === districtId),
    headline.asOf,
  )
  const maximum = scores.reduce((sum, score) => sum + score.maximum, 0)
  const lines = scores.map(({ id, subscale, date, points, maximum: most }) =>
    line(`${subscale}, ${dayWords(date)}`, `${amount(points)} of ${amount(most)}`, {
      amount: points,
      rows: [{ table: 'capacityAssessment', id }],
    }),
  )
  if (lines.length > 0)
    return summed(
      runs.length === 1 ? 'Latest score of each part' : `${name}: latest score of each part`,
      lines,
      (points) => `${amount(points)} of ${amount(maximum)}`,
    )
  const rows = districtId === null ? [] : [{ table: 'unit', id: districtId } as const]
  return told(name, [
    line('No assessment yet; as entered for the district', percent(input.district.initialCapacity), { rows }),
  ])
}

function movementPart({ runs }: ExplainFacts, { compiled, forecast }: DistrictRun): ExplanationPart {
  const { capacity, start, months } = forecast
  return told(runs.length === 1 ? 'From there' : `${compiled.name}: from there`, [
    line('At the start', percent(compiled.input.district.initialCapacity)),
    line(`End of ${monthWords(start)}`, percent(capacity.now)),
    line(`End of ${monthWords(addMonths(start, months - 1))}`, percent(capacity.end)),
  ])
}

/** District capacity: what was assessed, and how the forecast goes on from there. */
export function explainCapacity(facts: ExplainFacts): Explanation {
  const { plan, runs, headline } = facts
  const figure = figureOf(headline, 'capacity')
  const several = runs.length > 1 ? ' Several districts are averaged by their headcount.' : ''
  return {
    title: figure.label,
    value: figure.text,
    how: `All points of the latest scores for each point that could be had. From there capacity grows with system building and wears off without it; the figure is that of the first month’s end.${several}`,
    parts: runs.flatMap((run) => [assessmentPart(facts, run), movementPart(facts, run)]),
    roundings: ['Shares are rounded to whole percents.'],
    sources: settingLines(plan, ['capacityLine', 'systemsFteNeeded']),
  }
}
