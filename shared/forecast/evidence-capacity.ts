import { groupBy } from '../money/grouping'
import { rowsOf, type Plan } from '../plan/plan'
import { settingsOf } from '../plan/settings'
import type { Row } from '../plan/tables'
import { capacityOf } from './capacity'
import { asOfMonth } from './evidence-places'

/** One subscale over the days of its place; null on days that did not score it. Shares 0–1. */
export type Subscale = { readonly name: string; readonly shares: readonly (number | null)[]; readonly latest: number }

/** The capacity of one school or district over time, against the line of the settings. */
export type CapacityOverTime = {
  readonly unit: Row<'unit'>
  /** `YYYY-MM-DD`, the oldest first. */
  readonly days: readonly string[]
  /** The weakest in its latest score first. */
  readonly subscales: readonly Subscale[]
  /** All subscales scored on a day together: Σ points / Σ most points. */
  readonly overall: readonly number[]
  readonly line: number
  /** What the forecast starts from: the latest score of each subscale until the as-of month. */
  readonly inForecast: number
  /** Days after the as-of month, which the forecast does not see. */
  readonly laterDays: readonly string[]
}

const shareOf = (rows: readonly Row<'capacityAssessment'>[]): number =>
  rows.reduce((sum, { points }) => sum + points, 0) / rows.reduce((sum, { maximum }) => sum + maximum, 0)

/** Every place with capacity scores, districts first, then in the planner's order. */
export function capacityOverTime(plan: Plan): CapacityOverTime[] {
  const asOf = asOfMonth(plan) ?? '9999-12'
  const line = settingsOf(plan).capacityLine / 10_000
  const byUnit = groupBy(rowsOf(plan, 'capacityAssessment'), ({ unitId }) => unitId)
  const units = rowsOf(plan, 'unit').filter(({ id }) => byUnit.has(id))
  return units
    .toSorted((a, b) => Number(b.kind === 'district') - Number(a.kind === 'district'))
    .map((unit) => {
      const rows = byUnit.get(unit.id) ?? []
      const days = [...new Set(rows.map(({ date }) => date))].toSorted()
      const bySubscale = groupBy(rows, ({ subscale }) => subscale.trim().toLowerCase())
      const subscales = [...bySubscale.values()].map((same): Subscale => {
        const shares = days.map((day) => {
          const here = same.filter(({ date }) => date === day)
          return here.length === 0 ? null : shareOf(here)
        })
        return { name: same[0]?.subscale ?? '', shares, latest: shares.findLast((share) => share !== null) ?? 0 }
      })
      return {
        unit,
        days,
        subscales: subscales.toSorted((a, b) => a.latest - b.latest),
        overall: days.map((day) => shareOf(rows.filter(({ date }) => date === day))),
        line,
        inForecast: capacityOf(unit, rows, asOf).value,
        laterDays: days.filter((day) => day.slice(0, 7) > asOf),
      }
    })
}
