import { barrierChanges, barriersOf, levelAbove } from '@shared/forecast/evidence-barriers'
import { followUpsOf } from '@shared/forecast/evidence-follow-ups'
import { messagesOf } from '@shared/forecast/evidence-messages'
import { placeTree } from '@shared/forecast/evidence-tree'
import { rowsOf } from '@shared/plan/plan'
import { validate } from '@shared/plan/validate'
import { describe, expect, it } from 'vitest'
import { samplePlan } from '../../fixtures/sample-plan.ts'
import { planOf } from '../money/plan-of.ts'
import { district } from './district-of.ts'

describe('follow-ups', () => {
  const decision = (id: string, followUpOn: string | null, result: string | null = null) => ({
    id,
    date: '2026-07-01',
    question: id,
    followUpOn,
    result,
  })
  const plan = planOf({
    decision: [
      decision('later', '2027-03-01'),
      decision('due', '2026-11-25'),
      decision('long due', '2026-09-01'),
      decision('soon', '2026-12-25'),
      decision('no day', null),
      decision('done', '2026-09-01', 'It works'),
    ],
  })

  it('come by how pressing they are, what was studied last', () => {
    const found = followUpsOf(plan, '2026-11-25')
    const ids = Object.values(found).map((rows) => rows.map(({ id }) => id))
    expect(ids).toEqual([['long due', 'due'], ['soon'], ['later'], ['no day'], ['done']])
  })

  it('hold every decision once, on any day', () => {
    const sample = samplePlan()
    for (const day of ['2025-01-01', '2026-11-30', '2031-01-01'])
      expect(new Set(Object.values(followUpsOf(sample, day)).flat()).size).toBe(sample.decision.size)
  })
})

describe('barriers', () => {
  const sample = samplePlan()
  const { open, closed, usualDays } = barriersOf(sample, '2026-07-01')

  it('are open until they are closed; those nobody passed on come first', () => {
    expect(open.map(({ isEscalated, ageDays }) => [isEscalated, ageDays])).toEqual([
      [false, 44],
      [true, 121],
    ])
    expect(closed).toHaveLength(1)
    expect(usualDays).toBe(35)
  })

  it('are passed on or closed with what removed them, each as one valid change', () => {
    const id = open[0]?.row.id ?? ''
    const passed = barrierChanges(sample, id, { escalatedTo: 'Superintendent', level: 'region' })
    const removed = barrierChanges(sample, id, { closedOn: '2026-11-25', resolution: 'Buses leave earlier.' })
    expect([passed.length, removed.length]).toEqual([1, 1])
    expect([...validate(sample, passed), ...validate(sample, removed)]).toEqual([])
    expect(validate(sample, barrierChanges(sample, id, { closedOn: '2026-11-25', resolution: '' }))).toHaveLength(1)
  })

  it('go up by one level, and no further than the state', () => {
    expect([levelAbove('school'), levelAbove('state')]).toEqual(['district', 'state'])
  })
})

describe('messages', () => {
  it('are told by audience and wave, and waves whose people are not told are named', () => {
    const sample = samplePlan()
    const { audiences, waves, untold } = messagesOf(sample)
    expect(audiences).toHaveLength(new Set(rowsOf(sample, 'communication').map((row) => row.audience)).size)
    for (const { byWave } of audiences) expect(byWave).toHaveLength(waves.length)
    expect(untold.map(({ wave }) => wave.name)).not.toContain('Wave 1')
    expect(untold.find(({ wave }) => wave.name === 'Wave 2')?.sentence).toContain('starts in Aug 2027')
  })

  it('count an audience once, however it is written', () => {
    const rows = ['Teachers', 'teachers ', 'Families'].map((audience) => ({ audience }))
    expect(messagesOf(planOf({ communication: rows })).audiences).toHaveLength(2)
  })
})

describe('the tree of places', () => {
  it('adds staff and students up from the school to the top', () => {
    const [top, ...more] = placeTree(planOf(district))
    expect(more).toEqual([])
    expect(top).toMatchObject({ schools: 2, schoolsInWaves: 2, staff: 101, students: 0 })
    const sample = placeTree(samplePlan())
    expect(sample).toMatchObject([{ schools: 7, staff: 400, students: 4000 }])
  })
})
