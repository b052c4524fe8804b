import type { Attendance } from '../money/attendance'
import { groupBy } from '../money/grouping'
import { monthWords } from '../plan/month'
import { rowsOf, type Plan } from '../plan/plan'
import { settingsOf } from '../plan/settings'
import { nameOf } from '../plan/words'
import type { AttentionItem, AttentionQuestion } from './attention-item'
import { dosesOf, isDoseEnough } from './dose'
import { amount, counted } from './figure'
import { learningAssumptions } from './learning'
import { calendarClashes } from './session-calendar'

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

/** Sessions to come that do not fit the school calendar; all that clashes about one session in one item. */
export function clashingSessions({ plan, asOf }: AttentionQuestion): AttentionItem[] {
  const settings = settingsOf(plan)
  return rowsOf(plan, 'session').flatMap((session): AttentionItem[] => {
    const clashes = session.month >= asOf ? calendarClashes(session, settings) : []
    if (clashes.length === 0) return []
    const about = { screen: 'sessions', table: 'session', rowId: session.id } as const
    return [{ ...about, code: 'session-clash', sentence: clashes.join(' ') }]
  })
}

/** Sessions to come without a component or a method, from which nothing carries over. */
export function idleSessions({ plan, asOf }: AttentionQuestion): AttentionItem[] {
  const lacking = groupBy(learningAssumptions(plan), ({ id }) => id ?? '')
  return [...lacking].flatMap(([rowId, assumptions]): AttentionItem[] => {
    const session = plan.session.get(rowId)
    if (!session || session.month < asOf) return []
    const what = assumptions.map(({ field }) => (field === 'methods' ? 'no method' : 'no component')).join(' and ')
    const sentence = `${session.title} has ${what} entered, so the forecast counts nothing of it.`
    return [{ code: 'session-carries-nothing', sentence, screen: 'sessions', table: 'session', rowId }]
  })
}

/** Core components for which people have a seat for fewer hours than they need in the first year of their wave. */
export function shortDoses({ plan }: AttentionQuestion): AttentionItem[] {
  const isMeant = (componentId: string, waveId: string): boolean =>
    plan.component.get(componentId)?.isCore === true && plan.wave.get(waveId)?.startMonth !== null
  const short = dosesOf(plan).filter(
    (dose) =>
      isMeant(dose.componentId, dose.waveId) &&
      plan.role.get(dose.roleId)?.kind === 'practitioner' &&
      dose.offeredHours > 0 &&
      !isDoseEnough(dose),
  )
  return [...groupBy(short, ({ componentId }) => componentId)].map(([rowId, doses]) => {
    const parts = [...groupBy(doses, ({ waveId }) => waveId)].map(([waveId, here]) => {
      const hours = here.reduce((least, { offeredHours }) => Math.min(least, offeredHours), Number.POSITIVE_INFINITY)
      return `${nameOf(plan, 'wave', waveId)} (${amount(hours)})`
    })
    const needed = amount(doses[0]?.neededHours ?? 0)
    const sentence = `"${nameOf(plan, 'component', rowId)}" needs ${needed} hours a person; fewer are planned in the first year for ${parts.join(', ')}.`
    return { code: 'dose-short', sentence, screen: 'sessions', table: 'component', rowId }
  })
}

/** The first month in which every staff group is taught every component: component id → group id → month. */
function firstTaught(attended: readonly Attendance[]): Map<string, Map<string, string>> {
  const first = new Map<string, Map<string, string>>()
  for (const { session, groupIds, coverage } of attended) {
    if (coverage <= 0) continue
    for (const componentId of session.componentIds) {
      const months = first.get(componentId) ?? new Map<string, string>()
      first.set(componentId, months)
      for (const id of groupIds) if (!months.has(id)) months.set(id, session.month)
    }
  }
  return first
}

const schoolsOf = (plan: Plan, groupIds: readonly string[]): number =>
  new Set(groupIds.map((id) => plan.staffGroup.get(id)?.unitId)).size

/** Components that people are taught before, or without, what they need first. */
export function latePrerequisites({ plan, attendances }: AttentionQuestion): AttentionItem[] {
  const first = firstTaught(attendances)
  return rowsOf(plan, 'component').flatMap(({ id, name, prerequisiteIds }) =>
    prerequisiteIds.flatMap((neededId): AttentionItem[] => {
      const mine = [...(first.get(id) ?? [])]
      const late = mine.filter(([groupId, month]) => (first.get(neededId)?.get(groupId) ?? '9999-12') > month)
      const [earliest] = late.map(([, month]) => month).toSorted()
      if (earliest === undefined) return []
      const schools = counted(
        schoolsOf(
          plan,
          late.map(([groupId]) => groupId),
        ),
        'school',
        'schools',
      )
      const sentence = `"${name}" is taught at ${schools}, from ${monthWords(earliest)}, before "${nameOf(plan, 'component', neededId)}", which it needs first.`
      return [{ code: 'prerequisite-later', sentence, screen: 'components', table: 'component', rowId: id }]
    }),
  )
}
