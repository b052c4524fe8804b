import { parameterSpreads } from '@shared/model/draws'
import type { CompleteModelInput } from '@shared/model/input'
import { checkModelInput } from '@shared/model/input-check'
import { defaultThresholds } from '@shared/model/phase'
import { type DrawBlock, prepareSampler, type Sampler, type SampleRequest } from '@shared/model/sample'
import { simulate } from '@shared/model/simulate'

const roles = 2
const components = 6
const horizonMonths = 60

export const cellMonthsOf = (schools: number) => schools * roles * components * horizonMonths

const indices = (count: number) => Array.from({ length: count }, (_, index) => index)

/** A district of so many schools in six waves, with training in each school's first years, coaches and systems. */
export function districtOf(schools: number): unknown {
  const componentIds = indices(components).map((index) => `component ${index}`)
  const startMonth = (school: number) => 6 * (school % 6)
  const groupId = (school: number, role: number) => `role ${role} of school ${school}`
  const groupIdsOfWave = (wave: number) =>
    indices(schools)
      .filter((school) => school % 6 === wave)
      .flatMap((school) => indices(roles).map((role) => groupId(school, role)))
  const waves = indices(6).filter((wave) => wave < schools)
  return {
    formatVersion: 1,
    start: '2026-07',
    horizonMonths,
    calendar: [1, 1, 1, 1, 1, 0.4, 0, 0.6, 1, 1, 0.9, 0.7],
    leaving: [0.02, 0.02, 0.02, 0.02, 0.05, 0.45, 0.25, 0.1, 0.03, 0.02, 0.01, 0.01],
    components: componentIds.map((id, index) => ({ id, weight: 1 + index })),
    units: indices(schools).map((school) => {
      return { id: `school ${school}`, startMonth: startMonth(school), initialCapacity: 0.1, keyPersonDependency: 0.4 }
    }),
    groups: indices(schools).flatMap((school) =>
      indices(roles).map((role) => ({
        id: groupId(school, role),
        unitId: `school ${school}`,
        headcount: role === 0 ? 30 + (school % 23) : 4 + (school % 5),
        annualTurnover: 0.1 + 0.01 * (school % 12),
        onboardingCoverage: 0.8,
      })),
    ),
    district: { initialCapacity: 0.25, keyPersonDependency: 0.3 },
    supports: {
      coachHours: indices(horizonMonths).map(() => 40 * schools),
      capacityInvestment: indices(horizonMonths).map(() => 0.8),
      sessions: waves.flatMap((wave) =>
        [1, 2, 13, 25].map((month) => ({
          month: startMonth(wave) + month,
          groupIds: groupIdsOfWave(wave),
          componentIds,
          coverage: 0.8,
          transfer: 0.2,
        })),
      ),
    },
  }
}

function checked(schools: number): CompleteModelInput {
  const answer = checkModelInput(districtOf(schools))
  if (!answer.ok) throw new Error(answer.errors[0]?.message ?? 'The district of the bench is refused.')
  return answer.value
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? Number.NaN
}

/** Median milliseconds of checking such a district, read from JSON, and of simulating it, over some rounds. */
export function timesOf(schools: number, rounds: number): { checkMs: number; simulateMs: number } {
  const json = districtOf(schools)
  const input = checked(schools)
  // Small districts are run many times a round: a clock does not see one run.
  const runs = Math.max(1, Math.round(500 / schools))
  const millisecondsOf = (task: () => unknown) => {
    const began = performance.now()
    for (let run = 0; run < runs; run += 1) task()
    return (performance.now() - began) / runs
  }
  const check = indices(rounds + 1).map(() => millisecondsOf(() => checkModelInput(json)))
  const run = indices(rounds + 2).map(() => millisecondsOf(() => simulate(input)))
  return { checkMs: median(check.slice(1)), simulateMs: median(run.slice(2)) }
}

/** Megabytes of the answer for such a district, and milliseconds of writing as much memory once fresh and once again. */
export function memoryOf(schools: number): { megabytes: number; freshMs: number; againMs: number } {
  const { length, byteLength } = simulate(checked(schools)).values
  const began = performance.now()
  const values = new Float64Array(length).fill(1)
  const between = performance.now()
  values.fill(2)
  return { megabytes: byteLength / 1e6, freshMs: between - began, againMs: performance.now() - between }
}

/** What is drawn: a district of seven schools, all parameters uncertain, the stress test included. */
export function requestOf(seed: number): SampleRequest {
  const input = checked(7)
  const recurring = { ...input, supports: { ...input.supports, coachHours: input.supports.coachHours.map(() => 90) } }
  return {
    input,
    recurringInput: recurring,
    thresholds: { ...defaultThresholds, sustainMonths: 12 },
    units: input.units.map(({ id, startMonth }) => ({ unitId: id, waveKind: 'scale', startMonth, headcount: 40 })),
    uncertainty: { parameters: parameterSpreads(input.parameters), posterior: null, assumptions: [] },
    seed,
  }
}

/** Draws it. */
export const samplerOf = (seed: number): Sampler => prepareSampler(requestOf(seed))

/** The draws of a block, made in portions as a worker would that can be cancelled. */
export function drawInPortions(sampler: Sampler, from: number, to: number, portion: number): DrawBlock[] {
  const blocks: DrawBlock[] = []
  for (let first = from; first < to; first += portion) blocks.push(sampler.draw(first, Math.min(to, first + portion)))
  return blocks
}

export { summariseDraws } from '@shared/model/bands'
