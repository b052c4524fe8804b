import { seriesColour, type Palette } from './palette'

/** Every second area or bar is hatched, each in a way of its own, as in the Excel report: grey is enough to tell neighbors apart. */
const hatches: Readonly<Record<number, string>> = {
  1: 'M-2,2 l4,-4 M0,8 l8,-8 M6,10 l4,-4',
  3: 'M-2,6 l4,4 M0,0 l8,8 M6,-2 l4,4',
  5: 'M0,2 h8 M0,6 h8',
}
const kinds = 6

/** The id of a series's pattern in a chart whose patterns begin with `prefix`; null for one that is filled through. */
const patternId = (prefix: string, n: number): string | null => (hatches[n % kinds] ? `${prefix}-${n}` : null)

/** How the nth area or bar is filled. */
export const seriesFill = (palette: Palette, prefix: string, n: number): string => {
  const id = patternId(prefix, n)
  return id === null ? seriesColour(palette, n) : `url(#${id})`
}

type Props = { readonly palette: Palette; readonly prefix: string; readonly count: number }

/** The patterns that `seriesFill` names, for a chart of so many series. */
export function SeriesPatterns({ palette, prefix, count }: Props) {
  return (
    <defs>
      {Array.from({ length: count }, (_, n) => {
        const id = patternId(prefix, n)
        return id === null ? null : (
          <pattern key={id} id={id} width={8} height={8} patternUnits="userSpaceOnUse">
            <rect width={8} height={8} fill={palette.background} />
            <path d={hatches[n % kinds]} stroke={seriesColour(palette, n)} strokeWidth={2} fill="none" />
          </pattern>
        )
      })}
    </defs>
  )
}
