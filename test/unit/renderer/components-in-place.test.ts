import { scaleReadiness } from '@shared/forecast/scale-readiness'
import { applyChanges } from '@shared/plan/apply'
import { emptyPlan, rowsOf } from '@shared/plan/plan'
import { possiblePrerequisites, prerequisiteOrder } from '@shared/plan/prerequisites'
import { validate } from '@shared/plan/validate'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { starterChanges } from '../../../renderer/screens/components-in-place/starter-changes'
import { starterSets } from '../../../renderer/screens/components-in-place/starter-sets'
import { idSource } from '../../fixtures/ids.ts'
import { samplePlan } from '../../fixtures/sample-plan.ts'

describe('the starter sets', () => {
  it.each(starterSets.map((set) => [set.title, set] as const))(
    '%s is complete and fits an empty plan',
    (_, { components }) => {
      const changes = starterChanges(emptyPlan, components, idSource(70))
      expect(validate(emptyPlan, changes)).toEqual([])
      expect(components.length).toBeGreaterThanOrEqual(4)
      for (const component of components) {
        const { name, description, minimumPractice, profileExpected, profileDeveloping, profileNotAcceptable } =
          component
        for (const text of [
          name,
          description,
          minimumPractice,
          profileExpected,
          profileDeveloping,
          profileNotAcceptable,
        ])
          expect(text.length).toBeGreaterThan(5)
        expect(component.needs.every((needed) => components.some((other) => other.name === needed))).toBe(true)
      }
    },
  )

  it('leaves what the plan has already, and links what comes first to it', () => {
    const [literacy] = starterSets
    const [first] = [starterChanges(emptyPlan, literacy!.components.slice(0, 2), idSource(71))]
    const some = applyChanges(emptyPlan, first)
    if (!some.ok) throw new Error('does not apply')
    const rest = starterChanges(some.value, literacy!.components, idSource(72))
    expect(rest).toHaveLength(literacy!.components.length - 2)
    const whole = applyChanges(some.value, rest)
    if (!whole.ok) throw new Error('does not apply')
    const rows = rowsOf(whole.value, 'component')
    const byName = (name: string) => rows.find((row) => row.name === name)!
    expect(byName('Small groups by need').prerequisiteIds).toEqual([byName('Check of early skills').id])
  })
})

describe('what comes first', () => {
  const ids = ['a', 'b', 'c', 'd', 'e', 'f']
  /** Components built by choosing, one after the other, only what may be chosen. */
  const chosen = fc.array(fc.tuple(fc.constantFrom(...ids), fc.nat(20)), { maxLength: 25 }).map((picks) => {
    let components: { id: string; prerequisiteIds: readonly string[] }[] = ids.map((id) => ({
      id,
      prerequisiteIds: [],
    }))
    for (const [id, pick] of picks) {
      const possible = possiblePrerequisites(components, id)
      const needed = possible[pick % Math.max(1, possible.length)]
      if (needed)
        components = components.map((one) =>
          one.id === id ? { ...one, prerequisiteIds: [...new Set([...one.prerequisiteIds, needed.id])] } : one,
        )
    }
    return components
  })

  it('never makes a circle by what may be chosen, and each comes after all it needs', () => {
    fc.assert(
      fc.property(chosen, (components) => {
        const order = prerequisiteOrder(components).map(({ id }) => id)
        expect(order.toSorted()).toEqual(ids)
        for (const { id, prerequisiteIds } of components)
          for (const needed of prerequisiteIds) expect(order.indexOf(needed)).toBeLessThan(order.indexOf(id))
      }),
    )
  })

  it('keeps the given order where nothing speaks against it', () => {
    expect(prerequisiteOrder(ids.map((id) => ({ id, prerequisiteIds: [] }))).map(({ id }) => id)).toEqual(ids)
    expect(
      possiblePrerequisites(
        [
          { id: 'a', prerequisiteIds: ['b'] },
          { id: 'b', prerequisiteIds: [] },
        ],
        'b',
      ),
    ).toEqual([])
  })
})

describe('whether a component is ready to scale', () => {
  const plan = samplePlan()
  const of = (name: string) => scaleReadiness(plan).find((component) => component.name === name)!

  it('is all answered for the core of the sample, and open where it is not measured', () => {
    expect(of('Daily sounds and letters')).toMatchObject({ met: 8 })
    expect(
      of('Books at home')
        .checks.filter(({ isMet }) => !isMet)
        .map(({ key }) => key),
    ).toEqual(['measure', 'observed'])
  })

  it('asks for practice or coaching, for a line, and for all three columns of the profile', () => {
    const session = new Map([...plan.session].map(([id, row]) => [id, { ...row, methods: ['theory'] as const }]))
    const fidelityMeasure = new Map([...plan.fidelityMeasure].map(([id, row]) => [id, { ...row, criterionShare: 0 }]))
    const component = new Map([...plan.component].map(([id, row]) => [id, { ...row, profileDeveloping: null }]))
    const poorer = scaleReadiness({ ...plan, session, fidelityMeasure, component })[0]!
    expect(poorer.checks.filter(({ isMet }) => !isMet).map(({ key, detail }) => [key, detail])).toEqual([
      ['profile', 'Not written: developing.'],
      ['measure', 'Early literacy walkthrough has no line.'],
      ['training', 'Its sessions have neither practice with feedback nor coaching.'],
    ])
  })
})
