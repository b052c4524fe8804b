import { groupBy } from '../money/grouping'
import type { Attendance } from '../money/attendance'
import { vacanciesIn } from '../money/position-months'
import { addMonths, monthWords } from '../plan/month'
import { rowsOf } from '../plan/plan'
import { nameOf } from '../plan/words'
import type { AttentionItem, AttentionQuestion } from './attention-item'
import { amount, counted, percent } from './figure'

/** Posts that stand empty, coaches above all. */
export const vacantPositions = ({ plan, asOf }: AttentionQuestion): AttentionItem[] =>
  vacanciesIn(plan, asOf).map(({ position, fte }) => {
    const until = position.expectedFillMonth
    const when =
      until === null
        ? 'and no month is entered by which it is filled'
        : `and expected to be filled from ${monthWords(until)}`
    const sentence = `${nameOf(plan, 'position', position.id)}, ${fte.toFixed(1)} FTE, is vacant ${when}.`
    return { code: 'position-vacant', sentence, screen: 'people', table: 'position', rowId: position.id }
  })

/** Share of the coaching need that must be met before a month is called short. */
const enough = 0.9

/** When coaches can no longer meet what is needed, and how bad it gets. */
export const shortCoaching = ({ runs, asOf }: AttentionQuestion): AttentionItem[] =>
  runs.flatMap(({ forecast, compiled }): AttentionItem[] => {
    const { neededHours, unmetHours } = forecast.coaching
    const met = Array.from(neededHours, (needed, month) => (needed > 0 ? 1 - (unmetHours[month] ?? 0) / needed : 1))
    const first = met.findIndex((share) => share < enough)
    if (first === -1) return []
    const worst = met.reduce((least, share) => Math.min(least, share), 1)
    const when = monthWords(addMonths(asOf, met.indexOf(worst)))
    const sentence = `${forecast.name}: from ${monthWords(addMonths(asOf, first))} coaches can meet less than ${percent(enough)} of what is needed, in ${when} only ${percent(worst)}.`
    return [{ code: 'coaching-short', sentence, screen: 'people', table: 'unit', rowId: compiled.districtId }]
  })

/** Required responsibilities that one carries with nobody behind, or that nobody carries. */
export const thinResponsibilities = ({ plan }: AttentionQuestion): AttentionItem[] =>
  rowsOf(plan, 'responsibility').flatMap((row): AttentionItem[] => {
    if (!row.isRequired || (row.carriedBy !== null && row.backup !== null)) return []
    const about = { screen: 'people', table: 'responsibility', rowId: row.id } as const
    const name = nameOf(plan, 'responsibility', row.id)
    return row.carriedBy === null
      ? [{ ...about, code: 'nobody-carries', sentence: `Nobody is named to carry "${name}".` }]
      : [
          {
            ...about,
            code: 'single-carrier',
            sentence: `"${name}" rests on one: ${row.carriedBy}, with nobody behind.`,
          },
        ]
  })

/** Sessions of the forecast after which people are left who never had a seat; of a series, the last. */
export function fullSessions({ attendances, asOf }: AttentionQuestion): AttentionItem[] {
  const rounds = groupBy(attendances, ({ session, groupIds }) =>
    session.series === null ? session.id : `${session.series} ${groupIds.join(' ')}`,
  )
  return [...rounds.values()].flatMap((round): AttentionItem[] => {
    const last = round.at(-1)
    const hadAll = round.some(({ unseated }) => unseated < 0.5)
    if (!last || hadAll || last.session.month < asOf) return []
    const seats = round.reduce((sum, { session }) => sum + (session.seats ?? 0), 0)
    const what = round.length === 1 ? last.session.title : `The series "${last.session.series ?? ''}"`
    const sentence = `${what} has ${counted(seats, 'seat', 'seats')} for ${amount(last.audience)} people: ${amount(last.unseated)} get none.`
    return [{ code: 'session-over-seats', sentence, screen: 'sessions', table: 'session', rowId: last.session.id }]
  })
}

/** Sessions held before any school of their audience has started: the forecast counts training from the start on. */
export function earlySessions({ plan, attendances, asOf }: AttentionQuestion): AttentionItem[] {
  const startOf = (groupId: string): string | null => {
    const unit = plan.unit.get(plan.staffGroup.get(groupId)?.unitId ?? '')
    return plan.wave.get(unit?.waveId ?? '')?.startMonth ?? null
  }
  const isEarly = ({ session, groupIds }: Attendance): boolean =>
    session.month >= asOf && groupIds.length > 0 && groupIds.every((id) => (startOf(id) ?? '9999-12') > session.month)
  return attendances.filter(isEarly).map(({ session }) => ({
    code: 'session-before-start',
    sentence: `${session.title} is held in ${monthWords(session.month)}, before any of its schools starts: the forecast counts no one as trained by it.`,
    screen: 'sessions',
    table: 'session',
    rowId: session.id,
  }))
}

/** Components that no fidelity measure looks at. */
export function unmeasuredComponents({ plan }: AttentionQuestion): AttentionItem[] {
  const measured = new Set(rowsOf(plan, 'fidelityMeasure').flatMap(({ componentIds }) => componentIds))
  return rowsOf(plan, 'component')
    .filter(({ id }) => !measured.has(id))
    .map(({ id, name }) => ({
      code: 'component-without-measure',
      sentence: `No fidelity measure looks at "${name}".`,
      screen: 'components',
      table: 'component',
      rowId: id,
    }))
}
