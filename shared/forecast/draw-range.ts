import { prepareSampler } from '../model/sample'
import type { Plan } from '../plan/plan'
import { settingsOf } from '../plan/settings'
import { likelyOf, type Likely } from './likely'
import { runPlan } from './run'
import { sampleRequestOf } from './uncertainty'

/** Draws of more than that, counted in groups × components × months, would let a report wait too long. */
const mostCells = 200_000_000

/**
 * The likely range of a plan, with the draws and the seed of its settings: the same that the window works out in its
 * workers. Takes from tenths of a second to some ten seconds. Null where the plan cannot be forecast, or is too large to
 * wait for.
 */
export const drawRange = (plan: Plan): Likely | null => {
  const run = runPlan(plan)
  if (!run.ok) return null
  const { draws, seed } = settingsOf(plan)
  const compiled = run.value.runs.map((one) => one.compiled)
  const cells = compiled.reduce(
    (sum, { input }) => sum + input.groups.length * input.components.length * input.horizonMonths,
    0,
  )
  if (cells * draws > mostCells) return null
  const blocks = compiled.map((district) => prepareSampler(sampleRequestOf(plan, district, { seed })).draw(0, draws))
  return likelyOf({ plan, compiled, blocks, seed })
}
