import { flowKinds, levelAt, simulateFlows, stocks } from '@shared/model/flows'
import { simulate } from '@shared/model/simulate'
import { placeSeries } from '@shared/model/trajectory'
import { causes, explainBottleneck, explainChange } from '@shared/model/why'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arbitraryCompleteInput } from './arbitrary-input'
import { componentIdsOf, plainInput } from './plain-input'

const sumOf = (parts: Readonly<Record<string, number>>) => causes.reduce((sum, cause) => sum + parts[cause]!, 0)

/** An input with two months of its horizon in order, the first possibly the start. */
const inputAndMonths = arbitraryCompleteInput.chain((input) =>
  fc
    .tuple(
      fc.integer({ min: -1, max: input.horizonMonths - 1 }),
      fc.integer({ min: -1, max: input.horizonMonths - 1 }),
      fc.integer({ min: 0, max: input.units.length }),
    )
    .map(([one, other, place]) => ({ input, from: Math.min(one, other), to: Math.max(one, other), place })),
)

describe('simulateFlows', () => {
  it('records the levels that simulate gives, and only flows that are shares', () => {
    fc.assert(
      fc.property(arbitraryCompleteInput, (input) => {
        const trajectory = simulate(input)
        const record = simulateFlows(input)
        let difference = 0
        for (let place = 0; place <= input.units.length; place += 1) {
          for (const stock of stocks) {
            placeSeries(trajectory, place, stock).forEach((value, month) => {
              difference = Math.max(difference, Math.abs(value - levelAt(record, place, stock, month)))
            })
          }
        }
        expect(difference).toBeLessThan(1e-12)
        expect(record.flows.every((flow) => flow > -1e-15 && flow <= 1 + 1e-12)).toBe(true)
        expect(record.flows.length).toBe((input.units.length + 1) * flowKinds.length * input.horizonMonths)
      }),
      { numRuns: 100 },
    )
  })
})

describe('explainChange', () => {
  it.each(['untrained', 'trained', 'using', 'fidelity', 'adoption'] as const)(
    'splits every change of %s into causes that sum to it',
    (measure) => {
      fc.assert(
        fc.property(inputAndMonths, ({ input, from, to, place }) => {
          const explained = explainChange(simulateFlows(input), place, measure, from, to)
          expect(explained.to - explained.from).toBe(explained.change)
          expect(Math.abs(sumOf(explained.parts) - explained.change)).toBeLessThanOrEqual(2 ** -50)
        }),
        { numRuns: 60 },
      )
    },
  )

  it('finds the flows themselves, so that what is left for rounding is nothing to speak of', () => {
    fc.assert(
      fc.property(arbitraryCompleteInput, (input) => {
        const record = simulateFlows(input)
        const flows = (kind: (typeof flowKinds)[number]) =>
          record.flows
            .subarray(flowKinds.indexOf(kind) * input.horizonMonths)
            .subarray(0, input.horizonMonths)
            .reduce((sum, flow) => sum + flow, 0)
        const last = input.horizonMonths - 1
        const change = levelAt(record, 0, 'using', last) - levelAt(record, 0, 'using', -1)
        const into = flows('startedInTraining') + flows('takenUp') + flows('drifted') + flows('hiredUsing')
        const out = flows('lapsed') + flows('gainedFidelity') + flows('leftUsing')
        expect(Math.abs(into - out - change)).toBeLessThan(1e-12)
      }),
      { numRuns: 60 },
    )
  })

  it('tells drift where coaching ends, and turnover where people leave', () => {
    const input = plainInput({
      horizonMonths: 24,
      units: [{ id: 'school' }],
      groups: [{ id: 'school', unitId: 'school', annualTurnover: 0.2 }],
      initial: [{ groupId: 'school', componentId: 'component0', trained: 0, using: 0, fidelity: 1 }],
      coachHours: (month) => (month < 12 ? 1000 : 0),
      parameters: { carryIn: 0 },
    })
    const record = simulateFlows(input)
    const coached = explainChange(record, 0, 'fidelity', -1, 11)
    expect(coached.parts.drift).toBeCloseTo(0, 12)
    expect(coached.parts.turnover).toBeCloseTo(-0.2, 2)
    const alone = explainChange(record, 0, 'fidelity', 11, 23)
    expect(alone.parts.drift).toBeLessThan(-0.4)
    expect(alone.parts.fidelityGained).toBe(0)
    expect(alone.change).toBeLessThan(-0.4)
  })
})

describe('explainBottleneck', () => {
  it('splits every change of the bottleneck into causes that sum to it', () => {
    fc.assert(
      fc.property(inputAndMonths, ({ input, from, to, place }) => {
        const explained = explainBottleneck(input, place, from, to)
        const bottleneck = placeSeries(simulate(input), place, 'bottleneck')
        const to0 = explained?.to ?? 0
        expect(Math.abs(to0 - (to === -1 ? to0 : bottleneck[to]!))).toBeLessThan(1e-12)
        const from0 = explained?.from ?? 0
        expect(Math.abs(from0 - (from === -1 ? from0 : bottleneck[from]!))).toBeLessThan(1e-12)
        const sum = explained === null ? 0 : sumOf(explained.parts)
        expect(Math.abs(sum - (explained?.change ?? 0))).toBeLessThanOrEqual(2 ** -50)
        expect(explained === null).toBe(input.components.every((component) => !component.core))
      }),
      { numRuns: 60 },
    )
  })

  it('says when another component became the weakest', () => {
    const [one, two] = componentIdsOf(2) as [string, string]
    const row = (componentId: string, using: number, fidelity: number) => {
      return { groupId: 'school', componentId, trained: 0, using, fidelity }
    }
    const input = plainInput({
      horizonMonths: 12,
      componentCount: 2,
      units: [{ id: 'school' }],
      initial: [row(one, 0.8, 0.2), row(two, 0, 0.4)],
      coachHours: () => 1000,
    })
    const explained = explainBottleneck(input, 0, -1, 11)
    expect(explained).toMatchObject({ componentId: two, from: 0.2 })
    expect(explained?.parts.weakest).toBeCloseTo(0.2, 12)
  })
})
