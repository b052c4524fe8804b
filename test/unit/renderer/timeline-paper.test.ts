import { closedKeys, openLanes } from '@shared/forecast/timeline'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { paper, paperPages } from '../../../renderer/screens/timeline/paper-pages.ts'
import { samplePlan } from '../../fixtures/sample-plan.ts'
import { bareTimeline } from '../forecast/timeline-of.ts'

const timeline = bareTimeline(samplePlan())
const all = openLanes(timeline.lanes, closedKeys(timeline.lanes, new Set()))

describe('the timeline on paper', () => {
  it('has every month once across and every line once down, on pages that are not overfull', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: all.length }), (wide, count) => {
        const lanes = all.slice(0, count)
        const pages = paperPages(timeline, lanes, wide)
        const across = pages.filter((page) => page.lanes === pages[0]?.lanes)
        expect(across).toHaveLength(wide)
        expect(across.map(({ firstMonth }) => firstMonth)).toEqual(
          [timeline.firstMonth, ...across.map(({ lastMonth }) => lastMonth + 1)].slice(0, -1),
        )
        expect(across.at(-1)?.lastMonth).toBe(timeline.lastMonth)
        const down = pages.filter(({ firstMonth }) => firstMonth === timeline.firstMonth)
        expect([...new Set(down.flatMap((page) => page.lanes))]).toEqual(lanes)
        for (const page of down) expect(page.lanes.length).toBeLessThanOrEqual(paper.rows)
      }),
    )
  })

  it('puts the line of a group above what goes on from the page before', () => {
    const pages = paperPages(timeline, all, 1)
    expect(pages.length).toBeGreaterThan(2)
    expect(pages.every((page) => page.lanes[0]?.level === 0)).toBe(true)
    expect(pages.slice(0, -1).every((page) => page.lanes.at(-1)?.level !== 0)).toBe(true)
  })
})
