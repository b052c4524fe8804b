import { describe, expect, it } from 'vitest'
import { edgeStep, isInView } from '../../../../renderer/components/DataSheet/range/edge-step.ts'

const view = { top: 100, bottom: 400, left: 50, right: 800 }

describe('a drag at the edge of a sheet', () => {
  it('rests while the pointer is over the cells', () => {
    for (const point of [
      { x: 50, y: 100 },
      { x: 800, y: 400 },
      { x: 300, y: 250 },
    ]) {
      expect(edgeStep(point, view)).toEqual({ rows: 0, columns: 0 })
      expect(isInView(point, view)).toBe(true)
    }
  })

  it('goes on to the side on which the pointer is, faster the farther it is', () => {
    expect(edgeStep({ x: 300, y: 401 }, view)).toEqual({ rows: 1, columns: 0 })
    expect(edgeStep({ x: 300, y: 460 }, view)).toEqual({ rows: 3, columns: 0 })
    expect(edgeStep({ x: 300, y: 9000 }, view)).toEqual({ rows: 8, columns: 0 })
    expect(edgeStep({ x: 300, y: 70 }, view)).toEqual({ rows: -2, columns: 0 })
    expect(edgeStep({ x: 900, y: 300 }, view)).toEqual({ rows: 0, columns: 1 })
    expect(edgeStep({ x: 0, y: 90 }, view)).toEqual({ rows: -1, columns: -1 })
    expect(isInView({ x: 900, y: 300 }, view)).toBe(false)
  })
})
