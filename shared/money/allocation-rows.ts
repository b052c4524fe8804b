import type { FundStanding } from './allocation-standing'

/** Who pays how much today and with the best use, in whole cents. */
export type StandingRow = {
  /** A fund's id, or what the row says of all. */
  readonly key: string
  readonly label: string
  readonly todayCents: number
  readonly bestCents: number
  readonly isTotal: boolean
}

const isShown = ({ todayCents, bestCents }: StandingRow): boolean =>
  Math.round(todayCents / 100) !== 0 || Math.round(bestCents / 100) !== 0

/** Two standings side by side: what nobody pays, what is wrong with either (where anything is), every fund, the sum. */
export function standingRows(today: FundStanding, best: FundStanding): StandingRow[] {
  const row = (key: string, label: string, todayCents: number, bestCents: number, isTotal = false): StandingRow => ({
    key,
    label,
    todayCents,
    bestCents,
    isTotal,
  })
  const wrong = [
    row('unnamed', 'Counted as paid, no fund named', today.unnamedCents, best.unnamedCents),
    row('beyond', 'Promised beyond what funds give', today.beyondCents, best.beyondCents),
    row('forbidden', 'Paid by funds that may not pay it', today.forbiddenCents, best.forbiddenCents),
  ]
  return [
    row('unfunded', 'Nobody', today.unfundedCents, best.unfundedCents),
    ...wrong.filter(isShown),
    ...today.bySource.map(({ sourceId, name, cents }) =>
      row(sourceId, name, cents, best.bySource.find((each) => each.sourceId === sourceId)?.cents ?? 0),
    ),
    row('cost', 'Cost in all', today.costCents, best.costCents, true),
  ]
}
