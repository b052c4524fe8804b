import { driversOf, type DriverOutcome } from '@shared/forecast/drivers'
import { findStaffing } from '@shared/forecast/find-staffing'
import { drawRange } from '@shared/forecast/draw-range'
import { keepingsOf } from '@shared/forecast/keeping'
import type { StaffingTarget } from '@shared/forecast/least-staffing'
import { pilotLessons } from '@shared/forecast/pilot'
import type { Plan } from '@shared/plan/plan'
import { ok } from '@shared/plan/result'
import { whyItChanges } from '@shared/forecast/why-it-changes'
import { settingsOf } from '@shared/plan/settings'
import { expose } from 'comlink'

/** How many draws and trials the search takes: enough for whole tenths, few enough for a minute. */
const searchDraws = 300
const mostTrials = 300

/** The questions about a plan that take longer than a frame, each answered outside the window's own thread. */
expose({
  drivers: (plan: Plan, outcome: DriverOutcome) => driversOf(plan, outcome),
  keepings: (plan: Plan) => keepingsOf(plan),
  lessons: (plan: Plan) => pilotLessons(plan),
  ranges: (plans: readonly Plan[]) => ok(plans.map(drawRange)),
  why: (plan: Plan, months: readonly [string, string]) => whyItChanges(plan, months),
  staffing: (plan: Plan, target: StaffingTarget, onProgress: (done: number) => void) =>
    findStaffing(plan, target, {
      draws: searchDraws,
      seed: settingsOf(plan).seed,
      mostTrials,
      onProgress: (done) => onProgress(done),
      newId: () => crypto.randomUUID(),
    }),
})
