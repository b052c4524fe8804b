import type { CompleteModelInput, ModelInput } from '@shared/model/input'
import { checkModelInput } from '@shared/model/input-check'
import type { ModelParameters } from '@shared/model/parameter'
import fc from 'fast-check'

/** Arbitrary valid inputs of the model: several roles and components, units that start early, late, before or never. */

/**
 * A number of the range on a grid of a thousandth of its width. Figures of people are no finer, and where a coach's
 * hours and the need are both far below what rounding leaves of a share, their ratio is anybody's.
 */
function between(min: number, max: number): fc.Arbitrary<number> {
  return fc.integer({ min: 0, max: 1000 }).map((step) => min + ((max - min) * step) / 1000)
}

const share = fc.oneof({ weight: 4, arbitrary: between(0, 1) }, { weight: 1, arbitrary: fc.constantFrom(0, 1, 0.5) })

const twelve = <Value>(one: fc.Arbitrary<Value>) => fc.array(one, { minLength: 12, maxLength: 12 })

const leaving = twelve(fc.integer({ min: 0, max: 20 })).map((parts) => {
  const sum = parts.reduce((total, part) => total + part, 0)
  return sum === 0 ? parts.map(() => 1 / 12) : parts.map((part) => part / sum)
})

const headcount = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: 1, max: 400 }).map((tenths) => tenths / 10) },
  { weight: 1, arbitrary: fc.constant(0) },
)

const parameters: fc.Arbitrary<Partial<ModelParameters>> = fc.record(
  {
    spontaneousUptake: between(0, 0.3),
    peerInfluence: between(0, 1),
    tippingThreshold: between(0.01, 2),
    tippingSteepness: between(0.1, 12),
    peerResponse: fc.constantFrom('threshold' as const, 'linear' as const),
    schoolPeerWeight: share,
    skillFromSystems: between(0, 1),
    skillFromCoaching: between(0, 1),
    fidelityDrift: between(0, 1),
    lapse: between(0, 1),
    coachingHoursTrained: between(0, 6),
    coachingHoursUsing: between(0, 6),
    coachingHoursFidelity: between(0, 6),
    capacityGainMonths: between(6, 60),
    capacityLossMonths: between(6, 60),
    leaderTurnover: between(0, 0.9),
    hiringLagMonths: between(0.01, 12),
    carryIn: share,
  },
  { requiredKeys: [] },
)

interface Size {
  readonly units: number
  readonly roles: number
  readonly components: number
  readonly months: number
}

const size: fc.Arbitrary<Size> = fc.record({
  units: fc.integer({ min: 1, max: 4 }),
  roles: fc.integer({ min: 1, max: 3 }),
  components: fc.integer({ min: 1, max: 4 }),
  months: fc.integer({ min: 1, max: 40 }),
})

/** Initial shares: three cuts of the way from 0 to 1. */
const initialShares = fc.tuple(share, share, share).map((cuts) => {
  const [first, second, third] = cuts.toSorted((one, other) => one - other) as [number, number, number]
  return { trained: first, using: second - first, fidelity: third - second }
})

function groupsOf(ids: readonly string[], unitIds: readonly string[]) {
  return fc.tuple(
    ...ids.map((id) =>
      fc.record({
        id: fc.constant(id),
        unitId: fc.constantFrom(...unitIds),
        headcount,
        annualTurnover: share,
        onboardingCoverage: share,
        readiness: between(0, 3),
        contextFit: between(0, 3),
      }),
    ),
  )
}

function supportsOf(
  unitIds: readonly string[],
  groupIds: readonly string[],
  componentIds: readonly string[],
  months: number,
) {
  const hours = (most: number) => fc.array(between(0, most), { minLength: months, maxLength: months })
  return fc.record({
    coachHours: hours(80),
    coachHoursByUnit: fc.dictionary(fc.constantFrom(...unitIds), hours(30)),
    capacityInvestment: fc.array(share, { minLength: months, maxLength: months }),
    sessions: fc.array(
      fc.record({
        month: fc.integer({ min: 0, max: months - 1 }),
        groupIds: fc.subarray([...groupIds]),
        componentIds: fc.subarray([...componentIds]),
        coverage: share,
        transfer: share,
      }),
      { maxLength: 6 },
    ),
  })
}

function ids(prefix: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => `${prefix}${index}`)
}

export const arbitraryModelInput: fc.Arbitrary<ModelInput> = size.chain(({ units, roles, components, months }) => {
  const unitIds = ids('unit', units)
  const groupIds = ids('group', units * roles)
  const componentIds = ids('component', components)
  const pairs = groupIds.flatMap((groupId) => componentIds.map((componentId) => ({ groupId, componentId })))
  const startMonth = fc.option(fc.integer({ min: -6, max: months + 3 }), { nil: null, freq: 5 })
  return fc.record({
    formatVersion: fc.constant(1 as const),
    start: fc.integer({ min: 1, max: 12 }).map((month) => `2026-${String(month).padStart(2, '0')}`),
    horizonMonths: fc.constant(months),
    calendar: twelve(share),
    leaving,
    components: fc.tuple(
      ...componentIds.map((id) => fc.record({ id: fc.constant(id), weight: between(0.1, 5), core: fc.boolean() })),
    ),
    units: fc.tuple(
      ...unitIds.map((id) =>
        fc.record({ id: fc.constant(id), startMonth, initialCapacity: share, keyPersonDependency: share }),
      ),
    ),
    groups: groupsOf(groupIds, unitIds),
    district: fc.record({ initialCapacity: share, keyPersonDependency: share }),
    initial: fc
      .subarray(pairs)
      .chain((rows) => fc.tuple(...rows.map((pair) => initialShares.map((shares) => ({ ...pair, ...shares }))))),
    supports: supportsOf(unitIds, groupIds, componentIds, months),
    parameters,
  })
})

/** The input with its defaults, as the check gives it; a refused one fails the test that made it. */
export function complete(input: unknown): CompleteModelInput {
  const answer = checkModelInput(input)
  if (!answer.ok) throw new Error(answer.errors.map((error) => `${error.path}: ${error.message}`).join('\n'))
  return answer.value
}

export const arbitraryCompleteInput: fc.Arbitrary<CompleteModelInput> = arbitraryModelInput.map(complete)
