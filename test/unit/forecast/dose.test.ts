import { dosesOf } from '@shared/forecast/dose'
import { weekday } from '@shared/plan/day'
import { attendances } from '@shared/money/attendance'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arbitraryPlan } from '../../fixtures/arbitrary-plan.ts'
import { planOf, type GivenRows } from '../money/plan-of.ts'
import { district } from './district-of.ts'

const doseOf = (session: GivenRows['session'], componentId = 'reading', waveId = 'pilot') => {
  const dose = dosesOf(planOf({ ...district, ...(session ? { session } : {}) })).find(
    (one) => one.componentId === componentId && one.waveId === waveId && one.roleId === 'teacher',
  )
  if (!dose) throw new Error('no such dose')
  return dose
}
const first = { title: 'First', month: '2026-09', componentIds: ['reading'], hours: 10, attendancePlanned: 9000 }

describe('the dose', () => {
  it('is nothing without sessions, against what the component needs', () => {
    expect(doseOf([])).toMatchObject({ headcount: 40, neededHours: 14, offeredHours: 0, expectedHours: 0 })
  })

  it('adds up the hours of the sessions that are for these people and this component', () => {
    const more = { ...first, title: 'More', hours: 4 }
    const others = [
      { ...first, title: 'Other component', componentIds: ['data'] },
      { ...first, title: 'Other wave', waveIds: ['wave'] },
    ]
    expect(doseOf([first, more, ...others])).toMatchObject({ offeredHours: 14, expectedHours: 12.6 })
  })

  it('counts a seat for some as a part of the hours for all', () => {
    expect(doseOf([{ ...first, waveIds: ['pilot'], seats: 10 }])).toMatchObject({
      offeredHours: 2.5,
      expectedHours: 2.25,
    })
  })

  it('is once the hours over a series whose sessions share the people among them', () => {
    const half = { ...first, series: 'Half', waveIds: ['pilot'], seats: 20 }
    expect(doseOf([half, { ...half, title: 'Second half', month: '2026-10' }]).offeredHours).toBeCloseTo(10)
  })

  it('leaves out what comes more than a year after the start of the wave', () => {
    const at = (month: string) => doseOf([{ ...first, month }]).offeredHours
    expect([at('2027-06'), at('2027-07')]).toEqual([10, 0])
  })

  it('goes by who came, where that is known, but offers what it offered', () => {
    expect(doseOf([{ ...first, attendanceActual: 5000 }])).toMatchObject({ offeredHours: 10, expectedHours: 5 })
  })

  it('gives all people together the hours of the attendance that the forecast uses', () => {
    fc.assert(
      fc.property(arbitraryPlan(), (any) => {
        const wave = new Map([...any.wave].map(([id, row]) => [id, { ...row, startMonth: null }]))
        const plan = { ...any, wave }
        const inWaves = new Set(
          [...plan.staffGroup.values()]
            .filter(({ unitId, headcount }) => headcount > 0 && plan.wave.has(plan.unit.get(unitId)?.waveId ?? ''))
            .map(({ id }) => id),
        )
        const attended = attendances(plan)
        // where everyone invited is in a wave, both sides count the same people
        fc.pre(
          attended.every(({ groupIds }) =>
            groupIds.every((id) => inWaves.has(id) || plan.staffGroup.get(id)!.headcount === 0),
          ),
        )
        const given = attended.reduce(
          (sum, { session, attendees, audience }) =>
            sum +
            (audience > 0
              ? session.hours * attendees * session.componentIds.filter((id) => plan.component.has(id)).length
              : 0),
          0,
        )
        const got = dosesOf(plan).reduce((sum, { headcount, expectedHours }) => sum + headcount * expectedHours, 0)
        expect(Math.abs(got - given)).toBeLessThanOrEqual(1e-6 * Math.max(1, given))
      }),
      { numRuns: 100 },
    )
  })
})

describe('the day of the week', () => {
  it('is that of the calendar, over leap years and centuries', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1990-01-01'), max: new Date('2150-12-31'), noInvalidDate: true }),
        (date) => {
          expect(weekday(date.toISOString().slice(0, 10))).toBe(date.getUTCDay())
        },
      ),
    )
  })
})
