import type { CompleteModelInput } from '@shared/model/input'
import { simulate } from '@shared/model/simulate'
import { adoptionSeries, measures, placeSeries, type Trajectory, trajectoryToJson } from '@shared/model/trajectory'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arbitraryCompleteInput, arbitraryModelInput, complete } from './arbitrary-input'

function peopleAt(input: CompleteModelInput, place: number): number {
  const unit = input.units[place - 1]
  const groups = input.groups.filter((group) => place === 0 || group.unitId === unit?.id)
  return groups.reduce((sum, group) => sum + group.headcount, 0)
}

function hasOnlyShares(trajectory: Trajectory): boolean {
  return trajectory.values.every((value) => value >= 0 && value <= 1)
}

/** How far the five states of any place in any month miss 1, or 0 where there are no people. */
function greatestLeak(input: CompleteModelInput, trajectory: Trajectory): number {
  const json = trajectoryToJson(trajectory)
  const places = [json.months, ...input.units.map((unit) => json.units[unit.id]!)]
  let leak = 0
  places.forEach((months, place) => {
    const expected = peopleAt(input, place) > 0 ? 1 : 0
    for (const month of months) {
      const sum = month.untrained + month.trained + month.using + month.fidelity + month.vacant
      leak = Math.max(leak, Math.abs(sum - expected))
    }
  })
  return leak
}

/** All of one measure, of the district and the units. */
function allOf(trajectory: Trajectory, measure: (typeof measures)[number]): number[] {
  return [0, ...trajectory.unitIds.map((_, index) => index + 1)].flatMap((place) => [
    ...placeSeries(trajectory, place, measure),
  ])
}

function greatestDifference(one: ArrayLike<number>, other: ArrayLike<number>): number {
  expect(one.length).toBe(other.length)
  return Array.from(one, (value, index) => Math.abs(value - other[index]!)).reduce((a, b) => Math.max(a, b), 0)
}

/** Numbers up to the end of what a number can be, where the rules allow them. */
const wild = fc.double({ min: 0, noNaN: true, noDefaultInfinity: true })

describe('the laws of the model', () => {
  it('keeps every position in exactly one state, with shares in 0..1', () => {
    fc.assert(
      fc.property(arbitraryCompleteInput, (input) => {
        const trajectory = simulate(input)
        expect(hasOnlyShares(trajectory)).toBe(true)
        expect(greatestLeak(input, trajectory)).toBeLessThan(1e-12)
      }),
      { numRuns: 300 },
    )
  })

  it('keeps its shares when an initial row sums to more than 1 by rounding', () => {
    fc.assert(
      fc.property(arbitraryModelInput, fc.double({ min: 0, max: 1e-9, noNaN: true }), (input, excess) => {
        const { groups, components } = complete(input)
        const row = {
          groupId: groups[0]!.id,
          componentId: components[0]!.id,
          trained: 0.25,
          using: excess,
          fidelity: 0.75,
        }
        const filled = complete({ ...input, initial: [row] })
        const trajectory = simulate(filled)
        expect(hasOnlyShares(trajectory)).toBe(true)
        expect(greatestLeak(filled, trajectory)).toBeLessThan(1e-12)
      }),
      { numRuns: 100 },
    )
  })

  it('stays finite and in 0..1 on numbers of any size that the rules allow', () => {
    const rates = fc.record(
      {
        spontaneousUptake: wild,
        peerInfluence: wild,
        tippingThreshold: fc.double({ min: Number.MIN_VALUE, noNaN: true, noDefaultInfinity: true }),
        tippingSteepness: fc.double({ min: Number.MIN_VALUE, noNaN: true, noDefaultInfinity: true }),
        skillFromSystems: wild,
        skillFromCoaching: wild,
        fidelityDrift: wild,
        lapse: wild,
        coachingHoursTrained: wild,
        coachingHoursUsing: wild,
        coachingHoursFidelity: wild,
        hiringLagMonths: fc.double({ min: Number.MIN_VALUE, noNaN: true, noDefaultInfinity: true }),
      },
      { requiredKeys: [] },
    )
    const facts = fc.record({ headcount: wild, readiness: wild, contextFit: wild, coachHours: wild })
    fc.assert(
      fc.property(arbitraryModelInput, rates, facts, (input, parameters, { coachHours, ...group }) => {
        const given = complete({
          ...input,
          groups: input.groups.map((one, index) => (index % 2 === 0 ? { ...one, ...group } : one)),
          supports: { ...input.supports, coachHours: Array.from({ length: input.horizonMonths }, () => coachHours) },
          parameters: { ...input.parameters, ...parameters },
        })
        const trajectory = simulate(given)
        expect(hasOnlyShares(trajectory)).toBe(true)
        expect(greatestLeak(given, trajectory)).toBeLessThan(1e-12)
      }),
      { numRuns: 300 },
    )
  })

  it('never brings fidelity about without training, initial use, carry-in or onboarding', () => {
    fc.assert(
      fc.property(arbitraryModelInput, (input) => {
        const untaught = complete({
          ...input,
          initial: [],
          groups: input.groups.map((group) => ({ ...group, onboardingCoverage: 0 })),
          supports: { ...input.supports, sessions: [] },
          parameters: { ...input.parameters, carryIn: 0 },
        })
        expect(allOf(simulate(untaught), 'fidelity').every((value) => value === 0)).toBe(true)
      }),
      { numRuns: 100 },
    )
  })

  it('never loses adoption without turnover, drift and lapse', () => {
    fc.assert(
      fc.property(arbitraryModelInput, (input) => {
        const kept = complete({
          ...input,
          groups: input.groups.map((group) => ({ ...group, annualTurnover: 0 })),
          parameters: { ...input.parameters, fidelityDrift: 0, lapse: 0 },
        })
        const trajectory = simulate(kept)
        for (let place = 0; place <= trajectory.unitIds.length; place += 1) {
          const adoption = adoptionSeries(trajectory, place)
          for (let month = 1; month < adoption.length; month += 1) {
            expect(adoption[month]! - adoption[month - 1]!).toBeGreaterThan(-1e-12)
          }
        }
      }),
      { numRuns: 100 },
    )
  })

  it('keeps two units with equal figures equal', () => {
    fc.assert(
      fc.property(arbitraryModelInput, (input) => {
        const twinId = (id: string) => `${id} twin`
        const both = <Row extends { id: string }>(rows: readonly Row[]) => [
          ...rows,
          ...rows.map((row) => ({ ...row, id: twinId(row.id) })),
        ]
        const hours = Object.entries(input.supports.coachHoursByUnit ?? {})
        const twins = complete({
          ...input,
          units: both(input.units),
          groups: [
            ...input.groups,
            ...input.groups.map((group) => ({ ...group, id: twinId(group.id), unitId: twinId(group.unitId) })),
          ],
          initial: [
            ...(input.initial ?? []),
            ...(input.initial ?? []).map((row) => ({ ...row, groupId: twinId(row.groupId) })),
          ],
          supports: {
            ...input.supports,
            coachHoursByUnit: Object.fromEntries([...hours, ...hours.map(([id, list]) => [twinId(id), list] as const)]),
            sessions: (input.supports.sessions ?? []).map((session) => ({
              ...session,
              groupIds: [...session.groupIds, ...session.groupIds.map(twinId)],
            })),
          },
        })
        const { units } = trajectoryToJson(simulate(twins))
        for (const unit of input.units) expect(units[twinId(unit.id)]).toEqual(units[unit.id])
      }),
      { numRuns: 100 },
    )
  })

  it('does not change when a unit is split in two halves and only the district counts as colleagues', () => {
    fc.assert(
      fc.property(arbitraryModelInput, (input) => {
        const whole = complete({ ...input, parameters: { ...input.parameters, schoolPeerWeight: 0 } })
        const split = complete(splitFirstUnit(whole))
        const before = simulate(whole)
        const after = simulate(split)
        for (const measure of measures) {
          for (let place = 0; place <= before.unitIds.length; place += 1) {
            const one = placeSeries(before, place, measure)
            expect(greatestDifference(one, placeSeries(after, place, measure))).toBeLessThan(1e-9)
          }
        }
      }),
      { numRuns: 100 },
    )
  })

  it('changes no share when all headcounts and all coach hours are doubled', () => {
    fc.assert(
      fc.property(arbitraryCompleteInput, (input) => {
        const hours = Object.entries(input.supports.coachHoursByUnit)
        const doubled = complete({
          ...input,
          groups: input.groups.map((group) => ({ ...group, headcount: 2 * group.headcount })),
          supports: {
            ...input.supports,
            coachHours: input.supports.coachHours.map((value) => 2 * value),
            coachHoursByUnit: Object.fromEntries(hours.map(([id, list]) => [id, list.map((value) => 2 * value)])),
          },
        })
        expect(greatestDifference(simulate(doubled).values, simulate(input).values)).toBeLessThan(1e-9)
      }),
      { numRuns: 100 },
    )
  })
})

/** The first unit as two units, each with half of every group's people and half of the unit's own coach hours. */
function splitFirstUnit(input: CompleteModelInput): CompleteModelInput {
  const first = input.units[0]!
  const otherId = (id: string) => `${id} half`
  const moved = new Set(input.groups.filter((group) => group.unitId === first.id).map((group) => group.id))
  const own = input.supports.coachHoursByUnit[first.id]?.map((hours) => hours / 2)
  return {
    ...input,
    units: [...input.units, { ...first, id: otherId(first.id) }],
    groups: input.groups.flatMap((group) => {
      if (!moved.has(group.id)) return [group]
      const half = { ...group, headcount: group.headcount / 2 }
      return [half, { ...half, id: otherId(group.id), unitId: otherId(first.id) }]
    }),
    initial: input.initial.flatMap((row) =>
      moved.has(row.groupId) ? [row, { ...row, groupId: otherId(row.groupId) }] : [row],
    ),
    supports: {
      ...input.supports,
      coachHoursByUnit: {
        ...input.supports.coachHoursByUnit,
        ...(own === undefined ? {} : { [first.id]: own, [otherId(first.id)]: own }),
      },
      sessions: input.supports.sessions.map((session) => ({
        ...session,
        groupIds: session.groupIds.flatMap((id) => (moved.has(id) ? [id, otherId(id)] : [id])),
      })),
    },
  }
}
