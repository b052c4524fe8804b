import { positionMonths, type PositionMonths } from '../money/position-months'
import type { Ledger } from '../money/ledger'
import { monthsBetween } from '../plan/month'
import type { Plan } from '../plan/plan'
import type { Settings } from '../plan/settings'
import type { Delivery } from './delivery'
import { districtIdOf, type District } from './districts'
import { worksIn, type MovesByPosition } from './moves'

/** What the positions give each district, month by month of the forecast. */
export type Supports = {
  /** Hours of direct coaching a month that may go to any school of the district. */
  readonly coachHours: Float64Array
  /** Hours of coaches that belong to one school, by unit id. */
  readonly coachHoursByUnit: ReadonlyMap<string, Float64Array>
  /** Full-time equivalents of system building. */
  readonly systemsFte: Float64Array
}

export type SupportsQuestion = {
  readonly plan: Plan
  readonly ledger: Ledger
  readonly delivery: Delivery
  readonly settings: Settings
  readonly start: string
  readonly horizonMonths: number
  readonly districts: readonly District[]
  /** Moves that are made already, by position; none where it is left out. */
  readonly moved?: MovesByPosition
}

type Building = {
  district: District
  coachHours: Float64Array
  coachHoursByUnit: Map<string, Float64Array>
  systemsFte: Float64Array
}

/** Where a position's work goes in one month: to a school, or to districts by share. */
type Share = { readonly district: number; readonly unitId: string | null; readonly share: number }

/**
 * A position at a school works there; at a district, or at an office of it, for all its schools; with no place, or at a
 * region, for all districts by headcount.
 */
function sharesOf({ plan, districts }: SupportsQuestion): (unitId: string | null) => Share[] {
  const people = districts.reduce((sum, district) => sum + district.headcount, 0)
  const everywhere = districts.map(({ headcount }, district) => ({
    district,
    unitId: null,
    share: people > 0 ? headcount / people : 1 / districts.length,
  }))
  const placeOf = new Map(districts.flatMap(({ places }, at) => places.map(({ unit }) => [unit.id, at] as const)))
  return (unitId) => {
    const at = unitId === null ? undefined : placeOf.get(unitId)
    const kind = unitId === null ? undefined : plan.unit.get(unitId)?.kind
    if (at !== undefined && kind !== 'district' && kind !== 'region') return [{ district: at, unitId, share: 1 }]
    const districtId = districtIdOf(plan, unitId)
    const district = districts.findIndex(({ row }) => row !== null && row.id === districtId)
    return district === -1 ? everywhere : [{ district, unitId: null, share: 1 }]
  }
}

function addTo(list: Float64Array, month: number, amount: number): void {
  list[month] = (list[month] ?? 0) + amount
}

function hoursAt(building: Building, unitId: string | null): Float64Array {
  if (unitId === null) return building.coachHours
  const hours = building.coachHoursByUnit.get(unitId) ?? new Float64Array(building.coachHours.length)
  building.coachHoursByUnit.set(unitId, hours)
  return hours
}

/** Hours a month of direct coaching of one full-time coach: hours of an FTE × share of time with practitioners. */
export function hoursPerFte({ position }: Pick<PositionMonths, 'position'>, settings: Settings): number {
  return (settings.hoursPerFteMonth * (position.practitionerTimeShare ?? settings.practitionerTimeShare)) / 10_000
}

/**
 * Coach hours and system building of each district (docs/forecast.md), in the order of `districts`: FTE in post × share of time
 * on the rollout × share that is funded; for coaches × hours of direct coaching.
 */
export function supportsOf(question: SupportsQuestion): { district: District; supports: Supports }[] {
  const { plan, ledger, delivery, settings, start, horizonMonths, districts } = question
  const offset = monthsBetween(ledger.firstMonth, start)
  const locate = sharesOf(question)
  const buildings = districts.map((district): Building => ({
    district,
    coachHours: new Float64Array(horizonMonths),
    coachHoursByUnit: new Map(),
    systemsFte: new Float64Array(horizonMonths),
  }))
  for (const held of positionMonths(plan)) {
    const { position } = held
    for (let month = 0; month < horizonMonths; month += 1) {
      const delivered = delivery('position', position.id, month)
      for (const work of worksIn(held, month + offset, question.moved)) {
        const fte = work.rolloutFte * delivered
        if (fte === 0 || (work.function !== 'coach' && work.function !== 'systems')) continue
        for (const { district, unitId, share } of locate(work.unitId)) {
          const building = buildings[district]
          if (!building) continue
          if (work.function === 'systems') addTo(building.systemsFte, month, fte * share)
          else addTo(hoursAt(building, unitId), month, fte * share * hoursPerFte(held, settings))
        }
      }
    }
  }
  return buildings.map(({ district, ...supports }) => ({ district, supports }))
}
