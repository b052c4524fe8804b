import { render } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { edges } from '../../../renderer/charts/AreaPicture'
import type { Figure } from '../../../renderer/charts/figure'
import { lightPalette } from '../../../renderer/charts/palette'
import { ReportPicture } from '../../../renderer/charts/ReportPicture'

const series = [
  { key: 'a', label: 'With fidelity', values: [0.1, 0.4] },
  { key: 'b', label: 'Using, not yet well', values: [0.2, 0.2] },
  { key: 'c', label: 'Vacant', values: [0.7, 0] },
]

describe('a chart of parts of a whole', () => {
  it('stacks its parts, hatches every second one and names each at its end', () => {
    const { container } = render(
      <ReportPicture
        chart={{
          id: 'states',
          title: 'Half of the staff use it',
          summary: 'At the end.',
          kind: 'stackedArea',
          x: { label: 'Month', kind: 'month', values: ['2026-07', '2026-08'] },
          y: { label: 'Share of staff', kind: 'share' },
          series,
          lines: [],
        }}
        palette={lightPalette}
        width={600}
      />,
    )
    const areas = [...container.querySelectorAll('[data-area] > path:first-child')]
    expect(areas.map((area) => area.parentElement?.getAttribute('data-area'))).toEqual(['a', 'b', 'c'])
    const fills = areas.map((area) => area.getAttribute('fill'))
    expect(fills[0]).toBe(lightPalette.series[0])
    const hatch = /^url\(#(.+)\)$/.exec(fills[1] ?? '')?.[1] ?? ''
    expect(container.querySelector(`pattern[id="${hatch}"] path`)).not.toBeNull()
    expect(container.querySelector('[role="img"]')?.getAttribute('aria-label')).toBe(
      'Half of the staff use it. At the end.',
    )
    for (const { label } of series) expect(container.textContent).toContain(label)
  })

  it('lays each part on the one below', () => {
    const figure = { categories: ['Jul 2026', 'Aug 2026'], series } as unknown as Figure
    const tidy = (values: number[]): number[] => values.map((value) => Number(value.toFixed(6)))
    expect(edges(figure).map(({ low, high }) => [tidy(low), tidy(high)])).toEqual([
      [
        [0, 0],
        [0.1, 0.4],
      ],
      [
        [0.1, 0.4],
        [0.3, 0.6],
      ],
      [
        [0.3, 0.6],
        [1, 0.6],
      ],
    ])
  })
})
