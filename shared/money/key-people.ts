import { rowsOf, type Plan } from '../plan/plan'
import type { Row } from '../plan/tables'
import { groupBy } from './grouping'
import { positionsInPost } from './position-months'

/** What falls if one person leaves: what they carry without anybody behind, and what somebody else could take over. */
export type KeyPerson = {
  /** A role or a code, as it is typed. */
  readonly carrier: string
  /** Required, with nobody behind. */
  readonly falls: readonly Row<'responsibility'>[]
  /** Required, with somebody named who could take over. */
  readonly covered: readonly Row<'responsibility'>[]
  /** The positions that they hold in the month without a backup, with the FTE that would be missing. */
  readonly positions: readonly { readonly position: Row<'position'>; readonly fte: number }[]
}

const plain = (text: string): string => text.trim().toLowerCase()

/** Whether a carrier is who holds a position: its code, or its title where it has none. */
const isHeldBy = ({ code, title }: Row<'position'>, carrier: string): boolean =>
  plain(code ?? title) === carrier || (plain(title) === carrier && code !== null)

/**
 * Everybody on whom something rests in a month (`YYYY-MM`): responsibilities that are required and who carries them,
 * positions that nobody backs up. Those with whom the most falls first.
 */
export function keyPeople(plan: Plan, month: string): KeyPerson[] {
  const required = rowsOf(plan, 'responsibility').filter(
    ({ isRequired, carriedBy }) => isRequired && carriedBy !== null,
  )
  const posts = positionsInPost(plan, month).filter(({ position }) => position.backup === null)
  const byCarrier = groupBy(required, ({ carriedBy }) => plain(carriedBy ?? ''))
  const taken = new Set<string>()
  const named = [...byCarrier].map(([carrier, rows]): KeyPerson => {
    const own = posts.filter(({ position }) => isHeldBy(position, carrier))
    for (const { position } of own) taken.add(position.id)
    return {
      carrier: rows[0]?.carriedBy ?? '',
      falls: rows.filter(({ backup }) => backup === null),
      covered: rows.filter(({ backup }) => backup !== null),
      positions: own.map(({ position, period }) => ({ position, fte: period.fte / 100 })),
    }
  })
  const alone = posts
    .filter(({ position }) => !taken.has(position.id))
    .map(({ position, period }): KeyPerson => ({
      carrier: position.code === null ? position.title : `${position.title} (${position.code})`,
      falls: [],
      covered: [],
      positions: [{ position, fte: period.fte / 100 }],
    }))
  const weight = ({ falls, positions }: KeyPerson): number => falls.length * 100 + positions.length
  return [...named, ...alone].toSorted((a, b) => weight(b) - weight(a))
}
