import type { InputSession } from '../model/input'
import type { Attendance } from '../money/attendance'
import { groupBy } from '../money/grouping'
import type { Ledger } from '../money/ledger'
import { monthsBetween } from '../plan/month'
import type { Plan } from '../plan/plan'
import type { Settings } from '../plan/settings'
import type { Row } from '../plan/tables'
import type { Assumption } from './assumption'
import type { Delivery } from './delivery'

/** How much carries over into practice, by the highest method used (Joyce & Showers 2002; docs/forecast.md). */
const profiles: Readonly<Record<string, Readonly<Record<Method, number>>>> = {
  tempered: { theory: 0, demonstration: 0, practice: 0.05, coaching: 0.6 },
  alternative: { theory: 0.05, demonstration: 0.1, practice: 0.2, coaching: 0.6 },
}
type Method = Row<'session'>['methods'][number]
const methodsFromHighest = ['coaching', 'practice', 'demonstration', 'theory'] as const

/**
 * The share of those taking part who start to use a component right away: that of the highest method, × hours / hours
 * the component needs (at most 1). Without a method nothing carries over.
 */
function transferOf(session: Row<'session'>, component: Row<'component'>, settings: Settings): number {
  const highest = methodsFromHighest.find((method) => session.methods.includes(method))
  if (highest === undefined) return 0
  const profile = profiles[settings.trainingProfile] ?? profiles['tempered']
  return (profile?.[highest] ?? 0) * Math.min(1, session.hours / component.trainingHoursNeeded)
}

/** One session as the model takes it: one entry for each transfer that its components have. */
function entriesOf(
  plan: Plan,
  attendance: Attendance,
  groupIds: string[],
  month: number,
  settings: Settings,
  share: number,
) {
  const components = attendance.session.componentIds.flatMap((id) => plan.component.get(id) ?? [])
  const byTransfer = groupBy(components, (component) => transferOf(attendance.session, component, settings))
  return [...byTransfer].map(([transfer, group]) => ({
    month,
    groupIds,
    componentIds: group.map(({ id }) => id),
    coverage: attendance.coverage * share,
    transfer,
  }))
}

/** Where professional learning is held within the forecast, for the staff groups named; see `compileForecast`. */
export type LearningQuestion = {
  readonly plan: Plan
  readonly ledger: Ledger
  readonly attendances: readonly Attendance[]
  readonly delivery: Delivery
  readonly settings: Settings
  /** First month of the forecast. */
  readonly start: string
  readonly horizonMonths: number
}

/**
 * The sessions of the forecast for some staff groups (docs/forecast.md): those before its start are history. What the funds
 * do not cover in the month of a session is not held.
 */
export function learningOf(question: LearningQuestion, mine: ReadonlySet<string>): InputSession[] {
  const { plan, delivery, settings, start, horizonMonths } = question
  return question.attendances.flatMap((attendance) => {
    const groupIds = attendance.groupIds.filter((id) => mine.has(id))
    if (groupIds.length === 0) return []
    const month = monthsBetween(start, attendance.session.month)
    if (month < 0 || month >= horizonMonths) return []
    return entriesOf(plan, attendance, groupIds, month, settings, delivery('session', attendance.session.id, month))
  })
}

/** What sessions leave open and the forecast had to assume. */
export function learningAssumptions(plan: Plan): Assumption[] {
  return [...plan.session.values()].flatMap((session): Assumption[] => {
    const about = { table: 'session', id: session.id } as const
    const why = 'No method is entered, so nothing of it carries over into practice.'
    const whyNot = 'No component is entered, so it trains nobody in the forecast.'
    return [
      ...(session.methods.length === 0 ? [{ ...about, field: 'methods', value: '0%', why }] : []),
      ...(session.componentIds.length === 0 ? [{ ...about, field: 'componentIds', value: 'none', why: whyNot }] : []),
    ]
  })
}
