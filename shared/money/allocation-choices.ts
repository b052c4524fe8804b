import { addMonths } from '../plan/month'
import { rowsOf, type Plan } from '../plan/plan'
import type { BestUse } from './allocation'
import { runsOf, type Run } from './allocation-changes'
import type { Payer } from './allocation-program'
import { unfundedOf } from './allocation-shares'
import type { FundObjection, PaidItem } from './allocation-stretches'
import { groupBy } from './grouping'
import { sumOf } from './totals'

/** Why a fund does not pay (more) for something: its rules, its dates, or that its amounts of some years are used up. */
export type Obstacle = {
  readonly sourceId: string
  readonly why: FundObjection | 'usedUp'
  /** The fiscal years whose amounts are used up, with what there was for them. */
  readonly years: readonly { readonly fiscalYear: number; readonly amountCents: number }[]
}

/** One line of the answer: who pays which share of what, when, and why it is not otherwise. */
export type Choice = {
  /** Null: nobody pays it. */
  readonly sourceId: string | null
  /** Basis points. */
  readonly share: number
  /** `YYYY-MM`, both inclusive. */
  readonly fromMonth: string
  readonly toMonth: string
  readonly cents: number
  /** Whether the fund pays some of it today. */
  readonly isToday: boolean
  /**
   * For a restricted fund: the years in which its own amount keeps it from paying more. For the general fund and for
   * nobody: every other fund, and why it does not pay instead.
   */
  readonly obstacles: readonly Obstacle[]
}

/** What the best use says of one item. */
export type ItemChoices = {
  readonly item: PaidItem
  /** Whether it is paid otherwise than today. */
  readonly isChanged: boolean
  readonly choices: readonly Choice[]
}

// what the answer may leave of an amount that it uses up, in dollars: holding the objectives before moves fractions of a cent
const tolerance = 0.05

/** The limits that the answer uses to the last cent. */
function usedUp({ allocation, answer }: BestUse): ReadonlySet<number> {
  const used = allocation.limits.map(() => 0)
  allocation.payers.forEach(({ limitAt }, at) => {
    if (limitAt !== null) used[limitAt] = (used[limitAt] ?? 0) + (answer.values[at] ?? 0)
  })
  return new Set(
    [...used.keys()].filter((at) => (used[at] ?? 0) >= (allocation.limits[at]?.leftCents ?? 0) / 100 - tolerance),
  )
}

type Reader = {
  readonly plan: Plan
  readonly best: BestUse
  readonly full: ReadonlySet<number>
  readonly payersOf: ReadonlyMap<number, readonly Payer[]>
}

/** What keeps a fund from paying more over some stretches; null where nothing does. */
function obstacleOf(
  { best, full, payersOf }: Reader,
  sourceId: string,
  stretchesAt: readonly number[],
): Obstacle | null {
  const { stretches, limits } = best.allocation
  const years = new Map<number, number>()
  let why: FundObjection | null = null
  for (const at of stretchesAt) {
    why ??= stretches[at]?.objections.get(sourceId) ?? null
    const payer = payersOf.get(at)?.find((each) => each.sourceId === sourceId)
    const limit = payer?.limitAt === undefined || payer.limitAt === null ? undefined : limits[payer.limitAt]
    if (limit && payer && full.has(payer.limitAt ?? -1)) years.set(limit.fiscalYear, limit.spentCents + limit.leftCents)
  }
  const used = [...years].map(([fiscalYear, amountCents]) => ({ fiscalYear, amountCents }))
  if (used.length > 0) return { sourceId, why: 'usedUp', years: used }
  return why === null ? null : { sourceId, why, years: [] }
}

const monthsOf = ({ best }: Reader, { from, to }: Pick<Run, 'from' | 'to'>) => ({
  fromMonth: addMonths(best.ledger.firstMonth, from),
  toMonth: addMonths(best.ledger.firstMonth, to),
})

function paidCents({ best }: Reader, { item, sourceId, from, to }: Run): number {
  const lines = best.ledger.lines.filter((line) => line.kind === item.kind && line.id === item.id)
  const payments = lines.flatMap(({ paid }) => paid.filter((payment) => payment.sourceId === sourceId))
  return payments.reduce((sum, { cents }) => sum + sumOf(cents, from, to + 1), 0)
}

function runChoice(reader: Reader, run: Run): Choice {
  const { plan, best } = reader
  const { stretches, generalIds } = best.allocation
  const isGeneral = generalIds.has(run.sourceId)
  const others = rowsOf(plan, 'fundingSource').filter(({ id }) => !generalIds.has(id))
  const asked = isGeneral ? others.map(({ id }) => id) : run.share < 10_000 ? [run.sourceId] : []
  return {
    sourceId: run.sourceId,
    share: run.share,
    ...monthsOf(reader, run),
    cents: paidCents(reader, run),
    isToday: run.stretchesAt.some((at) => (stretches[at]?.today.get(run.sourceId)?.cents ?? 0) > 0),
    obstacles: asked.flatMap((sourceId) => obstacleOf(reader, sourceId, run.stretchesAt) ?? []),
  }
}

/** What nobody pays of an item, in stretches that follow each other with one and the same share. */
function unfundedChoices(reader: Reader, places: readonly number[]): Choice[] {
  const { plan, best } = reader
  const { allocation, answer, shares } = best
  const open = places.filter((at) => unfundedOf(allocation, answer, at) > 0)
  const shareOf = (at: number): number =>
    10_000 - [...(shares[at] ?? new Map<string, number>()).values()].reduce((a, b) => a + b, 0)
  const runs: number[][] = []
  for (const at of open) {
    const last = runs.at(-1)?.at(-1)
    if (last === at - 1 && shareOf(last) === shareOf(at)) runs.at(-1)?.push(at)
    else runs.push([at])
  }
  return runs.map((run) => {
    const first = allocation.stretches[run[0] ?? 0]
    const last = allocation.stretches[run.at(-1) ?? 0]
    const ids = rowsOf(plan, 'fundingSource').map(({ id }) => id)
    return {
      sourceId: null,
      share: shareOf(run[0] ?? 0),
      ...monthsOf(reader, { from: first?.from ?? 0, to: last?.to ?? 0 }),
      cents: run.reduce((sum, at) => sum + unfundedOf(allocation, answer, at), 0),
      isToday: false,
      obstacles: ids.flatMap((sourceId) => obstacleOf(reader, sourceId, run) ?? []),
    }
  })
}

/** The answer item by item: what each fund pays and what nobody pays, each line with what stands against another choice. */
export function choicesOf(plan: Plan, best: BestUse): ItemChoices[] {
  const { stretches, payers } = best.allocation
  const reader: Reader = {
    plan,
    best,
    full: usedUp(best),
    payersOf: groupBy(payers, ({ stretchAt }) => stretchAt),
  }
  const changed = new Set<string>()
  for (const change of best.changes) {
    const row =
      change.kind === 'update' ? plan.assignment.get(change.id) : change.table === 'assignment' ? change.row : null
    for (const id of [row?.positionId, row?.sessionId, row?.costLineId]) if (typeof id === 'string') changed.add(id)
  }
  const runs = groupBy(runsOf(stretches, best.shares), ({ item }) => item.id)
  return [...groupBy(stretches.keys(), (at) => stretches[at]?.item.id ?? '')].flatMap(([id, places]): ItemChoices[] => {
    const item = stretches[places[0] ?? 0]?.item
    if (!item) return []
    const choices = [...(runs.get(id) ?? []).map((run) => runChoice(reader, run)), ...unfundedChoices(reader, places)]
    return [{ item, isChanged: changed.has(id), choices }]
  })
}
