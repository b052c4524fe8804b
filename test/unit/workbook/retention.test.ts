import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isDue, kept } from '../../../electron/workbook/retention'

const hour = 3_600_000
const day = 24 * hour
const now = Date.UTC(2026, 10, 25, 13, 20)

// moments of the last 120 days, many of them close together
const age = fc.oneof(
  fc.integer({ min: 0, max: 120 * day }),
  fc.integer({ min: 0, max: 2 * day }),
  fc.integer({ min: 0, max: 3 * hour }),
)
const moments = fc
  .uniqueArray(age, { maxLength: 150 })
  .map((ages) => ages.map((back) => now - back))
  .filter((list) => list.length > 0)

describe('the backups that are kept', () => {
  test('are the same ones however often they were tidied on the way', () => {
    const laters = fc
      .array(fc.integer({ min: 0, max: 60 * day }), { maxLength: 5 })
      .map((list) => list.toSorted((a, b) => a - b))
    fc.assert(
      fc.property(moments, laters, (all, steps) => {
        let left: readonly number[] = all
        for (const step of steps) left = [...kept(left, now + step)]
        const last = now + (steps.at(-1) ?? 0)
        expect(kept(left, last)).toEqual(kept(all, last))
      }),
    )
  })

  test('always hold the newest, hold nothing that was not there, and stay few', () => {
    fc.assert(
      fc.property(moments, (all) => {
        const keep = kept(all, now)
        expect(keep).toContain(Math.max(...all))
        expect(all).toEqual(expect.arrayContaining([...keep]))
        // hours, days and weeks begin within the span, so each rule may touch one more of its periods
        expect(keep.size).toBeLessThanOrEqual(25 + 15 + 14 + 1)
      }),
    )
  })

  test.each([
    ['an hour', day, hour],
    ['a day', 14 * day, day],
    ['a week', 91 * day, 7 * day],
  ])('leave no gap of more than %s where there was a backup', (_, within, period) => {
    fc.assert(
      fc.property(moments, (all) => {
        const keep = [...kept(all, now)]
        for (const at of all.filter((one) => now - one <= within - period))
          expect(keep.some((one) => one >= at && one - at < period)).toBe(true)
      }),
    )
  })

  test('of four years of work, an hour each, are as many as is said', () => {
    const all = Array.from({ length: 4 * 365 * 24 }, (_, back) => now - back * hour)
    const ages = [...kept(all, now)].map((at) => (now - at) / day)
    expect(ages.filter((days) => days <= 1)).toHaveLength(25)
    expect(ages.filter((days) => days > 1 && days <= 14)).toHaveLength(13)
    expect(ages.filter((days) => days > 14)).toHaveLength(11)
  })

  test('of none are none', () => {
    expect(kept([], now).size).toBe(0)
  })
})

test('a backup is due where there is none, and an hour after the last', () => {
  expect([isDue(null, now), isDue(now - hour, now), isDue(now - hour + 1, now)]).toEqual([true, true, false])
})
