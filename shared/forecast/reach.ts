import type { UnitForecast } from './forecast'
import type { DistrictRun } from './run'

/** How many of something there are, and how many are at the line. */
export type Reached = { readonly total: number; readonly now: number; readonly end: number }

/** How far the practice reaches: schools that take part and have staff, their staff, their students. */
export type Reach = {
  readonly schools: Reached
  readonly staff: Reached
  /** Null where no school says how many students it has. */
  readonly students: Reached | null
}

function count(units: readonly UnitForecast[], amount: (unit: UnitForecast) => number): Reached {
  const sum = (chosen: readonly UnitForecast[]): number => chosen.reduce((total, unit) => total + amount(unit), 0)
  return {
    total: sum(units),
    now: sum(units.filter(({ isAtLineNow }) => isAtLineNow)),
    end: sum(units.filter(({ isAtLineAtEnd }) => isAtLineAtEnd)),
  }
}

/** Schools, staff and students at scale: those of schools whose weakest essential component is at the line. */
export function reachOf(runs: readonly DistrictRun[]): Reach {
  const units = runs.flatMap(({ forecast }) => forecast.units).filter((unit) => unit.takesPart && unit.headcount > 0)
  const isKnown = units.some(({ students }) => students !== null)
  return {
    schools: count(units, () => 1),
    staff: count(units, ({ headcount }) => headcount),
    students: isKnown ? count(units, ({ students }) => students ?? 0) : null,
  }
}
