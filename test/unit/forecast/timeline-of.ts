import { gateAnswers } from '@shared/forecast/gate'
import { movesOf, runPlan } from '@shared/forecast/run'
import { noFacts, timelineOf, type Timeline } from '@shared/forecast/timeline'
import type { TimelineLane } from '@shared/forecast/timeline-lane'
import { fundCliffs } from '@shared/money/cliffs'
import { applyChanges } from '@shared/plan/apply'
import type { Change } from '@shared/plan/change'
import { monthNumber, monthText } from '@shared/plan/month'
import type { Plan } from '@shared/plan/plan'

/** The timeline without a forecast. */
export const bareTimeline = (plan: Plan): Timeline => timelineOf(plan, noFacts)

/** The timeline with what the forecast and the ledger know. */
export function fullTimeline(plan: Plan): Timeline {
  const run = runPlan(plan)
  if (!run.ok) throw new Error('the plan cannot be forecast')
  const { runs, ledger } = run.value
  const forecasts = runs.map(({ forecast }) => forecast)
  const gates = gateAnswers(plan, runs, ledger)
  return timelineOf(plan, { forecasts, cliffs: fundCliffs(plan, ledger), moves: movesOf(plan, runs), gates })
}

export function laneNamed({ lanes }: Timeline, label: string): TimelineLane {
  const lane = lanes.find((one) => one.label === label)
  if (!lane) throw new Error(`no lane "${label}"`)
  return lane
}

/** The span of a lane as months: "2026-08 – 2031-06 …" where it goes on. */
export const spanText = ({ span }: TimelineLane): string =>
  span === null ? 'none' : `${monthText(span.first)} – ${monthText(span.last)}${span.isOpen ? ' …' : ''}`

/** The parts of a lane: "2026-07 – 2026-09 vacant". */
export const partTexts = ({ parts }: TimelineLane): string[] =>
  parts.map(({ first, last, look }) => `${monthText(first)} – ${monthText(last)} ${look}`)

export function applied(plan: Plan, changes: readonly Change[]): Plan {
  const result = applyChanges(plan, changes)
  if (!result.ok) throw new Error('the changes do not fit the plan')
  return result.value
}

export const n = monthNumber
