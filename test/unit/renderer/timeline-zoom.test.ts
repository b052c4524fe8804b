import { timelineZooms } from '@shared/contract/timeline-layout'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { monthWidthOf, usualOutline } from '../../../renderer/screens/timeline/geometry.ts'

// what a window of 1280 pixels leaves to the timeline beside the navigation, with a scroll bar
const frame = 914
const room = frame - usualOutline(frame) - 2

describe('how close the timeline is looked at', () => {
  it('shows five years at once in a small window, and three years with their terms', () => {
    expect(monthWidthOf('plan', 60, room) * 60).toBeLessThanOrEqual(room)
    expect(monthWidthOf('year', 60, room) * 36).toBeLessThanOrEqual(room)
    expect(monthWidthOf('year', 60, room)).toBeGreaterThan(monthWidthOf('plan', 60, room))
  })

  it('gives names more room in a large window', () => {
    expect(usualOutline(1640)).toBeGreaterThan(usualOutline(frame))
  })

  it('never shows months narrower from closer by, nor leaves room empty, for any plan and window', () => {
    fc.assert(
      fc.property(fc.integer({ min: 12, max: 140 }), fc.integer({ min: 200, max: 4000 }), (months, wide) => {
        const widths = timelineZooms.map((zoom) => monthWidthOf(zoom, months, wide))
        expect(widths).toEqual(widths.toSorted((a, b) => a - b))
        expect(Math.min(...widths) * months).toBeGreaterThanOrEqual(wide - 0.001)
      }),
    )
  })
})
