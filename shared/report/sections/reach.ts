import { figureOf } from '../../forecast/headline'
import { percent } from '../../forecast/figure'
import type { UnitForecast } from '../../forecast/forecast'
import { planSeries } from '../../forecast/run'
import type { Measure } from '../../model/trajectory'
import { monthWords } from '../../plan/month'
import { tables } from '../../plan/tables'
import { chart, likelyBand, likelyWords, monthsOf, paragraph, table } from '../blocks'
import { privacyFor, type Privacy } from '../privacy'
import type { ReportCell, ReportChart, ReportSection } from '../report'
import type { PlanFacts, ReportFacts } from '../report-input'
import { schoolDots } from './school-dots'

const lineOf = ({ settings }: PlanFacts): number => settings.atScaleShare / 10_000

/** The share with fidelity by month, against the line. */
const fidelityChart = (facts: PlanFacts): ReportChart => {
  const { headline } = facts
  const end = headline.weakest.at(-1) ?? 0
  return {
    id: 'fidelity',
    title: `${percent(end)} of staff practice with fidelity at the end of the forecast; the line is ${percent(lineOf(facts))}`,
    summary: `Share of staff practicing with fidelity at the weakest essential component, from ${percent(headline.weakest[0] ?? 0)} in ${monthWords(headline.asOf)} to ${percent(end)} in ${monthWords(headline.lastMonth)}; over all components it ends at ${percent(headline.fidelity.at(-1) ?? 0)}.${likelyWords(facts)}`,
    kind: 'line',
    x: { label: 'Month', kind: 'month', values: monthsOf(headline) },
    y: { label: 'Share of staff', kind: 'share' },
    series: [
      { key: 'weakest', label: 'Weakest essential component', values: [...headline.weakest] },
      { key: 'fidelity', label: 'All components', values: [...headline.fidelity] },
    ],
    bands: likelyBand(facts, 'Likely range', 0),
    lines: [{ label: 'At-scale line', value: lineOf(facts) }],
  }
}

const states: readonly (readonly [Measure, string])[] = [
  ['fidelity', 'With fidelity'],
  ['using', 'Using, not yet well'],
  ['trained', 'Trained, not using'],
  ['untrained', 'Not trained'],
  ['vacant', 'Vacant'],
]

/** Where all staff stand, by month; the parts add up to everybody. */
const statesChart = ({ headline, runs }: PlanFacts): ReportChart => {
  const fidelity = headline.fidelity.at(-1) ?? 0
  const using = planSeries(runs, 'using').at(-1) ?? 0
  return {
    id: 'states',
    title: `${percent(fidelity + using)} of all staff use the practice at the end; ${percent(fidelity)} of all staff use it with fidelity`,
    summary: `All staff by where they stand, over all components, from ${monthWords(headline.asOf)} to ${monthWords(headline.lastMonth)}. At the end ${percent(fidelity)} practice with fidelity and ${percent(using)} use it not yet well.`,
    kind: 'stackedArea',
    x: { label: 'Month', kind: 'month', values: monthsOf(headline) },
    y: { label: 'Share of staff', kind: 'share' },
    series: states.map(([measure, label]) => ({ key: measure, label, values: [...planSeries(runs, measure)] })),
    lines: [],
  }
}

const schoolRow = ({ plan }: PlanFacts, unit: UnitForecast, privacy: Privacy): ReportCell[] => {
  const row = plan.unit.get(unit.unitId)
  const wave = row?.waveId ? plan.wave.get(row.waveId) : undefined
  const staff = unit.headcount
  return [
    unit.name,
    row?.level ? tables.unit.fields.level.options[row.level] : '',
    wave?.name ?? 'Not in the rollout',
    wave?.startMonth ?? null,
    unit.students,
    privacy.people(staff),
    privacy.about(staff, unit.weakestNow),
    privacy.about(staff, unit.weakestAtEnd),
    privacy.about(staff, unit.atLineMonth ?? 'Not yet'),
  ]
}

/** Shares are those that the line is held against, or a school would stand above it and not be at it. */
const weakestNote =
  'Shares are those at the weakest essential component of each school, which the line is held against.'

const schoolsTable = (facts: PlanFacts, privacy: Privacy) =>
  table({
    id: 'schools',
    title: 'Schools',
    columns: [
      { label: 'School', kind: 'text' },
      { label: 'Level', kind: 'text' },
      { label: 'Wave', kind: 'text' },
      { label: 'Starts', kind: 'month' },
      { label: 'Students', kind: 'count' },
      { label: 'Staff', kind: 'count' },
      { label: 'With fidelity now', kind: 'share' },
      { label: 'At the end', kind: 'share' },
      { label: 'At the line from', kind: 'month' },
    ],
    rows: facts.runs.flatMap(({ forecast }) => forecast.units.map((unit) => schoolRow(facts, unit, privacy))),
    note: [weakestNote, ...(privacy.note === null ? [] : [privacy.note])].join(' '),
  })

/** Reach: how many schools, staff and students, and how the share with fidelity grows. */
export const reachSection = (facts: ReportFacts): ReportSection => {
  const { subject } = facts
  const schools = figureOf(subject.headline, 'schoolsAtScale')
  const students = figureOf(subject.headline, 'studentsAtScale')
  const privacy = privacyFor(facts)
  const dots = schoolDots(subject, privacy)
  return {
    id: 'reach',
    name: 'Reach',
    title: schools.value === null ? schools.sentence : `Schools at scale: ${schools.text} now, ${schools.sentence}`,
    blocks: [
      chart(fidelityChart(subject)),
      ...(dots ? [chart(dots)] : []),
      ...schoolsTable(subject, privacy),
      paragraph(`${students.label}: ${students.text}. ${students.sentence}`),
      chart(statesChart(subject)),
    ],
  }
}
