/** Colours of the charts, checked for 3:1 against the background of their scheme; never the only sign of anything. */
export type Palette = {
  readonly series: readonly string[]
  readonly line: string
  readonly grid: string
  readonly text: string
  readonly background: string
}

export const lightPalette: Palette = {
  series: ['#1c5fa8', '#b04a00', '#237032', '#6a3fa0', '#087055', '#a61e5a'],
  line: '#495057',
  grid: '#dee2e6',
  text: '#343a40',
  background: '#ffffff',
}

export const darkPalette: Palette = {
  series: ['#74b0f4', '#ffa560', '#6fcf7f', '#c3a1f5', '#4fd1b0', '#ff8fbd'],
  line: '#ced4da',
  grid: '#45494f',
  text: '#dee2e6',
  background: '#242424',
}

/** Dashes that go with the colours, so that lines can be told apart without them. */
export const dashes = ['', '7 4', '2 3', '9 3 2 3', '4 4', '1 3'] as const

/** The colour of the nth series. */
export const seriesColour = (palette: Palette, n: number): string =>
  palette.series[n % palette.series.length] ?? palette.text

/** The dash of the nth series; the first is drawn through. */
export const seriesDash = (n: number): string => dashes[n % dashes.length] ?? ''
