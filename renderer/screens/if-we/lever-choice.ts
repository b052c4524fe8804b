import type { Levers } from '@shared/forecast/levers'
import { addMonths } from '@shared/plan/month'
import type { LeverFacts } from './lever-facts'

/** Where the planner has set the levers; null: left as planned. */
export type LeverChoice = {
  readonly coachFte: number | null
  readonly coachMonth: string
  readonly turnoverPercent: number | null
  readonly fundId: string | null
  readonly fundLastMonth: string
}

/** Every lever as planned; months at the turn of the next fiscal year. */
export const asPlanned = ({ usualMonth }: LeverFacts): LeverChoice => ({
  coachFte: null,
  coachMonth: usualMonth,
  turnoverPercent: null,
  fundId: null,
  fundLastMonth: addMonths(usualMonth, -1),
})

/** The levers that were moved, as the forecast takes them. */
export function leversOf({ coachFte, coachMonth, turnoverPercent, fundId, fundLastMonth }: LeverChoice): Levers {
  return {
    ...(coachFte === null ? {} : { coachFteFrom: { month: coachMonth, totalFte: coachFte } }),
    ...(turnoverPercent === null ? {} : { annualTurnover: turnoverPercent / 100 }),
    ...(fundId === null ? {} : { fundEnds: { sourceId: fundId, lastMonth: fundLastMonth } }),
  }
}
