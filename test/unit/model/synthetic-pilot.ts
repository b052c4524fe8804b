import { calibrate, calibratedKeys, type CalibratedKey, type Calibration } from '@shared/model/calibrate'
import type { CompleteModelInput } from '@shared/model/input'
import type { Observation } from '@shared/model/observation'
import { numericParameters } from '@shared/model/parameters'
import { normalQuantile } from '@shared/model/portable-math'
import { uniformFor } from '@shared/model/random'
import { componentIdsOf, plainInput, schoolCalendar, schoolLeaving } from './plain-input'
import { slowSimulate } from './slow-model'

/** A pilot of two schools, one of them coached for a year only, looked at every three months for two years. */
const pilotUnits = ['north', 'south']
const componentIds = componentIdsOf(2)
const observedMonths = [2, 5, 8, 11, 14, 17, 20, 23]
const staffObserved = 30

export function pilotInput(parameters: Partial<CompleteModelInput['parameters']>): CompleteModelInput {
  return plainInput({
    horizonMonths: 24,
    calendar: schoolCalendar,
    leaving: schoolLeaving,
    componentCount: componentIds.length,
    units: pilotUnits.map((id, index) => ({ id, startMonth: 0, initialCapacity: 0.2 + 0.4 * index })),
    groups: pilotUnits.map((id) => {
      return { id, unitId: id, headcount: 60, annualTurnover: 0.16, onboardingCoverage: 0.8 }
    }),
    district: { initialCapacity: 0.4 },
    investment: () => 0.5,
    coachHours: (month) => (month < 12 ? 120 : 30),
    sessions: [0, 1, 12].map((month) => {
      return { month, groupIds: pilotUnits, componentIds, coverage: 0.7, transfer: 0.15 }
    }),
    parameters,
  })
}

const naturalLog = (key: CalibratedKey) => {
  const row = numericParameters.find((parameter) => parameter.key === key)!
  return { mean: Math.log(row.value), sd: Math.log(row.high / row.low) / 3.29 }
}

/** The truth of a trial, drawn from the priors. */
export function truthOf(trial: number): Record<CalibratedKey, number> {
  const entries = calibratedKeys.map((key) => {
    const { mean, sd } = naturalLog(key)
    return [key, Math.exp(mean + sd * normalQuantile(uniformFor(31, trial, key) || 0.5))] as const
  })
  return Object.fromEntries(entries) as Record<CalibratedKey, number>
}

/** Of `people`, how many give each answer, drawn one by one. */
function counts(people: number, shares: readonly number[], trial: number, name: string): number[] {
  const found = shares.map(() => 0)
  for (let person = 0; person < people; person += 1) {
    let left = uniformFor(77, trial, `${name} ${person}`)
    const answer = shares.findIndex((share) => (left -= share) < 0)
    found[answer === -1 ? 0 : answer]! += 1
  }
  return found
}

/** What would be observed if the truth were so; the slow model says how many practice. */
export function observationsOf(input: CompleteModelInput, trial: number): Observation[] {
  return componentIds.flatMap((componentId) => {
    const alone = {
      ...input,
      components: input.components.map((one) => ({ ...one, weight: one.id === componentId ? 1 : 1e-12 })),
    }
    const { units } = slowSimulate(alone)
    return pilotUnits.flatMap((unitId) =>
      observedMonths.map((month) => {
        const values = units[unitId]![month]!
        const [using, fidelity] = [values.using, values.fidelity].map((share) => share / (1 - values.vacant))
        const shares = [1 - using! - fidelity!, using!, fidelity!]
        const [, usingBelow, atFidelity] = counts(staffObserved, shares, trial, `${componentId} ${unitId} ${month}`)
        return {
          unitId,
          groupIds: null,
          componentId,
          month,
          staffObserved,
          staffUsing: usingBelow! + atFidelity!,
          staffAtFidelity: atFidelity!,
        }
      }),
    )
  })
}

export interface Trial {
  readonly calibration: Calibration
  readonly truth: Record<CalibratedKey, number>
}

export function runTrial(trial: number): Trial {
  const truth = truthOf(trial)
  const answer = calibrate({ input: pilotInput({}), observations: observationsOf(pilotInput(truth), trial) })
  if (!answer.ok) throw new Error(answer.errors.map((error) => error.path).join())
  return { calibration: answer.value, truth }
}

/** The share of trials in which the 90 % interval of a parameter covers its truth. */
export function coverageOf(trials: readonly Trial[], key: CalibratedKey): number {
  const covered = trials.filter(({ calibration, truth }) => {
    const { low, high } = calibration.parameters.find((parameter) => parameter.key === key)!
    return low <= truth[key] && truth[key] <= high
  })
  return covered.length / trials.length
}
