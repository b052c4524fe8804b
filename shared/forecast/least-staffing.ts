import { positionCost } from '../money/costs'
import { ledgerOf } from '../money/ledger'
import type { PositionMonths } from '../money/position-months'
import { spanOf } from '../money/span'
import { totalCents } from '../money/totals'
import { compose } from '../plan/algebra'
import { applyChanges } from '../plan/apply'
import type { Change } from '../plan/change'
import { addMonths, monthsBetween } from '../plan/month'
import { planRow, type Plan } from '../plan/plan'
import { settingsOf } from '../plan/settings'
import type { Compiled } from './compile'
import { headcountOf, practitionerGroups } from './districts'
import type { Point, SearchSpace } from './search-notebook'
import { usualSalaryCents } from './new-position'
import { staffingChanges, type YearLevel } from './staffing-lever'
import {
  modelPosition,
  openYears,
  plannedLevel,
  positionsFor,
  underLevel,
  type OpenYear,
  type StaffedFunction,
} from './staffing-years'

/** What counts as success: at scale by a month (`YYYY-MM`) and, where it is to hold, from then on without a break. */
export type StaffingGoal = {
  readonly by: string
  /** Whether it has to stay at scale for as many months in a row as the settings ask for, beginning by that month. */
  readonly holds: boolean
}

/** What is asked: the goal with a chance 0–1, within a cost of the whole plan where one is given. */
export type StaffingTarget = StaffingGoal & {
  readonly chance: number
  readonly budgetCents: number | null
  /** The most of each kind of staff in any year, FTE; null: as much as could be of use. */
  readonly mostFte?: Readonly<Partial<Record<StaffedFunction, number>>>
}

/** One dimension of the search: a kind of staff in a fiscal year. */
export type StaffingYear = { readonly does: StaffedFunction; readonly fiscalYear: number }

/** The plan as a search: which dimensions there are, and what each tenth of an FTE in them costs. */
export type StaffingSpace = SearchSpace & {
  readonly years: readonly StaffingYear[]
  /** What the plan costs without the staff that is searched for. */
  readonly baseCents: number
  /** What the staff that is searched for costs as planned. */
  readonly plannedCents: number
}

const kinds: readonly StaffedFunction[] = ['coach', 'systems']

/** A position that does not exist yet, as it would be paid in every month. */
function newPosition(plan: Plan, model: PositionMonths | null): PositionMonths | null {
  const span = spanOf(plan)
  const line = model?.periods.findLast((period) => period !== null)
  if (!model || !line) return null
  const share = line.rolloutShare / 10_000
  const everyMonth = <T>(value: T): T[] => Array.from({ length: span.months }, () => value)
  return {
    position: model.position,
    fte: Float64Array.from(everyMonth(1)),
    rolloutFte: Float64Array.from(everyMonth(share)),
    periods: everyMonth(line),
  }
}

/** Cents that a full FTE of a new position costs in a year. */
function newFteCents(plan: Plan, positions: readonly PositionMonths[], year: OpenYear): number {
  const settings = settingsOf(plan)
  const made = newPosition(plan, modelPosition(positions, year))
  if (made)
    return positionCost(spanOf(plan), made, settings)
      .slice(year.from, year.to)
      .reduce((a, b) => a + b, 0)
  return ((usualSalaryCents * (1 + settings.benefitRate / 10_000)) / 12) * (year.to - year.from)
}

/** What a kind of staff costs in one year at a level in hundredths of an FTE: those in post first, then new ones. */
function costOfLevel(plan: Plan, does: StaffedFunction, year: OpenYear): (level: number) => number {
  const settings = settingsOf(plan)
  const positions = positionsFor(plan, does)
  const costs = positions.map((held) => positionCost(spanOf(plan), held, settings))
  const planned = plannedLevel(positions, year)
  const perNew = newFteCents(plan, positions, year)
  return (level) => {
    let cents = (Math.max(0, level - planned) / 100) * perNew
    for (let place = year.from; place < year.to; place += 1) {
      underLevel(positions, place, level).forEach((fte, at) => {
        const full = positions[at]?.fte[place] ?? 0
        if (full > 0) cents += ((costs[at]?.[place] ?? 0) * fte) / 100 / full
      })
    }
    return cents
  }
}

/** FTE beyond which more of a kind is of no use: everyone coached in full, all of the system building staffed. */
function usefulFte(plan: Plan, compiled: readonly Compiled[], does: StaffedFunction): number {
  const settings = settingsOf(plan)
  const share =
    (positionsFor(plan, does)
      .at(-1)
      ?.periods.findLast((period) => period !== null)?.rolloutShare ?? 10_000) / 10_000
  if (share === 0) return 0
  if (does === 'systems') return settings.systemsFteNeeded / share
  const parameters = compiled[0]?.planned.parameters
  const hours = Math.max(parameters?.coachingHoursTrained ?? 0, parameters?.coachingHoursUsing ?? 0)
  const perFte = settings.hoursPerFteMonth * (settings.practitionerTimeShare / 10_000) * share
  return perFte > 0 ? (headcountOf(practitionerGroups(plan)) * hours) / perFte : 0
}

/** The last month, `YYYY-MM`, that a goal looks at. */
export const lastMonthOf = (plan: Plan, { by, holds }: StaffingGoal): string =>
  holds ? addMonths(by, settingsOf(plan).sustainMonths - 1) : by

/** Whether a forecast is long enough to say whether a plan holds after being at scale by a month. */
export function canAskToHold(plan: Plan, by: string): boolean {
  const row = planRow(plan)
  if (!row) return false
  const place = monthsBetween(row.asOfMonth ?? row.startMonth, lastMonthOf(plan, { by, holds: true }))
  return place < row.horizonMonths
}

/** Takes a plan apart for the search: staff of the open fiscal years that the goal looks at. */
export function staffingSpace(plan: Plan, compiled: readonly Compiled[], target: StaffingTarget): StaffingSpace {
  const { firstMonth } = spanOf(plan)
  const open = openYears(plan).filter(({ from }) => from <= monthsBetween(firstMonth, lastMonthOf(plan, target)))
  const dimensions = kinds.flatMap((does) => {
    const useful = Math.ceil(usefulFte(plan, compiled, does))
    return open.map((year) => {
      const planned = plannedLevel(positionsFor(plan, does), year)
      const costOf = costOfLevel(plan, does, year)
      const most = Math.round((target.mostFte?.[does] ?? Math.max(planned / 100, useful)) * 10)
      return {
        does,
        fiscalYear: year.fiscalYear,
        costs: Array.from({ length: Math.max(0, most) + 1 }, (_, tenths) => costOf(tenths * 10)),
        plannedCents: costOf(planned),
      }
    })
  })
  const now = totalCents(ledgerOf(plan)).costCents
  const asPlanned = dimensions.reduce((sum, { plannedCents }) => sum + plannedCents, 0)
  return {
    years: dimensions.map(({ does, fiscalYear }) => ({ does, fiscalYear })),
    costs: dimensions.map(({ costs }) => costs),
    baseCents: now - asPlanned,
    plannedCents: asPlanned,
  }
}

/** The FTE of one kind by fiscal year that a point stands for. */
export const levelsOf = ({ years }: Pick<StaffingSpace, 'years'>, point: Point, does: StaffedFunction): YearLevel[] =>
  years.flatMap((year, at) => (year.does === does ? [{ fiscalYear: year.fiscalYear, fte: (point[at] ?? 0) / 10 }] : []))

/** The changes of the plan that a point stands for. */
export function changesOfPoint(
  plan: Plan,
  space: Pick<StaffingSpace, 'years'>,
  point: Point,
  newId: () => string,
): Change[] {
  const coaches = staffingChanges(plan, 'coach', levelsOf(space, point, 'coach'), newId)
  const coached = applyChanges(plan, coaches)
  if (!coached.ok) return []
  return compose(coaches, staffingChanges(coached.value, 'systems', levelsOf(space, point, 'systems'), newId))
}
