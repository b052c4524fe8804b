import { coachFteIn, meanTurnover } from '@shared/forecast/levers'
import { parametersOf } from '@shared/forecast/parameters'
import { backupChanges } from '@shared/forecast/plan-levers'
import { plannedByYear } from '@shared/forecast/staffing-years'
import { baseParameters } from '@shared/model/parameters'
import { settingsOf } from '@shared/plan/settings'
import { addMonths, fiscalYearFirstMonth, fiscalYearOf } from '@shared/plan/month'
import { planRow, rowsOf, type Plan } from '@shared/plan/plan'

/** What the levers start from: how the plan is now. */
export type LeverFacts = {
  /** Months that can be chosen, `YYYY-MM`. */
  readonly months: readonly string[]
  /** Start of the next fiscal year, from which most staffing changes take effect. */
  readonly usualMonth: string
  /** Coaches in post in a month, in FTE. */
  readonly coachFteIn: (month: string) => number
  /** Share of practitioners that leaves in a year, 0–1, by headcount, with the turnover factor as it is. */
  readonly turnover: number
  /** FTE planned by fiscal year, in each year's fullest month. */
  readonly coachByYear: readonly { readonly fiscalYear: number; readonly fte: number }[]
  readonly systemsByYear: readonly { readonly fiscalYear: number; readonly fte: number }[]
  readonly vacancies: number
  /** Months that it takes to fill a vacancy among those who practice. */
  readonly hiringLag: number
  readonly schools: readonly { readonly id: string; readonly name: string }[]
  /** Required responsibilities that one carries alone. */
  readonly alone: number
  readonly waves: readonly { readonly id: string; readonly name: string; readonly startMonth: string | null }[]
  /** Percent. */
  readonly payGrowth: number
  readonly benefits: number
  /** Funds that could end, with the last month in which they can pay (null: no end). */
  readonly funds: readonly { readonly id: string; readonly name: string; readonly lastMonth: string | null }[]
}

/** How the plan stands where the levers start. */
export function leverFactsOf(plan: Plan): LeverFacts {
  const row = planRow(plan)
  const start = row?.asOfMonth ?? row?.startMonth ?? '2026-07'
  const fiscalYearStart = row?.fiscalYearStart ?? 7
  const next = fiscalYearFirstMonth(fiscalYearOf(start, fiscalYearStart) + 1, fiscalYearStart)
  return {
    months: Array.from({ length: row?.horizonMonths ?? 60 }, (_, i) => addMonths(start, i)),
    usualMonth: next,
    coachFteIn: (month) => coachFteIn(plan, month),
    turnover: meanTurnover(plan),
    coachByYear: plannedByYear(plan, 'coach'),
    systemsByYear: plannedByYear(plan, 'systems'),
    vacancies: rowsOf(plan, 'position').filter(({ status }) => status === 'vacant').length,
    hiringLag: parametersOf(plan).parameters.hiringLagMonths ?? baseParameters.hiringLagMonths,
    schools: rowsOf(plan, 'unit')
      .filter(({ kind }) => kind === 'school')
      .map(({ id, name }) => ({ id, name })),
    alone: backupChanges(plan).length,
    waves: rowsOf(plan, 'wave').map(({ id, name, startMonth }) => ({ id, name, startMonth })),
    payGrowth: settingsOf(plan).payGrowth / 100,
    benefits: settingsOf(plan).benefitRate / 100,
    funds: rowsOf(plan, 'fundingSource').map(({ id, name, obligationEndMonth }) => ({
      id,
      name,
      lastMonth: obligationEndMonth,
    })),
  }
}
