import type { Levers } from '@shared/forecast/levers'
import { addMonths } from '@shared/plan/month'
import type { LeverFacts } from './lever-facts'

/** Where the planner has set the levers; null: left as planned. */
export type LeverChoice = {
  readonly coachFte: number | null
  readonly coachMonth: string
  /** FTE by fiscal year, of the years that were moved. */
  readonly coachByYear: ReadonlyMap<number, number>
  readonly systemsByYear: ReadonlyMap<number, number>
  readonly fillMonth: string | null
  readonly hiringLag: number | null
  readonly turnoverPercent: number | null
  readonly schoolId: string | null
  readonly schoolPercent: number | null
  readonly isBackedUp: boolean
  readonly laterMonths: number | null
  readonly method: 'practice' | 'coaching' | null
  readonly waveId: string | null
  readonly waveMonth: string | null
  readonly payGrowthPercent: number | null
  readonly benefitPercent: number | null
  readonly fundId: string | null
  readonly fundLastMonth: string
}

/** What a group of levers gets: how those stand that it shows, and a way to move them. */
export type LeverProps<Shown extends keyof LeverChoice> = Pick<LeverChoice, Shown> & {
  readonly facts: LeverFacts
  readonly onMove: (moved: Partial<LeverChoice>) => void
}

/** Every lever as planned; months at the turn of the next fiscal year. */
export const asPlanned = ({ usualMonth }: LeverFacts): LeverChoice => ({
  coachFte: null,
  coachMonth: usualMonth,
  coachByYear: new Map(),
  systemsByYear: new Map(),
  fillMonth: null,
  hiringLag: null,
  turnoverPercent: null,
  schoolId: null,
  schoolPercent: null,
  isBackedUp: false,
  laterMonths: null,
  method: null,
  waveId: null,
  waveMonth: null,
  payGrowthPercent: null,
  benefitPercent: null,
  fundId: null,
  fundLastMonth: addMonths(usualMonth, -1),
})

const levelsOf = (byYear: ReadonlyMap<number, number>) => [...byYear].map(([fiscalYear, fte]) => ({ fiscalYear, fte }))

/** The levers that were moved, as the forecast takes them. */
export function leversOf(choice: LeverChoice): Levers {
  const { coachFte, coachMonth, coachByYear, systemsByYear, fillMonth, hiringLag, turnoverPercent } = choice
  const { schoolId, schoolPercent, waveId, waveMonth, laterMonths, method, fundId, fundLastMonth } = choice
  const { payGrowthPercent, benefitPercent } = choice
  return {
    ...(coachFte === null ? {} : { coachFteFrom: { month: coachMonth, totalFte: coachFte } }),
    ...(coachByYear.size === 0 ? {} : { coachFteByYear: levelsOf(coachByYear) }),
    ...(systemsByYear.size === 0 ? {} : { systemsFteByYear: levelsOf(systemsByYear) }),
    ...(fillMonth === null ? {} : { vacanciesFilledFrom: fillMonth }),
    ...(hiringLag === null ? {} : { hiringLagMonths: hiringLag }),
    ...(turnoverPercent === null ? {} : { annualTurnover: turnoverPercent / 100 }),
    ...(schoolId === null || schoolPercent === null
      ? {}
      : { schoolTurnover: { unitId: schoolId, annualTurnover: schoolPercent / 100 } }),
    ...(choice.isBackedUp ? { isBackedUp: true } : {}),
    ...(laterMonths === null || laterMonths === 0 ? {} : { trainingLaterMonths: laterMonths }),
    ...(method === null ? {} : { trainingMethod: method }),
    ...(waveId === null || waveMonth === null ? {} : { waveStart: { waveId, startMonth: waveMonth } }),
    ...(payGrowthPercent === null ? {} : { payGrowth: payGrowthPercent / 100 }),
    ...(benefitPercent === null ? {} : { benefitRate: benefitPercent / 100 }),
    ...(fundId === null ? {} : { fundEnds: { sourceId: fundId, lastMonth: fundLastMonth } }),
  }
}
