import type { Ledger, LedgerLine } from '../money/ledger'
import { monthsBetween } from '../plan/month'

/** What share (0–1) of a position, session or cost line takes place in a month of the forecast, counted from its start. */
export type Delivery = (kind: LedgerLine['kind'], id: string, month: number) => number

/** Which share of a line one-time money pays in a month of the ledger. */
const oneTimeShare = (line: LedgerLine, place: number): number =>
  line.paid.reduce((sum, payment) => sum + (payment.isRecurring ? 0 : (payment.share[place] ?? 0)), 0)

/**
 * Reads the ledger's delivered shares by month of a forecast that starts in `start`. From `withoutOneTimeMoneyFrom` on
 * (a month), everything that one-time money pays is gone and nobody takes it over (docs/forecast.md). What has no line, because
 * it costs nothing, takes place.
 */
export function deliveryOf(ledger: Ledger, start: string, withoutOneTimeMoneyFrom: string | null): Delivery {
  const lines = new Map(ledger.lines.map((line) => [`${line.kind} ${line.id}`, line]))
  const offset = monthsBetween(ledger.firstMonth, start)
  const goneFrom =
    withoutOneTimeMoneyFrom === null ? Number.POSITIVE_INFINITY : monthsBetween(start, withoutOneTimeMoneyFrom)
  return (kind, id, month) => {
    const line = lines.get(`${kind} ${id}`)
    if (!line) return 1
    const delivered = line.deliveredShare[month + offset] ?? 0
    return month < goneFrom ? delivered : Math.max(0, delivered - oneTimeShare(line, month + offset))
  }
}
