import { compose, invert, normalise } from './algebra'
import type { Change } from './change'
import { merge, type MergeConflict } from './merge'
import type { Plan } from './plan'

/** Whose row is taken where the planner chose. */
export type Side = 'mine' | 'theirs'
/** By `rowKey`; rows that are not in it are merged as they can be. */
export type Choices = ReadonlyMap<string, Side>

export const rowKey = ({ table, id }: { readonly table: string; readonly id: string }): string => `${table} ${id}`

/** What a merge comes to with the choices that were made. */
export type ChosenMerge = {
  /** To the plan as it is here (base with `mine`), in normal form; only to be committed where `problems` is empty. */
  readonly changes: readonly Change[]
  /** Rows that both changed in ways that cannot both be: what is chosen for them decides, mine where nothing is. */
  readonly clashes: readonly MergeConflict[]
  /** What is right in each and wrong together, with these choices. */
  readonly problems: readonly MergeConflict[]
}

const betweenTwo: ReadonlySet<string> = new Set(['changed-twice', 'removed-and-changed', 'added-twice'])

const byRow = (changes: readonly Change[]): ReadonlyMap<string, Change> =>
  new Map(changes.map((change) => [rowKey(change), change]))

/** The two lists as the merge is to see them: what comes first wins, and what was chosen against is not there. */
function arranged(mine: readonly Change[], theirs: readonly Change[], choices: Choices): [Change[], Change[]] {
  const [own, other] = [byRow(mine), byRow(theirs)]
  const first: Change[] = []
  const second: Change[] = []
  for (const key of new Set([...own.keys(), ...other.keys()])) {
    const [a, b] = [own.get(key), other.get(key)]
    const side = choices.get(key)
    if (a && b) {
      first.push(side === 'theirs' ? b : a)
      second.push(side === 'theirs' ? a : b)
    } else if (a && side !== 'theirs') first.push(a)
    else if (b && side !== 'mine') second.push(b)
  }
  return [normalise(first), normalise(second)]
}

/**
 * Merges what two planners changed since `base`, row by row as chosen: for a row that both changed, the fields in which
 * they differ are taken from the side chosen; a row that only one changed is taken, unless the other side is chosen.
 */
export function mergeChosen(
  base: Plan,
  mine: readonly Change[],
  theirs: readonly Change[],
  choices: Choices,
): ChosenMerge {
  const clashes = merge(base, mine, theirs).conflicts.filter(({ code }) => betweenTwo.has(code))
  const merged = merge(base, ...arranged(mine, theirs, choices))
  return {
    changes: compose(invert(mine), merged.changes),
    clashes,
    problems: merged.conflicts.filter(({ code }) => !betweenTwo.has(code)),
  }
}
