import { counted, percent } from '../../forecast/figure'
import type { UnitForecast } from '../../forecast/forecast'
import { monthWords } from '../../plan/month'
import type { Privacy } from '../privacy'
import type { ReportChart } from '../report'
import type { PlanFacts } from '../report-input'

/** More rows than that nobody reads on a page; the table has all schools. */
const mostSchools = 40

type Dot = { readonly name: string; readonly unit: UnitForecast }

/** Schools that take part, each under a name of its own: of those that share one, the district behind it. */
const dotsOf = ({ runs }: PlanFacts): Dot[] => {
  const all = runs.flatMap(({ forecast }) =>
    forecast.units
      .filter(({ takesPart, headcount }) => takesPart && headcount > 0)
      .map((unit) => ({ unit, district: forecast.name })),
  )
  const counts = new Map<string, number>()
  for (const { unit } of all) counts.set(unit.name, (counts.get(unit.name) ?? 0) + 1)
  return all.map(({ unit, district }) => ({
    unit,
    name: counts.get(unit.name) === 1 ? unit.name : `${unit.name} (${district})`,
  }))
}

const finding = (facts: PlanFacts, lowest: Dot): string => {
  const { schools } = facts.headline.reach
  const { line, lastMonth } = facts.headline
  const share = percent(lowest.unit.weakestAtEnd)
  const when = `in ${monthWords(lastMonth)}`
  if (schools.end === schools.total)
    return `${schools.total} of ${counted(schools.total, 'school', 'schools')} are at the line of ${percent(line)} ${when}; the lowest is ${lowest.name}, at ${share}`
  return `${schools.end} of ${counted(schools.total, 'school', 'schools')} are at the line of ${percent(line)} ${when}; furthest below it is ${lowest.name}, at ${share}`
}

const withoutWords = (hidden: number, left: number): string =>
  [
    ...(hidden === 0 ? [] : [` ${counted(hidden, 'school', 'schools')} with few staff cannot be shown.`]),
    ...(left === 0 ? [] : [` Shown are the ${mostSchools} that are lowest then; the table has the other ${left} too.`]),
  ].join('')

/**
 * Which schools are at the line and which are not: each school's share with fidelity at its weakest essential component, now and at the
 * end, the lowest at the end first. Null where no school can be shown.
 */
export const schoolDots = (facts: PlanFacts, privacy: Privacy): ReportChart | null => {
  const { asOf, lastMonth, line } = facts.headline
  const all = dotsOf(facts)
  // a small group is a dash, which is no figure
  const open = all.filter(({ unit }) => typeof privacy.about(unit.headcount, unit.weakestNow) === 'number')
  const sorted = open.toSorted((a, b) => a.unit.weakestAtEnd - b.unit.weakestAtEnd)
  const shown = sorted.slice(0, mostSchools)
  const [lowest] = shown
  if (!lowest) return null
  return {
    id: 'school-dots',
    title: finding(facts, lowest),
    summary: `Share of staff practicing with fidelity at the weakest essential component of each school, in ${monthWords(asOf)} and in ${monthWords(lastMonth)}, against the at-scale line of ${percent(line)}; the lowest first.${withoutWords(all.length - open.length, sorted.length - shown.length)}`,
    kind: 'dots',
    x: { label: 'School', kind: 'text', values: shown.map(({ name }) => name) },
    y: { label: 'Share of staff', kind: 'share' },
    series: [
      { key: 'now', label: `Now (${monthWords(asOf)})`, values: shown.map(({ unit }) => unit.weakestNow) },
      {
        key: 'end',
        label: `At the end (${monthWords(lastMonth)})`,
        values: shown.map(({ unit }) => unit.weakestAtEnd),
      },
    ],
    lines: [{ label: 'At-scale line', value: line }],
    isInTable: true,
  }
}
