import { addDays, addMonthsToDay, dayNumber, daysBetween, weekday, weeksOf } from '@shared/plan/day'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const day = (number: number): string => new Date(number * 86_400_000).toISOString().slice(0, 10)

describe('days between two days', () => {
  it('are those of the calendar, over leap years and centuries', () => {
    expect(daysBetween('2026-02-28', '2026-03-01')).toBe(1)
    expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2)
    expect(daysBetween('1999-12-31', '2100-03-01')).toBe(36_585)
    expect(daysBetween('2026-07-02', '2026-07-01')).toBe(-1)
  })

  it('agree with the engine from 1990 to 2150', () => {
    const range = fc.integer({ min: 7305, max: 66_000 })
    fc.assert(
      fc.property(range, range, (a, b) => {
        expect(daysBetween(day(a), day(b))).toBe(b - a)
      }),
    )
  })

  it('are refused for what is no day', () => {
    expect(() => dayNumber('2026-02-30')).toThrow(RangeError)
    expect(() => dayNumber('2026-2-3')).toThrow(RangeError)
  })
})

describe('steps through the calendar', () => {
  it('go by days as the engine counts them, over months and years', () => {
    const range = fc.integer({ min: 7305, max: 66_000 })
    fc.assert(
      fc.property(range, fc.integer({ min: -800, max: 800 }), (at, count) => {
        expect(addDays(day(at), count)).toBe(day(at + count))
      }),
    )
  })

  it('go by months to the same date, or the last one of a short month', () => {
    expect(addMonthsToDay('2027-01-31', 1)).toBe('2027-02-28')
    expect(addMonthsToDay('2028-01-31', 1)).toBe('2028-02-29')
    expect(addMonthsToDay('2027-03-15', -12)).toBe('2026-03-15')
  })

  it('end where the calendar ends', () => {
    expect(addDays('9999-12-31', 1)).toBe('9999-12-31')
    expect(addDays('0000-01-01', -1)).toBe('0000-01-01')
    expect(addMonthsToDay('9999-12-15', 1)).toBe('9999-12-15')
  })

  it('show every day of a month once, each under its weekday', () => {
    const weeks = weeksOf('2027-09')
    expect(weeks[0]).toEqual([null, null, null, '2027-09-01', '2027-09-02', '2027-09-03', '2027-09-04'])
    const days = weeks.flat().filter((one) => one !== null)
    expect(days).toHaveLength(30)
    for (const week of weeks)
      expect(week.map((one, at) => (one === null ? at : weekday(one)))).toEqual([0, 1, 2, 3, 4, 5, 6])
  })
})
