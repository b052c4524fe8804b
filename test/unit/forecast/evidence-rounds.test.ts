import { componentTrends, roundsSinceStart, schoolsObserved } from '@shared/forecast/evidence-fidelity'
import { observationGaps } from '@shared/forecast/evidence-gaps'
import { burdensOf } from '@shared/forecast/evidence-burden'
import { roundsOf, seenIn } from '@shared/forecast/evidence-rounds'
import type { Row } from '@shared/plan/tables'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { samplePlan } from '../../fixtures/sample-plan.ts'
import { planOf, type GivenRows } from '../money/plan-of.ts'
import { district } from './district-of.ts'

const walk = { id: 'walk', name: 'Walkthrough', componentIds: ['reading', 'data'], maximumPoints: 20 }
const seen = (date: string, more: Partial<Row<'observation'>> = {}) => ({
  measureId: 'walk',
  unitId: 'oak',
  componentId: 'reading',
  date,
  staffObserved: 10,
  ...more,
})
const plan = (observation: GivenRows['observation'], more: GivenRows = {}) =>
  planOf({ ...district, fidelityMeasure: [walk], ...(observation ? { observation } : {}), ...more })

describe('rounds', () => {
  it('are one measure without a pause longer than six weeks, the oldest first', () => {
    const rounds = roundsOf(plan([seen('2026-11-20'), seen('2026-05-12'), seen('2026-05-30'), seen('2026-06-20')]))
    expect(rounds.map(({ firstDay, lastDay, rows }) => [firstDay, lastDay, rows.length])).toEqual([
      ['2026-05-12', '2026-06-20', 3],
      ['2026-11-20', '2026-11-20', 1],
    ])
  })

  it('of a measure that is used every week are apart after half a week', () => {
    const weekly = { ...walk, roundsPerYear: 52 }
    const days = ['2026-09-01', '2026-09-08', '2026-09-10'].map((date) => seen(date))
    expect(roundsOf(plan(days, { fidelityMeasure: [weekly] }))).toHaveLength(2)
  })

  it('keep versions of an instrument apart', () => {
    const versions = [walk, { ...walk, id: 'new', version: '2' }]
    const rounds = roundsOf(
      plan([seen('2026-09-01'), seen('2026-09-02', { measureId: 'new' })], { fidelityMeasure: versions }),
    )
    expect(rounds.map(({ measure }) => measure.id)).toEqual(['walk', 'new'])
  })

  it('hold every observation of somebody once', () => {
    const dates = fc.array(fc.integer({ min: 0, max: 700 }), { maxLength: 30 })
    fc.assert(
      fc.property(dates, (offsets) => {
        const days = offsets.map((n) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10))
        const rounds = roundsOf(plan(days.map((date) => seen(date))))
        expect(rounds.flatMap(({ rows }) => rows.map(({ date }) => date))).toEqual(days.toSorted())
      }),
    )
  })
})

describe('what was seen', () => {
  const row = (more: Partial<Row<'observation'>>): Row<'observation'> => {
    const [first] = plan([seen('2026-09-01', more)]).observation.values()
    if (!first) throw new Error('no row')
    return first
  }

  it('counts a school that was seen twice by the later day', () => {
    const rows = [row({ atFidelity: 1, using: 5 }), row({ date: '2026-09-09', atFidelity: 4, using: 5 })]
    expect(seenIn(rows)).toMatchObject({ observed: 10, using: 5, atFidelity: 4 })
  })

  it('adds roles up, unless one row is for all of them', () => {
    const roles = [row({ roleId: 'a', staffObserved: 3 }), row({ roleId: 'b', staffObserved: 4 })]
    expect(seenIn(roles)?.observed).toBe(7)
    expect(seenIn([...roles, row({ staffObserved: 9 })])?.observed).toBe(9)
  })

  it('weighs scores by people and tells them as a share of the most points', () => {
    const rows = [row({ score: 10 }), row({ unitId: 'elm', score: 20, staffObserved: 30 })]
    expect(seenIn(rows, 20)?.scoreShare).toBeCloseTo((10 * 10 + 20 * 30) / 40 / 20, 12)
    expect(seenIn(rows)?.scoreShare).toBeNull()
  })
})

describe('a school in its latest round', () => {
  it('is told by its weakest core component, from the latest round of each component', () => {
    const [oak] = schoolsObserved(
      plan([
        seen('2026-05-12', { using: 9, atFidelity: 9 }),
        seen('2026-11-20', { using: 9, atFidelity: 4 }),
        seen('2026-05-12', { componentId: 'data', atFidelity: 0 }),
      ]),
    )
    expect(oak?.weakest.component.id).toBe('reading')
    expect([oak?.weakestShare, oak?.meanShare, oak?.lastDay]).toEqual([0.4, 0.2, '2026-11-20'])
  })

  it('does not count what was seen before its wave began', () => {
    const early = plan([
      seen('2027-06-01', { unitId: 'elm' }),
      seen('2027-06-02'),
      seen('2027-09-01', { unitId: 'elm' }),
    ])
    const since = roundsSinceStart(early, roundsOf(early))
    expect(since.map(({ rows }) => rows.map(({ unitId, date }) => `${unitId} ${date}`))).toEqual([
      ['oak 2027-06-02'],
      ['elm 2027-09-01'],
    ])
  })

  it('gives components over time with the weakest of the last round first', () => {
    const sample = samplePlan()
    const trends = componentTrends(sample, roundsOf(sample))
    expect(trends[0]?.component.name).toBe('Small groups by need')
    expect(trends.map(({ latest }) => latest)).toEqual(trends.map(({ latest }) => latest).toSorted((a, b) => a - b))
  })
})

describe('gaps', () => {
  it('are components of schools that have begun which were not seen as often as planned', () => {
    const old = plan([seen('2025-11-20')], { plan: [{ asOfMonth: '2027-02' }] })
    const { gaps } = observationGaps(old)
    expect(gaps.map(({ unit, component, lastDay }) => [unit.id, component.id, lastDay])).toEqual([
      ['oak', 'reading', '2025-11-20'],
      ['oak', 'data', null],
    ])
  })

  it('do not count what began less than a round ago, nor what was seen since', () => {
    expect(observationGaps(plan([], { plan: [{ asOfMonth: '2026-12' }] })).gaps).toEqual([])
    const fresh = plan([seen('2026-09-01'), seen('2026-09-01', { componentId: 'data' })], {
      plan: [{ asOfMonth: '2027-02' }],
    })
    expect(observationGaps(fresh).gaps).toEqual([])
    expect(observationGaps(fresh, 3).gaps).toHaveLength(2)
  })

  it('name components that no measure looks at', () => {
    expect(observationGaps(samplePlan()).unmeasured.map(({ name }) => name)).toEqual(['Books at home'])
  })
})

describe('the burden of a measure', () => {
  it('is minutes × practitioners × rounds, in hours', () => {
    const [burden] = burdensOf(plan([], { fidelityMeasure: [{ ...walk, minutesPerObservation: 30 }] }))
    expect(burden).toMatchObject({ staffNow: 40, staffInAll: 100, hoursNow: 40, hoursInAll: 100, shareOfTime: null })
    expect(burden?.isImpractical).toBe(false)
  })

  it('is not practical where it takes more than a tenth of the time of those who work for the rollout', () => {
    const post: GivenRows = {
      position: [{ id: 'c', title: 'Coach' }],
      positionPeriod: [{ positionId: 'c', fromMonth: '2026-07', fte: 50 }],
    }
    const [light, heavy] = [20, 60].map(
      (minutes) => burdensOf(plan([], { ...post, fidelityMeasure: [{ ...walk, minutesPerObservation: minutes }] }))[0],
    )
    expect([light?.isImpractical, heavy?.isImpractical]).toEqual([false, true])
    expect(heavy?.shareOfTime).toBeGreaterThan(0.1)
  })

  it('is not practical at more than two hours a person where nobody works for the rollout', () => {
    const [burden] = burdensOf(plan([], { fidelityMeasure: [{ ...walk, minutesPerObservation: 61 }] }))
    expect(burden?.isImpractical).toBe(true)
  })
})
