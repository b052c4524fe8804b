import { quantileOf, type SampleSummary } from '../model/bands'
import type { Plan } from '../plan/plan'
import type { Compiled } from './compile-district'
import { costByYear, costModelOf } from './cost-model'
import { drawnMoney, moneySpreads } from './plan-spreads'
import { atScaleFor } from './reorganisation'

/** Whole cents: one draw in ten costs less than `p10`, half less than `p50`, nine in ten less than `p90`. */
export type CostRange = { readonly p10: number; readonly p50: number; readonly p90: number }

/** What the plan costs over all draws, in all and by fiscal year. */
export type CostSpread = CostRange & { readonly years: readonly (CostRange & { readonly fiscalYear: number })[] }

function rangeOf(values: Float64Array): CostRange {
  const sorted = values.toSorted()
  const at = (share: number): number => Math.round(quantileOf(sorted, share))
  return { p10: at(0.1), p50: at(0.5), p90: at(0.9) }
}

/** The draws of the districts of one plan, in the order of `compiled`; `atScaleMonths` by draw, −1: never. */
export type CostQuestion = {
  readonly plan: Plan
  readonly compiled: readonly Compiled[]
  readonly summaries: readonly Pick<SampleSummary, 'atScaleMonths'>[]
  readonly seed: number
}

/**
 * The spread of a plan's cost over draws: each with the month at scale of that draw (moves wait for it) and with the
 * money settings that the planner marked uncertain, drawn with the same luck for every plan (docs/forecast.md, "Likely
 * range").
 */
export function costOfDraws({ plan, compiled, summaries, seed }: CostQuestion): CostSpread {
  const model = costModelOf(plan)
  const spreads = moneySpreads(plan)
  const draws = summaries[0]?.atScaleMonths.length ?? 0
  const total = new Float64Array(draws)
  const byYear = new Map([...new Set(model.years)].map((year) => [year, new Float64Array(draws)]))
  for (let draw = 0; draw < draws; draw += 1) {
    const known = compiled.map((district, at) => {
      const month = summaries[at]?.atScaleMonths[draw] ?? -1
      return { ...district, reorganisedAtScale: month === -1 ? null : month }
    })
    const money = drawnMoney(spreads, model.money, seed, draw)
    for (const [year, cents] of costByYear(model, money, (home) => atScaleFor(home, known))) {
      total[draw] = (total[draw] ?? 0) + cents
      const list = byYear.get(year)
      if (list) list[draw] = cents
    }
  }
  return { ...rangeOf(total), years: [...byYear].map(([fiscalYear, list]) => ({ fiscalYear, ...rangeOf(list) })) }
}
