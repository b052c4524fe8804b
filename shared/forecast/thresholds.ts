import type { AtScaleThresholds } from '../model/phase'
import type { Plan } from '../plan/plan'
import { settingsOf } from '../plan/settings'

/** The lines of a plan for the model's phases. */
export const thresholdsOf = (plan: Plan): AtScaleThresholds => {
  const { atScaleShare, atScaleUnitShare, sustainMonths } = settingsOf(plan)
  return { atScaleShare: atScaleShare / 10_000, atScaleUnitShare: atScaleUnitShare / 10_000, sustainMonths }
}
