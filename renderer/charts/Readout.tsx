import { useState } from 'react'
import type { Figure } from './figure'
import styles from './Readout.module.css'
import { nearestCategory, type Plot } from './over-time-plot'
import { seriesColour, type Palette } from './palette'

type Props = { readonly figure: Figure; readonly palette: Palette; readonly plot: Plot }

type Line = { readonly key: string; readonly label: string; readonly text: string; readonly colour: string }

/** What a figure says of one category, a line for each series and range that has a value there. */
function linesAt({ series, bands = [], format }: Figure, category: number, palette: Palette): Line[] {
  const values = series.flatMap(({ key, label, values: all }, i): Line[] => {
    const value = all[category] ?? null
    return value === null ? [] : [{ key, label, text: format(value), colour: seriesColour(palette, i) }]
  })
  const ranges = bands.map(({ key, label, low, high, seriesAt }): Line => {
    const text = `${format(low[category] ?? 0)}–${format(high[category] ?? 0)}`
    return { key, label, text, colour: seriesColour(palette, seriesAt) }
  })
  return [...values, ...ranges]
}

/** The values under the pointer, in a box beside it. The table of the same figure is the way in without a pointer. */
export function Readout({ figure, palette, plot }: Props) {
  const [category, setCategory] = useState<number | null>(null)
  const label = category === null ? undefined : figure.categories[category]
  const x = category === null ? 0 : plot.x(category)
  const isLeft = x < (plot.left + plot.right) / 2
  return (
    <div
      className={styles['over']}
      aria-hidden
      onPointerMove={(event) =>
        setCategory(
          nearestCategory(
            plot,
            figure.categories.length,
            event.clientX - event.currentTarget.getBoundingClientRect().left,
          ),
        )
      }
      onPointerLeave={() => setCategory(null)}
    >
      {category !== null && label !== undefined && (
        <>
          <div
            className={styles['at']}
            style={{ left: x, top: plot.top, height: plot.bottom - plot.top, background: palette.line }}
          />
          <div
            className={styles['box']}
            style={{
              top: plot.top,
              ...(isLeft ? { left: x + 12 } : { right: `calc(100% - ${x - 12}px)` }),
              background: palette.background,
              borderColor: palette.grid,
              color: palette.text,
            }}
          >
            <strong>{label}</strong>
            {linesAt(figure, category, palette).map((line) => (
              <span key={line.key} style={{ borderColor: line.colour }} className={styles['line']}>
                {line.label}: {line.text}
              </span>
            ))}
          </div>
        </>
      )}
    </div>
  )
}
