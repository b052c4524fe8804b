import { formatMoney } from '../plan/format'
import type { ScreenName } from './missing'
import type { Status } from './status'

export type FigureKey =
  | 'phase'
  | 'atScaleMonth'
  | 'schoolsAtScale'
  | 'staffAtScale'
  | 'studentsAtScale'
  | 'fidelity'
  | 'capacity'
  | 'coaching'
  | 'cost'
  | 'recurringNeed'
  | 'cliffs'
  | 'vacancies'

/** One headline figure, the same wherever it stands. */
export type Figure = {
  readonly key: FigureKey
  /** What is measured: "Schools at scale". */
  readonly label: string
  /** The bare figure in its `unit` (shares 0–1, months `YYYY-MM`); null where it is not known or never comes. */
  readonly value: number | string | null
  readonly unit: 'phase' | 'month' | 'schools' | 'people' | 'students' | 'share' | 'cents' | 'funds' | 'fte'
  /** As it is printed: "3 of 7". */
  readonly text: string
  readonly status: Status
  /** What it is held against and why it has this status. */
  readonly sentence: string
  /** Where it is made. */
  readonly screen: ScreenName
}

/** To so many decimals, by what fifteen digits show, as spreadsheets do: 2.55 is 2.6, though its double lies below. */
export const rounded = (value: number, decimals: number): number => {
  const scale = 10 ** decimals
  return Math.round(Number((value * scale).toPrecision(14))) / scale
}

/** A share 0–1 as whole percent. */
export const percent = (share: number): string => `${rounded(share * 100, 0)}%`

/** Cents as whole dollars. */
export const dollars = (cents: number): string => formatMoney(Math.round(cents / 100) * 100)

// made once: making one takes longer than all that it writes on a screen
const oneDecimal = new Intl.NumberFormat('en-US', { maximumFractionDigits: 1 })

/** A count with at most one decimal, thousands with commas. */
export const amount = (value: number): string => oneDecimal.format(rounded(value, 1))

/** "1 school", "3 schools". */
export const counted = (count: number, one: string, many: string): string =>
  `${amount(count)} ${count === 1 ? one : many}`
