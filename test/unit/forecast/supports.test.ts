import type { CompileOptions } from '@shared/forecast/compile'
import { describe, expect, it } from 'vitest'
import { planOf, setting, type GivenRows } from '../money/plan-of.ts'
import { compile, compiledOf, district } from './district-of.ts'

const fullHours = 140 * 0.6
const period = (positionId: string, more: object = {}) => ({ positionId, fromMonth: '2026-07', ...more })
const supportsOf = (given: GivenRows, options?: CompileOptions) =>
  compile({ ...district, ...given }, options).input.supports

describe('coach hours', () => {
  it('are FTE × hours of a full month × time with practitioners, at the school where the coach works', () => {
    const supports = supportsOf({
      position: [
        { id: 'a', title: 'A' },
        { id: 'b', title: 'B', practitionerTimeShare: 5000 },
        { id: 'c', title: 'C' },
      ],
      positionPeriod: [
        period('a', { unitId: 'oak' }),
        period('b', { unitId: 'district', fte: 50 }),
        period('c', { unitId: null, rolloutShare: 2500 }),
      ],
    })
    expect(supports.coachHoursByUnit).toEqual({ oak: Array.from({ length: 36 }, () => fullHours) })
    expect(supports.coachHours[0]).toBeCloseTo(0.5 * 140 * 0.5 + 0.25 * fullHours, 12)
  })

  it('come only from coaches that are in post', () => {
    const supports = supportsOf({
      position: [
        { id: 'a', title: 'A', status: 'vacant', expectedFillMonth: '2026-09' },
        { id: 'b', title: 'B', status: 'frozen' },
        { id: 'c', title: 'C', function: 'leader' },
      ],
      positionPeriod: [period('a'), period('b'), period('c')],
    })
    expect(supports.coachHours.slice(0, 4)).toEqual([0, 0, fullHours, fullHours])
  })

  const granted: GivenRows = {
    fundingSource: [
      { id: 'grant', name: 'Grant', isRecurring: false, obligationEndMonth: '2026-08' },
      { id: 'general', name: 'General fund' },
    ],
    position: [{ id: 'a', title: 'A' }],
    positionPeriod: [period('a', { salaryCents: 6_000_000 })],
    assignment: [
      { positionId: 'a', sourceId: 'grant', share: 8000 },
      { positionId: 'a', sourceId: 'general', share: 2000 },
    ],
  }

  it('fall to the share that is still funded, and stay where what is unfunded goes on', () => {
    expect(supportsOf(granted).coachHours[2]).toBeCloseTo(0.2 * fullHours, 12)
    const goOn = supportsOf({ ...granted, setting: [setting('unfundedPolicy', 'continue')] })
    expect(goOn.coachHours[2]).toBeCloseTo(fullHours, 12)
  })

  it('lose what one-time money pays when it is taken away, whatever the plan does with gaps', () => {
    for (const policy of ['stop', 'continue']) {
      const given = { ...granted, setting: [setting('unfundedPolicy', policy)] }
      const { coachHours } = supportsOf(given, { withoutOneTimeMoneyFrom: '2026-08' })
      expect(coachHours[0]).toBeCloseTo(fullHours, 12)
      expect(coachHours[1]).toBeCloseTo(0.2 * fullHours, 12)
    }
  })

  it('count as funded where no fund is named, which is an assumption', () => {
    const { input, assumptions } = compile({
      ...district,
      position: granted.position!,
      positionPeriod: granted.positionPeriod!,
    })
    expect(input.supports.coachHours[35]).toBe(fullHours)
    expect(assumptions).toMatchObject([{ table: 'position', id: 'a', value: 'funded' }])
  })
})

describe('system building', () => {
  it('is the FTE in post over the FTE needed, never more than all', () => {
    const supports = supportsOf({
      position: [
        { id: 'a', title: 'A', function: 'systems' },
        { id: 'b', title: 'B', function: 'systems', status: 'vacant', expectedFillMonth: '2026-08' },
      ],
      positionPeriod: [period('a', { fte: 150 }), period('b', { fte: 300 })],
    })
    expect(supports.capacityInvestment.slice(0, 2)).toEqual([0.5, 1])
  })
})

describe('positions of a region', () => {
  it('are shared by its districts by headcount', () => {
    const plan = planOf({
      ...district,
      unit: [
        ...district.unit!,
        { id: 'region', name: 'Region', kind: 'region' },
        { id: 'north', name: 'North', kind: 'district', parentId: 'region' },
        { id: 'fir', name: 'Fir', parentId: 'north', waveId: 'pilot' },
      ],
      staffGroup: [...district.staffGroup!, { unitId: 'fir', roleId: 'teacher', headcount: 25 }],
      position: [{ id: 'a', title: 'A' }],
      positionPeriod: [period('a', { unitId: 'region' })],
    })
    const [first, second] = compiledOf(plan).map(({ input }) => input.supports.coachHours[0])
    expect(first).toBeCloseTo(0.8 * fullHours, 12)
    expect(second).toBeCloseTo(0.2 * fullHours, 12)
  })
})

describe('sessions', () => {
  const held = (session: object, more: GivenRows = {}) =>
    supportsOf({
      ...more,
      session: [
        {
          id: 'session',
          title: 'Basics',
          month: '2026-08',
          hours: 7,
          attendancePlanned: 8000,
          methods: ['theory', 'practice'],
          componentIds: ['reading'],
          ...session,
        },
      ],
    }).sessions

  it('reach their audience by seats and attendance; the highest method carries over as far as the hours suffice', () => {
    expect(held({ seats: 50 })).toEqual([
      { month: 1, groupIds: ['oak-t', 'elm-t'], componentIds: ['reading'], coverage: 0.4, transfer: 0.05 * 0.5 },
    ])
  })

  it('are one entry for each transfer that their components have', () => {
    const sessions = held({ componentIds: ['reading', 'data'], methods: ['coaching'], waveIds: ['pilot'] })
    expect(sessions.map(({ componentIds, transfer, coverage }) => [componentIds, transfer, coverage])).toEqual([
      [['reading'], 0.3, 0.8],
      [['data'], 0.6, 0.8],
    ])
    expect(held({ componentIds: ['reading', 'data'], hours: 14 })).toHaveLength(1)
  })

  it.each([
    ['tempered', ['theory'], 0],
    ['tempered', ['demonstration'], 0],
    ['tempered', ['practice'], 0.05],
    ['tempered', ['practice', 'coaching'], 0.6],
    ['alternative', ['theory'], 0.05],
    ['alternative', ['demonstration'], 0.1],
    ['alternative', ['practice'], 0.2],
    ['alternative', ['coaching', 'theory'], 0.6],
    ['alternative', [], 0],
  ])('carry over by the %s profile with %j: %d', (profile, methods, transfer) => {
    const sessions = held({ methods, hours: 100 }, { setting: [setting('trainingProfile', profile)] })
    expect(sessions[0]!.transfer).toBe(transfer)
  })

  it('before the start are history, and those after the end are not looked at', () => {
    expect(held({ month: '2026-06' })).toEqual([])
    expect(held({ month: '2029-07' })).toEqual([])
    expect(held({ month: '2029-06' })).toHaveLength(1)
  })

  it('are held as far as they are funded', () => {
    const more: GivenRows = {
      fundingSource: [{ id: 'grant', name: 'Grant' }],
      assignment: [{ sessionId: 'session', sourceId: 'grant', share: 5000 }],
    }
    expect(held({ leaderFeeCents: 100_000 }, more)[0]!.coverage).toBe(0.4)
  })
})
