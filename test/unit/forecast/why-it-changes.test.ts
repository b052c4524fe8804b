import { causeWords, inTenths, whyItChanges } from '@shared/forecast/why-it-changes'
import { runPlan } from '@shared/forecast/run'
import { causes, type Cause } from '@shared/model/why'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { samplePlan } from '../../fixtures/sample-plan'

const share = fc.double({ min: 0, max: 1, noNaN: true })
const parts = fc.record(
  Object.fromEntries(causes.map((cause) => [cause, fc.double({ min: -0.4, max: 0.4, noNaN: true })])) as Record<
    Cause,
    fc.Arbitrary<number>
  >,
)

describe('why it changes', () => {
  it('is rounded so that the parts still sum to the change that is shown', () => {
    fc.assert(
      fc.property(share, share, parts, (from, to, given) => {
        const told = inTenths({ fromMonth: 0, toMonth: 1, from, to, change: to - from, parts: given })
        const sum = causes.reduce((total, cause) => total + told.parts[cause], 0)
        expect(told.to - told.from).toBe(sum)
      }),
    )
  })

  const plan = samplePlan()
  const run = runPlan(plan)
  if (!run.ok) throw new Error('cannot be forecast')
  const [only] = run.value.runs
  const { start, weakest, months } = only!.forecast

  it('goes from and to the shares of the forecast on screen, and names the weakest component', () => {
    const told = whyItChanges(plan, [start, '2099-01'])
    expect(told.ok && told.value).toHaveLength(1)
    const [why] = told.ok ? told.value : []
    expect(why!.weakest.from).toBe(Math.round(weakest.now * 1000))
    expect(why!.weakest.to).toBe(Math.round(weakest.end * 1000))
    expect([...plan.component.values()].map(({ name }) => name)).toContain(why!.component)
    expect(why!.weakest.parts).toMatchObject({ training: 0, uptake: 0, lapse: 0, hires: 0 })
    expect(why!.weakest.parts.turnover).toBeLessThan(0)
    expect(why!.adoption.parts.uptake).toBeGreaterThan(0)
    expect(why!.adoption.parts.weakest).toBe(0)
    expect(months).toBeGreaterThan(1)
  })

  it('is told whichever month is named first, and has words for every cause', () => {
    expect(whyItChanges(plan, ['2029-06', '2027-06'])).toEqual(whyItChanges(plan, ['2027-06', '2029-06']))
    expect(Object.keys(causeWords)).toEqual([...causes])
  })
})
