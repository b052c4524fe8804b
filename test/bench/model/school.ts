import type { CompleteModelInput } from '@shared/model/input'
import { checkModelInput } from '@shared/model/input-check'
import { simulate } from '@shared/model/simulate'
import { districtSeries } from '@shared/model/trajectory'

export const months = 60
export const headcount = 60
export const coachHours = 40
export const investment = 0.8
export const turnover = 0.15

const list = (value: number, count: number): number[] => Array.from({ length: count }, () => value)

/** One school with one component: what both engines run. */
export function schoolInput(): CompleteModelInput {
  const checked = checkModelInput({
    formatVersion: 1,
    start: '2026-07',
    horizonMonths: months,
    calendar: list(1, 12),
    leaving: list(1 / 12, 12),
    components: [{ id: 'component', weight: 1 }],
    units: [{ id: 'school', startMonth: 0, initialCapacity: 0.2, keyPersonDependency: 0.3 }],
    groups: [{ id: 'staff', unitId: 'school', headcount, annualTurnover: turnover, onboardingCoverage: 0.8 }],
    district: { initialCapacity: 0.3, keyPersonDependency: 0.3 },
    initial: [{ groupId: 'staff', componentId: 'component', trained: 0.4, using: 0.1, fidelity: 0.05 }],
    supports: { coachHours: list(coachHours, months), capacityInvestment: list(investment, months), sessions: [] },
  })
  if (!checked.ok) throw new Error(checked.errors[0]?.message)
  return checked.value
}

/** Its share with fidelity, month by month. */
export const fidelityOf = (input: CompleteModelInput): number[] => [...districtSeries(simulate(input), 'fidelity')]
