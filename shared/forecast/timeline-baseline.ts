import { ledgerOf, type Ledger, type LedgerLine } from '../money/ledger'
import { sumOf } from '../money/totals'
import { monthNumber } from '../plan/month'
import type { Plan } from '../plan/plan'
import { dollars } from './figure'
import { noFacts, timelineOf } from './timeline'
import { groupKey, laneKey, type LaneSpan, type TimelineLane } from './timeline-lane'

/** How a lane stands against the same lane of an earlier plan. */
export type BaselineLane = {
  /** Where it was; null where it had no month. */
  readonly span: LaneSpan | null
  /** How many months later it starts (negative: earlier); null where either has no month. */
  readonly startLater: number | null
  /** How many months later it ends; null where either has no month or goes on. */
  readonly endLater: number | null
  /** How much more it costs in the months that both plans count, whole cents; null where it has no cost of its own. */
  readonly moreCents: number | null
}

/** A plan against an earlier one. */
export type Baseline = {
  /** By the key of the lane; lanes that are new are not among them. */
  readonly lanes: ReadonlyMap<string, BaselineLane>
  /** Keys of lanes that the earlier plan did not have. */
  readonly added: readonly string[]
  /** What the earlier plan had and this one has not, by name. */
  readonly removed: readonly string[]
  /** How much more the whole plan costs in the months that both count, whole cents. */
  readonly moreCents: number
}

/** The waves that a line is for alone: its session's one wave, or the wave of the school it serves. */
function waveOf(plan: Plan, line: LedgerLine): string | null {
  const session = line.kind === 'session' ? plan.session.get(line.id) : undefined
  const [only] = session?.waveIds ?? []
  if (only !== undefined && session?.waveIds.length === 1 && session.unitIds.length === 0) return only
  return line.unitId === null ? null : (plan.unit.get(line.unitId)?.waveId ?? null)
}

const groups = { position: 'positions', session: 'sessions', costLine: 'costs' } as const

/** The lanes under which a line of the ledger counts. */
function keysOf(plan: Plan, line: LedgerLine): string[] {
  const waveId = waveOf(plan, line)
  const own = [laneKey({ table: line.kind, id: line.id }), groupKey(groups[line.kind])]
  return waveId === null ? own : [...own, laneKey({ table: 'wave', id: waveId })]
}

/** Costs between two months (as `monthNumber`, the last one not counted) by lane, whole cents. */
function costsByLane(
  plan: Plan,
  ledger: Ledger,
  from: number,
  to: number,
): { all: number; byKey: Map<string, number> } {
  const start = monthNumber(ledger.firstMonth)
  const byKey = new Map<string, number>()
  let all = 0
  for (const line of ledger.lines) {
    const cents = sumOf(line.costCents, from - start, to - start)
    all += cents
    for (const key of keysOf(plan, line)) byKey.set(key, (byKey.get(key) ?? 0) + cents)
  }
  return { all, byKey }
}

function compared(now: TimelineLane, was: TimelineLane, moreCents: number | null): BaselineLane {
  const [a, b] = [now.span, was.span]
  const hasBoth = a !== null && b !== null
  const canEnd = hasBoth && !a.isOpen && !b.isOpen
  return {
    span: b,
    startLater: hasBoth ? a.first - b.first : null,
    endLater: canEnd ? a.last - b.last : null,
    moreCents,
  }
}

/**
 * Every lane of a plan against the same lane of an earlier plan: where it was, how many months later it is now, and what
 * more it costs. Costs are those of the months that both ledgers count, so that a longer forecast is no rise; of a wave
 * they are its own sessions and what is spent at its schools. Moves of the central office have no month here: it would
 * be the forecast that differs, not the plan.
 */
export function baselineOf(now: Plan, earlier: Plan): Baseline {
  const [ledgerNow, ledgerThen] = [ledgerOf(now), ledgerOf(earlier)]
  const starts = [ledgerNow, ledgerThen].map(({ firstMonth }) => monthNumber(firstMonth))
  const ends = [ledgerNow, ledgerThen].map(({ firstMonth, months }) => monthNumber(firstMonth) + months)
  const [from, to] = [Math.max(...starts), Math.min(...ends)]
  const costsNow = costsByLane(now, ledgerNow, from, to)
  const costsThen = costsByLane(earlier, ledgerThen, from, to)
  const lanesNow = timelineOf(now, noFacts).lanes
  const before = new Map(timelineOf(earlier, noFacts).lanes.map((lane) => [lane.key, lane]))
  const more = (key: string): number | null => {
    const [cost, was] = [costsNow.byKey.get(key), costsThen.byKey.get(key)]
    return cost === undefined && was === undefined ? null : (cost ?? 0) - (was ?? 0)
  }
  const lanes = new Map(
    lanesNow.flatMap((lane) => {
      const was = before.get(lane.key)
      return was ? [[lane.key, compared(lane, was, more(lane.key))] as const] : []
    }),
  )
  const there = new Set(lanesNow.map(({ key }) => key))
  return {
    lanes,
    added: lanesNow.flatMap(({ key, place }) => (place !== null && !before.has(key) ? [key] : [])),
    removed: [...before.values()].flatMap(({ key, place, label }) =>
      place !== null && !there.has(key) ? [label] : [],
    ),
    moreCents: costsNow.all - costsThen.all,
  }
}

const laterWords = (months: number): string => {
  const count = Math.abs(months) === 1 ? '1 month' : `${Math.abs(months)} months`
  return `${count} ${months < 0 ? 'earlier' : 'later'}`
}

/** Money more or less: "+$42,000", "−$3,000". */
export const moreWords = (cents: number): string => `${cents < 0 ? '−' : '+'}${dollars(Math.abs(cents))}`

/** A lane against its baseline: "3 months later, +$42,000"; "as before" where nothing differs. */
export function baselineWords({ startLater, endLater, moreCents }: BaselineLane): string {
  const parts = [
    startLater === null || startLater === 0 ? '' : laterWords(startLater),
    endLater === null || endLater === (startLater ?? 0) ? '' : `ends ${laterWords(endLater)}`,
    moreCents === null || moreCents === 0 ? '' : moreWords(moreCents),
  ].filter((part) => part !== '')
  return parts.length === 0 ? 'as before' : parts.join(', ')
}
