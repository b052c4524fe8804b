import { describe, expect, it } from 'vitest'
import type { Figure } from '../../../renderer/charts/figure'
import { namedApart, nearestCategory, plotOf } from '../../../renderer/charts/over-time-plot'

const figureOf = (categories: readonly string[], format = (value: number) => `${value}`): Figure => ({
  id: 'f',
  title: 'T',
  summary: 'S',
  categoryLabel: 'Month',
  categories,
  series: [],
  format,
})

const months = Array.from({ length: 61 }, (_, at) => `M${at}`)
const size = { width: 800, height: 300, room: 100 }

describe('the plot of a picture over time', () => {
  it('runs from the first category to the last, and from the bottom of the range to its top', () => {
    const plot = plotOf({ figure: figureOf(months), ...size, domain: [0, 1], most: 0.4 })
    expect([plot.x(0), plot.x(60)]).toEqual([plot.left, plot.right])
    expect([plot.left, plot.right]).toEqual([52, 700])
    expect([plot.y(0), plot.y(1)]).toEqual([plot.bottom, plot.top])
    expect(plot.y(0.5)).toBeCloseTo((plot.top + plot.bottom) / 2)
    // what lies past the range stays in the picture
    expect(plot.y(1.2)).toBe(plot.top)
  })

  it('ends an open range at a round value above the largest', () => {
    const plot = plotOf({ figure: figureOf(months), ...size, domain: [0, 'auto'], most: 357 })
    expect(plot.yTicks.map(({ label }) => label)).toEqual(['0', '100', '200', '300', '400'])
    expect(plot.yTicks.at(-1)?.at).toBe(plot.top)
  })

  it('can be drawn where there is nothing to draw', () => {
    for (const categories of [[], ['Only']]) {
      const plot = plotOf({ figure: figureOf(categories), ...size, domain: [0, 'auto'], most: 0 })
      for (const value of [plot.x(0), plot.y(0), ...plot.yTicks.map(({ at }) => at)]) expect(value).toBeGreaterThan(0)
    }
  })

  it('has ticks where they are wanted, else as many as do not touch, the first always', () => {
    const some = plotOf({ figure: figureOf(months), ...size, domain: [0, 1], most: 1, ticks: ['M0', 'M30', 'M60'] })
    expect(some.xTicks.map(({ label }) => label)).toEqual(['M0', 'M30', 'M60'])
    const two = plotOf({ figure: figureOf(['Nov 2025', 'May 2026']), ...size, domain: [0, 1], most: 1 })
    expect(two.xTicks.map(({ label }) => label)).toEqual(['Nov 2025', 'May 2026'])
    const long = months.map((month) => `${month} of a long name`)
    const { xTicks } = plotOf({ figure: figureOf(long), ...size, domain: [0, 1], most: 1 })
    expect(xTicks[0]?.label).toBe('M0 of a long name')
    expect(xTicks.length).toBeGreaterThan(2)
    for (const [at, { at: x }] of xTicks.slice(1).entries())
      expect(x - (xTicks[at]?.at ?? 0)).toBeGreaterThan('M0 of a long name'.length * 6)
  })
})

describe('what lies under the pointer', () => {
  it('is the nearest category, the first or last beyond the ends', () => {
    const plot = plotOf({ figure: figureOf(months), ...size, domain: [0, 1], most: 1 })
    expect([0, plot.x(7) + 2, 800].map((at) => nearestCategory(plot, 61, at))).toEqual([0, 7, 60])
    expect(nearestCategory(plot, 1, 400)).toBe(0)
    expect(nearestCategory(plot, 0, 400)).toBeNull()
  })
})

describe('names beside vertical lines', () => {
  it('take a row of their own where they would lie on each other', () => {
    const plot = { left: 50, right: 700 }
    const [first, second, third] = namedApart(
      [
        { at: 180, label: 'State early literacy grant ends' },
        { at: 460, label: 'Thistledown Family Foundation grant ends' },
        { at: 690, label: 'Title II ends' },
      ],
      plot,
    )
    expect(first).toMatchObject({ isBefore: false, row: 0 })
    expect(second).toMatchObject({ isBefore: true, row: 1 })
    expect(third).toMatchObject({ isBefore: true, row: 0 })
  })
})
