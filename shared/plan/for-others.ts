import type { Plan } from './plan'
import { tableNames, type TableName } from './table-name'
import type { AnyRow, Row } from './tables'

/** What a copy of a plan for others keeps. */
export type ForOthersChoices = {
  readonly hasNames: boolean
  readonly hasSalaries: boolean
  readonly hasNotes: boolean
}

/** The fields in which people are named, by their name, a code or a number that is theirs. */
export const nameFields: Readonly<Partial<Record<TableName, readonly string[]>>> = {
  component: ['owner'],
  session: ['facilitators'],
  position: ['code', 'backup'],
  responsibility: ['carriedBy', 'backup'],
  milestone: ['owner'],
  communication: ['owner'],
  barrier: ['owner', 'escalatedTo'],
  decision: ['owner'],
  gate: ['decidedBy'],
  report: ['contact'],
}

const fold = (text: string): string => text.trim().toLowerCase()
const rowsIn = (plan: Plan, table: TableName): Iterable<AnyRow> => plan[table].values()

/** Words that are no person's: the plan's own roles, positions, duties and places stay as they are. */
const roleWordsOf = (plans: readonly Plan[]): ReadonlySet<string> =>
  new Set(
    plans.flatMap((plan) => [
      ...[...plan.role.values()].map(({ name }) => fold(name)),
      ...[...plan.position.values()].map(({ title }) => fold(title)),
      ...[...plan.responsibility.values()].map(({ name }) => fold(name)),
      ...[...plan.unit.values()].map(({ name }) => fold(name)),
    ]),
  )

/** Gives everybody a number, the same wherever they are named, so that it still shows how much hangs on one person. */
function numbering(plans: readonly Plan[]): (text: string) => string {
  const roleWords = roleWordsOf(plans)
  const people = new Map<string, string>()
  const one = (name: string): string => {
    const key = fold(name)
    if (roleWords.has(key)) return name.trim()
    const known = people.get(key) ?? `Person ${people.size + 1}`
    people.set(key, known)
    return known
  }
  return (text) =>
    text
      .split(/[;\n]/)
      .filter((name) => name.trim() !== '')
      .map(one)
      .join('; ')
}

// Fewer than three of a kind, and their mean is as good as their pay.
const fewest = 3
const roundingCents = 100_000

/**
 * Mean yearly pay of a full-time post, in cents to the nearest $1,000, of the positions that share a title; of those that
 * share a function where fewer than three share the title; else of all. Totals stay believable, no one's pay is told.
 */
function meanPay(plan: Plan): (period: Row<'positionPeriod'>) => number {
  const titleOf = (position: Row<'position'> | undefined): string => `title ${fold(position?.title ?? '')}`
  const functionOf = (position: Row<'position'> | undefined): string => `function ${position?.function ?? ''}`
  const pay = new Map<string, { positions: Set<string>; sumCents: number; count: number }>()
  for (const { positionId, salaryCents } of plan.positionPeriod.values()) {
    const position = plan.position.get(positionId)
    for (const key of [titleOf(position), functionOf(position), 'all']) {
      const group = pay.get(key) ?? { positions: new Set(), sumCents: 0, count: 0 }
      group.positions.add(positionId)
      group.sumCents += salaryCents
      group.count += 1
      pay.set(key, group)
    }
  }
  return ({ positionId }) => {
    const position = plan.position.get(positionId)
    const isEnough = (key: string): boolean => (pay.get(key)?.positions.size ?? 0) >= fewest
    const key = [titleOf(position), functionOf(position)].find(isEnough) ?? 'all'
    const group = pay.get(key)
    return group ? Math.round(group.sumCents / group.count / roundingCents) * roundingCents : 0
  }
}

const withTable = (plan: Plan, table: TableName, change: (row: AnyRow) => AnyRow): Plan => ({
  ...plan,
  [table]: new Map([...rowsIn(plan, table)].map((row) => [row.id, change(row)])),
})

/** The plan with what `nameOf` answers wherever somebody is named; null empties the field. */
export function withNamesAs(plan: Plan, nameOf: (typed: string) => string | null): Plan {
  let changed = plan
  for (const table of tableNames) {
    const keys = nameFields[table]
    if (!keys) continue
    changed = withTable(changed, table, (row) => {
      const named = keys.flatMap((key) => {
        const value = row[key]
        return typeof value === 'string' ? [[key, nameOf(value)] as const] : []
      })
      return { ...row, ...Object.fromEntries(named) }
    })
  }
  return changed
}

function withMeanPay(plan: Plan, payOf: (period: Row<'positionPeriod'>) => number): Plan {
  const rows = [...plan.positionPeriod.values()].map((row) => [row.id, { ...row, salaryCents: payOf(row) }] as const)
  return { ...plan, positionPeriod: new Map(rows) }
}

/**
 * Plans as others may see them: the current plan first, then scenarios laid over it, so that a person has one number in
 * all of them and pay is the mean of the current plan in each. Text that people wrote freely stays, but for the notes where they
 * are not to be kept.
 */
export function forOthers(plans: readonly Plan[], { hasNames, hasSalaries, hasNotes }: ForOthersChoices): Plan[] {
  const [current] = plans
  if (!current) return []
  const numbered = numbering(plans)
  const payOf = meanPay(current)
  return plans.map((plan) => {
    const named = hasNames ? plan : withNamesAs(plan, numbered)
    const paid = hasSalaries ? named : withMeanPay(named, payOf)
    return hasNotes ? paid : { ...paid, note: new Map() }
  })
}
