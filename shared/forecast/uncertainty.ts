import { parameterSpreads, type ParameterPosterior, type Uncertainty } from '../model/draws'
import type { SampleRequest } from '../model/sample'
import { rowsOf, type Plan } from '../plan/plan'
import { compileForecast, type Compiled } from './compile'
import { modelSpreads } from './plan-spreads'
import { thresholdsOf } from './thresholds'

/**
 * What of a district's forecast is not known for sure: every parameter between its lowest and highest plausible value, as
 * the plan's own rows give them or else the parameter table; what a pilot taught goes first; and the settings that the
 * planner gave a range.
 */
export function uncertaintyOf(
  plan: Plan,
  compiled: Compiled,
  posterior: ParameterPosterior | null = null,
): Uncertainty {
  const rows = new Map(rowsOf(plan, 'parameter').map((row) => [row.key, row]))
  const parameters = parameterSpreads(compiled.input.parameters).map((spread) => {
    const row = rows.get(spread.key)
    const low = row?.low ?? spread.low
    const high = row?.high ?? spread.high
    return { ...spread, low: Math.min(low, spread.mode), high: Math.max(high, spread.mode) }
  })
  return { parameters, posterior, assumptions: modelSpreads(plan, compiled) }
}

/** What the draws of one district need; the same seed draws the same figures for the plan and for every scenario. */
export function sampleRequestOf(
  plan: Plan,
  compiled: Compiled,
  { seed, posterior = null }: { readonly seed: number; readonly posterior?: ParameterPosterior | null },
): SampleRequest {
  const poorer = compileForecast(plan, { withoutOneTimeMoneyFrom: compiled.input.start })
  const same = poorer.ok ? poorer.value.find(({ districtId }) => districtId === compiled.districtId) : undefined
  return {
    input: compiled.planned,
    recurringInput: same?.input ?? null,
    stages: compiled.stages,
    recurringStages: same?.stages ?? [],
    thresholds: thresholdsOf(plan),
    units: compiled.units,
    uncertainty: uncertaintyOf(plan, compiled, posterior),
    seed,
  }
}
