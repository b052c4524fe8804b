import { applyChanges } from '../plan/apply'
import type { Change } from '../plan/change'
import type { Plan } from '../plan/plan'
import type { Allocation, FundLimit, Payer } from './allocation-program'
import type { Today } from './allocation-stretches'
import { chargedIn, chargesOf, type Charges } from './charges'
import { ledgerOf, type Ledger } from './ledger'
import type { LinearAnswer } from './linear-program'

/** Shares by fund of one stretch, in basis points that add up to at most 10,000. */
export type Shares = ReadonlyMap<string, number>

const whole = 10_000
// what a program's answer may be off by, in dollars
const tolerance = 1e-5

/** What the answer leaves without funds of a stretch, in whole cents. */
export const unfundedOf = ({ payers }: Allocation, { values }: LinearAnswer, stretchAt: number): number =>
  Math.round((values[payers.length + stretchAt] ?? 0) * 100)

/** What a fund pays of a stretch by the answer (0–1), and what it pays today where that is a whole share. */
type Exact = { readonly sourceId: string; readonly share: number; readonly today: number | null }

/** A share that rounding to cents has moved from what it is today by less than this many basis points is as today. */
const nearToday = 1

/** A share that is as today stays so; any other is rounded down. */
function roundedShare({ share, today }: Exact): { readonly down: number; readonly rest: number } {
  const isAsToday = today !== null && Number.isInteger(today) && Math.abs(share * whole - today) < nearToday
  const down = isAsToday ? today : Math.floor(share * whole + 1e-6)
  return { down, rest: isAsToday ? 0 : share * whole - down }
}

/**
 * Rounds what each fund pays of a stretch to whole basis points: down, and where all of it is paid what is left goes to
 * those that were rounded down most, so that nothing is lost.
 */
function roundedShares(exact: readonly Exact[], isPaidInFull: boolean): Map<string, number> {
  const parts = exact.map((each) => ({ sourceId: each.sourceId, ...roundedShare(each) }))
  const open = whole - parts.reduce((sum, { down }) => sum + down, 0)
  let left = isPaidInFull ? open : Math.min(open, 0)
  const shares = new Map<string, number>()
  for (const { sourceId, down, rest } of parts.toSorted((a, b) => b.rest - a.rest)) {
    const more = left < 0 ? Math.max(left, -down) : left > 0 && rest > 0 ? 1 : 0
    left -= more
    if (down + more > 0) shares.set(sourceId, down + more)
  }
  return shares
}

/** The answer of the program as shares of every stretch, before it is held against the funds' amounts to the cent. */
function sharesOf({ stretches, payers }: Allocation, { values }: LinearAnswer): Map<string, number>[] {
  const exact: Exact[][] = stretches.map(() => [])
  payers.forEach(({ stretchAt, sourceId }, at) => {
    const stretch = stretches[stretchAt]
    const paid = values[at] ?? 0
    if (!stretch || paid <= tolerance) return
    const today: Today | undefined = stretch.today.get(sourceId)
    exact[stretchAt]?.push({
      sourceId,
      share: Math.min(1, (paid * 100) / stretch.costCents),
      today: today?.share ?? null,
    })
  })
  return exact.map((paying, stretchAt) => roundedShares(paying, (values[payers.length + stretchAt] ?? 0) < tolerance))
}

/** Shares that hold, the changes that bring them into the plan, and the plan and ledger with them. */
export type Settled = {
  readonly shares: readonly Shares[]
  readonly changes: readonly Change[]
  readonly plan: Plan
  readonly ledger: Ledger
}

/** What a limit still has where the plan is charged so. */
const roomOf = ({ sourceId, fiscalYear, spentCents, leftCents }: FundLimit, charges: Charges): number =>
  leftCents + spentCents - chargedIn(charges, sourceId, fiscalYear)

type Excess = { readonly limitAt: number; readonly cents: number }

function worstExcess(allocation: Allocation, charges: Charges): Excess | null {
  let worst: Excess | null = null
  allocation.limits.forEach((limit, limitAt) => {
    const cents = -roomOf(limit, charges)
    if (cents > (worst?.cents ?? 0)) worst = { limitAt, cents }
  })
  return worst
}

/** Takes what is too much from one fund at its dearest stretch, and gives it to another that has room there, if any. */
function relieve(
  { payers, stretches, limits, generalIds }: Allocation,
  shares: readonly Map<string, number>[],
  charges: Charges,
  { limitAt, cents }: Excess,
): void {
  const costOf = ({ stretchAt }: Payer): number => stretches[stretchAt]?.costCents ?? 0
  const own = payers.filter((payer) => payer.limitAt === limitAt && shares[payer.stretchAt]?.has(payer.sourceId))
  const [from] = own.toSorted((a, b) => costOf(b) - costOf(a))
  const paying = from && shares[from.stretchAt]
  if (!from || !paying) throw new Error('a fund pays more than it has without being asked to')
  const now = paying.get(from.sourceId) ?? 0
  const moved = Math.min(now, Math.ceil((cents * whole) / costOf(from)))
  if (moved === now) paying.delete(from.sourceId)
  else paying.set(from.sourceId, now - moved)
  // every month of every part of the item may be rounded up by a cent
  const stretch = stretches[from.stretchAt]
  const needed = (moved * costOf(from)) / whole + 3 * (1 + (stretch?.to ?? 0) - (stretch?.from ?? 0))
  const hasRoom = (limit: FundLimit | undefined): boolean => !limit || roomOf(limit, charges) >= needed
  const [other] = payers
    .filter(({ stretchAt, limitAt: at }) => stretchAt === from.stretchAt && at !== limitAt)
    .filter(({ limitAt: at }) => hasRoom(at === null ? undefined : limits[at]))
    .toSorted((a, b) => Number(generalIds.has(a.sourceId)) - Number(generalIds.has(b.sourceId)))
  if (other) paying.set(other.sourceId, (paying.get(other.sourceId) ?? 0) + moved)
}

/**
 * The program's answer as shares in whole basis points that no fund's amount is exceeded by, to the cent, as the ledger
 * counts. `changesFor` says how shares come into the plan. Rounding costs at most a basis point of a stretch for each fund that pays it.
 */
export function settle(
  plan: Plan,
  allocation: Allocation,
  answer: LinearAnswer,
  changesFor: (shares: readonly Shares[]) => readonly Change[],
): Settled {
  const shares = sharesOf(allocation, answer)
  for (;;) {
    const changes = changesFor(shares)
    const applied = applyChanges(plan, changes)
    if (!applied.ok) throw new Error('the payments do not fit the plan that they were made from')
    const ledger = ledgerOf(applied.value)
    const charges = chargesOf(applied.value, ledger)
    const excess = worstExcess(allocation, charges)
    if (excess === null) return { shares, changes, plan: applied.value, ledger }
    relieve(allocation, shares, charges, excess)
  }
}
