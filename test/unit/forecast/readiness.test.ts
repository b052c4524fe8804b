import { readinessOf, type LaneName } from '@shared/forecast/readiness'
import { describe, expect, it } from 'vitest'
import { samplePlan } from '../../fixtures/sample-plan.ts'
import { planOf, type GivenRows } from '../money/plan-of.ts'
import { district } from './district-of.ts'

/** A lane of the second wave, which starts in July 2027 with Elm. */
function lane(name: LaneName, given: GivenRows) {
  const found = readinessOf(planOf({ ...district, ...given })).find(({ wave }) => wave.id === 'wave')
  const [one] = found?.lanes.filter(({ lane: key }) => key === name) ?? []
  if (!one) throw new Error(`no lane ${name}`)
  return { ...one, sentences: one.gaps.map(({ sentence }) => sentence) }
}

const coach: GivenRows = {
  position: [{ id: 'coach', title: 'Coach' }],
  positionPeriod: [{ positionId: 'coach', fromMonth: '2026-07', salaryCents: 6_000_000 }],
  fundingSource: [{ id: 'grant', name: 'Grant', obligationEndMonth: '2027-12', liquidationEndMonth: '2027-12' }],
  assignment: [{ positionId: 'coach', sourceId: 'grant' }],
}

describe('resources', () => {
  it('are ready where everything in the first twelve months is paid', () => {
    const paid = { ...coach, fundingSource: [{ id: 'grant', name: 'General fund' }] }
    expect(lane('resources', paid)).toMatchObject({ isReady: true, value: 1, gaps: [] })
  })

  it('are not where a fund ends within them; the gap leads to what is unpaid', () => {
    const found = lane('resources', coach)
    expect(found.isReady).toBe(false)
    expect(found.value).toBeGreaterThan(0.4)
    expect(found.value).toBeLessThan(0.6)
    expect(found.gaps).toMatchObject([{ table: 'position', rowId: 'coach' }])
  })

  it('leave out what works for other schools only', () => {
    const elsewhere = { ...coach, positionPeriod: [{ ...coach.positionPeriod?.[0], unitId: 'oak' }] }
    expect(lane('resources', elsewhere)).toMatchObject({ value: null, isReady: false })
  })

  it('are not known before a cost is entered', () => {
    expect(lane('resources', {}).sentences[0]).toMatch(/No cost is entered/)
  })
})

describe('communication', () => {
  it('asks for a whole message to the wave', () => {
    expect(lane('communication', { communication: [{ audience: 'Teachers' }] }).isReady).toBe(false)
    const half = { id: 'm', audience: 'Teachers', waveId: 'wave', message: 'It starts', channel: 'Meeting' }
    expect(lane('communication', { communication: [half] })).toMatchObject({
      isReady: false,
      gaps: [{ table: 'communication', rowId: 'm' }],
    })
    expect(lane('communication', { communication: [{ ...half, owner: 'Principal' }] }).isReady).toBe(true)
  })
})

describe('data collection', () => {
  it('asks for a measure on every core component', () => {
    expect(lane('data', {}).sentences).toEqual(['No measure looks at “Reading”.'])
    const measure = { id: 'walk', name: 'Walkthrough', componentIds: ['reading'] }
    expect(lane('data', { fidelityMeasure: [measure] }).isReady).toBe(true)
    const begun = { fidelityMeasure: [measure], plan: [{ asOfMonth: '2028-03' }] }
    expect(lane('data', begun)).toMatchObject({ isReady: false, value: 0 })
  })
})

describe('professional learning', () => {
  const session = (more: object) => ({
    id: 's',
    title: 'First training',
    componentIds: ['reading'],
    waveIds: ['wave'],
    month: '2027-08',
    attendancePlanned: 9000,
    ...more,
  })

  it('asks that four in five are trained on every core component by two months after the start', () => {
    expect(lane('learning', { session: [session({})] })).toMatchObject({ isReady: true, value: 0.9 })
    expect(lane('learning', { session: [session({ month: '2027-10' })] }).isReady).toBe(false)
    expect(lane('learning', { session: [session({ seats: 30 })] }).sentences[0]).toContain('45%')
  })

  it('counts the halves of a series together', () => {
    const halves = [
      session({ series: 'First', seats: 30 }),
      session({ id: 't', series: 'First', month: '2027-09', seats: 30 }),
    ]
    expect(lane('learning', { session: halves }).isReady).toBe(true)
  })
})

describe('people', () => {
  it('are ready where positions are filled, responsibilities carried and staff entered', () => {
    expect(lane('people', coach)).toMatchObject({ isReady: true, gaps: [] })
  })

  it('are not where a post is vacant in the first month or nobody carries what is required', () => {
    const open = {
      ...coach,
      position: [{ id: 'coach', title: 'Coach', status: 'vacant', expectedFillMonth: '2027-08' }] as const,
      responsibility: [{ id: 'r', name: 'Training' }],
    }
    const found = lane('people', open)
    expect(found.isReady).toBe(false)
    expect(found.gaps.map(({ table, rowId }) => [table, rowId])).toEqual([
      ['position', 'coach'],
      ['responsibility', 'r'],
    ])
    const filled = { ...open, position: [{ ...open.position[0], expectedFillMonth: '2027-07' }] }
    expect(lane('people', filled).sentences).toEqual(['Nobody carries “Training”.'])
  })
})

describe('every wave of the sample', () => {
  it('has the five lanes, each with a rule, and gaps where it is not ready', () => {
    const waves = readinessOf(samplePlan())
    expect(waves).toHaveLength(4)
    for (const { lanes } of waves) {
      expect(lanes.map(({ lane: name }) => name)).toEqual(['resources', 'communication', 'data', 'learning', 'people'])
      for (const one of lanes) {
        expect(one.rule).toMatch(/\.$/)
        expect(one.gaps.length > 0).toBe(!one.isReady)
      }
    }
  })
})
