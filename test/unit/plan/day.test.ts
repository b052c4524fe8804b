import { dayNumber, daysBetween } from '@shared/plan/day'
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
