import { oncePerTables } from '../plan/once-per'
import { settingsOf } from '../plan/settings'
import { wholeCents } from './cents'
import { positionCost } from './costs'
import { positionMonths, type PositionMonths } from './position-months'
import { fiscalYears, spanOf } from './span'

/** What a position costs the rollout by month while it works at one place (null: all of the district); whole cents. */
export type PlaceCents = { readonly unitId: string | null; readonly cents: Float64Array }

export type PositionCents = {
  readonly held: PositionMonths
  /** One for each place in turn; a position that is never held has one, of nothing. */
  readonly places: readonly PlaceCents[]
}

/**
 * What every position costs the rollout by month of the plan's span and place, in whole cents, in the planner's order:
 * what the ledger counts, before anybody pays for it.
 */
export const positionCents = oncePerTables(
  ['plan', 'setting', 'position', 'positionPeriod'],
  (plan): readonly PositionCents[] => {
    const span = spanOf(plan)
    const years = fiscalYears(span)
    const settings = settingsOf(plan)
    return positionMonths(plan).map((held) => {
      const cost = positionCost(span, held, settings)
      const unitIds = [...new Set(held.periods.flatMap((period) => (period ? [period.unitId] : [])))]
      const at = (unitId: string | null): Float64Array =>
        cost.map((cents, month) => (held.periods[month]?.unitId === unitId ? cents : 0))
      const places = (unitIds.length === 0 ? [null] : unitIds).map((unitId) => ({
        unitId,
        cents: wholeCents(at(unitId), years),
      }))
      return { held, places }
    })
  },
)
