import { stageChanges, stageMatrix, type StageName } from '@shared/forecast/stage-rule'
import { invert } from '@shared/plan/algebra'
import { applyChanges } from '@shared/plan/apply'
import type { Change } from '@shared/plan/change'
import type { Plan } from '@shared/plan/plan'
import { validate } from '@shared/plan/validate'
import { describe, expect, it } from 'vitest'
import { idSource } from '../../fixtures/ids.ts'
import { samplePlan } from '../../fixtures/sample-plan.ts'
import { planOf, setting, type GivenRows } from '../money/plan-of.ts'
import { district } from './district-of.ts'

const apply = (of: Plan, changes: readonly Change[]): Plan => {
  const result = applyChanges(of, changes)
  if (!result.ok) throw new Error('does not apply')
  return result.value
}

const plan = (using: number, atFidelity: number, stage: StageName | null, more: GivenRows = {}) =>
  planOf({
    ...district,
    ...more,
    fidelityMeasure: [{ id: 'walk', name: 'Walkthrough', componentIds: ['reading'] }],
    observation: [
      {
        measureId: 'walk',
        unitId: 'oak',
        componentId: 'reading',
        date: '2026-05-01',
        staffObserved: 10,
        using,
        atFidelity,
      },
    ],
    ...(stage ? { stage: [{ unitId: 'oak', componentId: 'reading', stage }] } : {}),
  })
const suggested = (...given: Parameters<typeof plan>): StageName | null =>
  stageMatrix(plan(...given)).markOf('oak', 'reading').suggested

describe('the stage that observations suggest', () => {
  it.each([
    ['full from half of those observed with fidelity', 8, 5, 'initial', 'full'],
    ['initial below half', 8, 4, 'full', 'initial'],
    ['initial from first use', 1, 0, 'installing', 'initial'],
    ['a step back where nobody uses what is said to be in use', 0, 0, 'initial', 'installing'],
    ['nothing where nobody uses it and nothing else was said', 0, 0, 'exploring', null],
    ['nothing where it agrees', 8, 5, 'full', null],
    ['a stage where none is entered', 8, 5, null, 'full'],
  ] as const)('is %s', (_, using, atFidelity, stage, expected) => {
    expect(suggested(using, atFidelity, stage)).toBe(expected)
  })

  it('is full from the at-scale line of the settings', () => {
    expect(suggested(8, 5, 'initial', { setting: [setting('atScaleShare', 6000)] })).toBeNull()
  })

  it('is nothing where nobody was observed', () => {
    expect(stageMatrix(plan(8, 5, null)).markOf('elm', 'reading')).toMatchObject({ suggested: null, sentence: null })
  })

  it('questions in the sample what is called full and is not yet', () => {
    const sample = samplePlan()
    const { schools, components, markOf } = stageMatrix(sample)
    const marks = schools.flatMap(({ id }) => components.map((component) => markOf(id, component.id)))
    expect(marks.filter((mark) => mark.suggested !== null).map(({ row }) => row?.stage)).toEqual(['full', 'full'])
  })
})

describe('setting stages', () => {
  const sample = samplePlan()
  const { schools, components, markOf } = stageMatrix(sample)
  const cells = schools.slice(-3).map(({ id }) => ({ unitId: id, componentId: components[1]?.id ?? '' }))

  it('gives several cells a stage at once, which is valid and goes back again', () => {
    const values = { stage: 'installing', sinceMonth: '2026-09', evidence: 'Materials ordered' } as const
    const changes = stageChanges(sample, cells, values, idSource(5))
    expect(validate(sample, changes)).toEqual([])
    const after = apply(sample, changes)
    for (const { unitId, componentId } of cells)
      expect(stageMatrix(after).markOf(unitId, componentId).row).toMatchObject(values)
    expect(apply(after, invert(changes)).stage).toEqual(sample.stage)
  })

  it('can go back, keeps what is not named, and can be taken away', () => {
    const [school] = schools
    const cell = { unitId: school?.id ?? '', componentId: components[0]?.id ?? '' }
    const back = apply(sample, stageChanges(sample, [cell], { stage: 'exploring' }, idSource(5)))
    const before = markOf(cell.unitId, cell.componentId).row
    expect(stageMatrix(back).markOf(cell.unitId, cell.componentId).row).toEqual({ ...before, stage: 'exploring' })
    const gone = apply(sample, stageChanges(sample, [cell], { stage: null }, idSource(5)))
    expect(stageMatrix(gone).markOf(cell.unitId, cell.componentId).row).toBeNull()
    expect(stageChanges(gone, [cell], { stage: null }, idSource(5))).toEqual([])
  })
})
