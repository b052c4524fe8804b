import { amount, percent } from '../../forecast/figure'
import { figureOf } from '../../forecast/headline'
import { attendances } from '../../money/attendance'
import { positionMonths } from '../../money/position-months'
import { sumOf, yearPlaces } from '../../money/totals'
import { monthWords } from '../../plan/month'
import { rowsOf } from '../../plan/plan'
import { tables, type Row } from '../../plan/tables'
import { chart, monthsOf, paragraph, table } from '../blocks'
import { doseTable } from './dose'
import { privacyFor, type Privacy } from '../privacy'
import type { Block, ReportCell, ReportChart, ReportSection } from '../report'
import type { PlanFacts, ReportFacts } from '../report-input'

const coachingChart = ({ headline }: PlanFacts): ReportChart => {
  const { coaching } = headline
  const needed = Math.round(sumOf(coaching.neededHours))
  const lacking = Math.round(sumOf(coaching.unmetHours))
  return {
    id: 'coaching',
    title:
      lacking === 0
        ? `All coach hours that are needed until ${monthWords(headline.lastMonth)} are there`
        : `Until ${monthWords(headline.lastMonth)}, ${amount(lacking)} of the ${amount(needed)} coach hours that are needed are lacking`,
    summary: `Coach hours that are needed and that the coaches in post can give, by month, from ${monthWords(headline.asOf)} to ${monthWords(headline.lastMonth)}, in hours of a full month.`,
    kind: 'line',
    x: { label: 'Month', kind: 'month', values: monthsOf(headline) },
    y: { label: 'Hours in a month', kind: 'decimal' },
    series: [
      { key: 'needed', label: 'Needed', values: [...coaching.neededHours] },
      { key: 'available', label: 'Available', values: [...coaching.availableHours] },
    ],
    lines: [],
  }
}

const meanOver = (fte: Float64Array, from: number, to: number): number =>
  to > from ? sumOf(fte, from, to) / (to - from) : 0

/** Full-time equivalents on the rollout by function, mean of each fiscal year, with a total. */
const functionTable = ({ plan }: PlanFacts): Block[] => {
  const years = yearPlaces(plan)
  const held = positionMonths(plan)
  const rows = Object.entries(tables.position.fields.function.options).flatMap(([key, label]): ReportCell[][] => {
    const mine = held.filter(({ position }) => position.function === key)
    if (mine.length === 0) return []
    return [
      [
        label,
        ...years.map(({ from, to }) => mine.reduce((sum, { rolloutFte }) => sum + meanOver(rolloutFte, from, to), 0)),
      ],
    ]
  })
  const total = years.map((_, at) => rows.reduce((sum, row) => sum + Number(row[at + 1] ?? 0), 0))
  return table({
    id: 'fte',
    title: 'Full-time equivalents on the rollout, mean of the fiscal year',
    columns: [
      { label: 'Does', kind: 'text' },
      ...years.map(({ fiscalYear }) => ({ label: `FY ${fiscalYear}`, kind: 'fte' as const })),
    ],
    rows: rows.length === 0 ? [] : [...rows, ['Total', ...total]],
    hasTotal: true,
    note: 'As planned, also in months in which nobody pays. Rounded to tenths, so a total may differ from its parts by a tenth.',
  })
}

const vacancyTable = ({ headline }: PlanFacts, privacy: Privacy): Block[] =>
  table({
    id: 'vacancies',
    title: `Vacant in ${monthWords(headline.asOf)}`,
    columns: [
      { label: 'Position', kind: 'text' },
      { label: 'FTE', kind: 'fte' },
      { label: 'Filled from', kind: 'month' },
    ],
    rows: headline.vacancies.map(({ position, fte }) => [
      privacy.position(position),
      fte,
      position.expectedFillMonth ?? 'Not known',
    ]),
  })

const staffTable = ({ plan, settings }: PlanFacts, privacy: Privacy): Block[] => {
  const groups = rowsOf(plan, 'staffGroup')
  const rows = rowsOf(plan, 'role').flatMap((role): ReportCell[][] => {
    const mine = groups.filter(({ roleId }) => roleId === role.id)
    const people = mine.reduce((sum, { headcount }) => sum + headcount, 0)
    if (people === 0) return []
    const leaving = mine.reduce(
      (sum, group) => sum + group.headcount * (group.annualTurnover ?? settings.defaultTurnover),
      0,
    )
    const kind = tables.role.fields.kind.options[role.kind]
    return [[role.name, kind, privacy.people(people), privacy.about(people, leaving / people / 10_000)]]
  })
  return table({
    id: 'staff',
    title: 'Staff by role',
    columns: [
      { label: 'Role', kind: 'text' },
      { label: 'Kind', kind: 'text' },
      { label: 'Staff', kind: 'count' },
      { label: 'Leave in a year', kind: 'share' },
    ],
    rows,
    note: privacy.note,
  })
}

const attendanceOf = ({ attendanceActual, attendancePlanned }: Row<'session'>): [number, string] =>
  attendanceActual === null ? [attendancePlanned / 10_000, 'Planned'] : [attendanceActual / 10_000, 'Held']

const sessionTable = ({ plan }: PlanFacts): Block[] =>
  table({
    id: 'sessions',
    title: 'Learning sessions',
    columns: [
      { label: 'Session', kind: 'text' },
      { label: 'Month', kind: 'month' },
      { label: 'Hours for each', kind: 'decimal' },
      { label: 'People', kind: 'count' },
      { label: 'Attendance', kind: 'share' },
      { label: 'State', kind: 'text' },
    ],
    rows: attendances(plan)
      .toSorted((a, b) => (a.session.month < b.session.month ? -1 : a.session.month > b.session.month ? 1 : 0))
      .map(({ session, attendees }) => [
        session.title,
        session.month,
        session.hours,
        Math.round(attendees),
        ...attendanceOf(session),
      ]),
  })

/** What there is of the coaching that is needed, soon and in the whole forecast: the first years may look better than the last. */
const coachingTitle = ({ headline }: PlanFacts, soon: string): string => {
  const needed = sumOf(headline.coaching.neededHours)
  const whole = needed === 0 ? 1 : 1 - sumOf(headline.coaching.unmetHours) / needed
  return `Of the coaching that is needed, ${soon} is there in the next twelve months and ${percent(whole)} until ${monthWords(headline.lastMonth)}`
}

/** People and training: coach hours against need, positions, vacancies, staff, sessions. */
export const peopleSection = (facts: ReportFacts): ReportSection => {
  const { subject } = facts
  const privacy = privacyFor(facts)
  const coaching = figureOf(subject.headline, 'coaching')
  const vacancies = figureOf(subject.headline, 'vacancies')
  return {
    id: 'people',
    name: 'People',
    title: coaching.value === null ? coaching.sentence : coachingTitle(subject, coaching.text),
    blocks: [
      chart(coachingChart(subject)),
      paragraph(vacancies.sentence),
      ...functionTable(subject),
      ...vacancyTable(subject, privacy),
      ...staffTable(subject, privacy),
      ...sessionTable(subject),
      ...doseTable(subject.plan),
    ],
  }
}
