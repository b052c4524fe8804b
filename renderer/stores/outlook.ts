import { headlineOf, type Headline } from '@shared/forecast/headline'
import type { DistrictRun } from '@shared/forecast/run'
import type { PlanForecast } from './plan-forecast'

/** A forecast as the screens read it: the runs by district and the headline figures. */
export type Outlook = { readonly runs: readonly DistrictRun[]; readonly headline: Headline }

// A forecast is a value, so what follows from it is worked out once for all screens.
const known = new WeakMap<PlanForecast, Outlook>()

/** The runs and headline figures of a forecast; the same object for the same forecast. */
export function outlookOf(forecast: PlanForecast): Outlook {
  const before = known.get(forecast)
  if (before) return before
  const runs = forecast.compiled.flatMap((compiled, i) => {
    const trajectory = forecast.trajectories[i]
    const what = forecast.forecasts[i]
    return trajectory && what ? [{ compiled, trajectory, forecast: what }] : []
  })
  const outlook = { runs, headline: headlineOf(forecast.plan, runs, forecast.ledger) }
  known.set(forecast, outlook)
  return outlook
}
