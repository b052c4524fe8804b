import { normalise, rowDiff } from './algebra'
import { applyChanges } from './apply'
import { sameRow, sameValue } from './canonical'
import type { Change } from './change'
import type { Value } from './field'
import type { Plan } from './plan'
import type { Problem, ProblemCode } from './problem'
import { err, ok, type Result } from './result'
import type { TableName } from './table-name'
import { tableOf, type AnyRow } from './tables'
import type { Conflict } from './touched'
import { validate } from './validate'
import { kindWords, lookupOf, nameOf, nameOfRow } from './words'

/** A part of a scenario that cannot be laid over today's plan; `field` is null where it is a whole row. */
export type Skipped = {
  readonly table: TableName
  readonly id: string
  readonly field: string | null
  readonly code: ProblemCode
  readonly message: string
}

/** A scenario laid over a plan. */
export type LaidOver = {
  readonly plan: Plan
  /** What the scenario does to today's plan, in normal form: what adopting it commits. */
  readonly applied: readonly Change[]
  /** What is otherwise in today's plan than the scenario took it to be, or would make it wrong; skipped. */
  readonly conflicts: readonly Skipped[]
  /** What speaks of a row that is gone; skipped. */
  readonly dangling: readonly Skipped[]
}

type Pile = { readonly changes: Change[]; readonly conflicts: Skipped[]; readonly dangling: Skipped[] }

const placeOf = ({ table, id }: { readonly table: TableName; readonly id: string }): string => `${table} ${id}`

const rowIn = (plan: Plan, table: TableName, id: string): AnyRow | null => {
  const rows: ReadonlyMap<string, AnyRow> = plan[table]
  return rows.get(id) ?? null
}

const fieldLabel = (table: TableName, key: string): string =>
  key === 'rank' ? 'The place' : (tableOf(table).fields[key]?.label ?? key)

const changedToday = (plan: Plan, table: TableName, id: string, field: string): Skipped => {
  const message = `${fieldLabel(table, field)} of ${nameOf(plan, table, id)} was changed in the plan since.`
  return { table, id, field, code: 'field-changed', message }
}

const gone = (table: TableName, id: string, field: string | null): Skipped => {
  const message = `This ${kindWords(table)} is not in the plan any more.`
  return { table, id, field, code: 'row-missing', message }
}

const layUpdate = (plan: Plan, change: Extract<Change, { kind: 'update' }>, pile: Pile): void => {
  const { table, id } = change
  const row = rowIn(plan, table, id)
  if (row === null) {
    pile.dangling.push(gone(table, id, null))
    return
  }
  const fields: Record<string, { before: Value; after: Value }> = {}
  for (const [key, field] of Object.entries(change.fields)) {
    if (sameValue(row[key], field.before)) fields[key] = field
    else if (!sameValue(row[key], field.after)) pile.conflicts.push(changedToday(plan, table, id, key))
  }
  if (Object.keys(fields).length > 0) pile.changes.push({ ...change, fields })
}

const layInsert = (plan: Plan, change: Extract<Change, { kind: 'insert' }>, pile: Pile): void => {
  const { table, id } = change
  const row = rowIn(plan, table, id)
  if (row === null) pile.changes.push(change)
  else if (!sameRow(table, row, change.row)) {
    const message = `${nameOfRow(lookupOf(plan), table, row)} is in the plan already, and was changed since.`
    pile.conflicts.push({ table, id, field: null, code: 'row-exists', message })
  }
}

const layRemoval = (plan: Plan, change: Extract<Change, { kind: 'remove' }>, pile: Pile): void => {
  const { table, id } = change
  const row = rowIn(plan, table, id)
  if (row === null) return
  const difference = rowDiff(table, id, change.row, row)
  if (difference === null) pile.changes.push(change)
  else if (difference.kind === 'update') {
    for (const key of Object.keys(difference.fields)) pile.conflicts.push(changedToday(plan, table, id, key))
  }
}

/** A problem as a part of the scenario: the field where the scenario sets it, else all that it does to the row. */
const skippedBy = (change: Change | undefined, problem: Problem): Skipped => {
  const isOwn = change?.kind === 'update' && problem.field !== null && Object.hasOwn(change.fields, problem.field)
  return isOwn ? problem : { ...problem, field: null }
}

const without = (change: Change, skipped: readonly Skipped[]): Change | null => {
  if (change.kind !== 'update' || skipped.some(({ field }) => field === null)) return null
  const fields = Object.entries(change.fields).filter(([key]) => !skipped.some(({ field }) => field === key))
  return fields.length === 0 ? null : { ...change, fields: Object.fromEntries(fields) }
}

/** Skips what would make today's plan wrong, until what is left does not. Every round skips something, so it ends. */
const skipWrong = (plan: Plan, pile: Pile): Change[] => {
  const changes = new Map(pile.changes.map((change) => [placeOf(change), change]))
  for (;;) {
    const problems = validate(plan, [...changes.values()])
    if (problems.length === 0) return [...changes.values()]
    const skippedByRow = new Map<string, Skipped[]>()
    for (const problem of problems) {
      const skipped = skippedBy(changes.get(placeOf(problem)), problem)
      const pileOf = problem.code === 'reference-missing' ? pile.dangling : pile.conflicts
      pileOf.push(skipped)
      skippedByRow.set(placeOf(problem), [...(skippedByRow.get(placeOf(problem)) ?? []), skipped])
    }
    for (const [place, skipped] of skippedByRow) {
      const change = changes.get(place)
      const kept = change === undefined ? null : without(change, skipped)
      if (kept === null) changes.delete(place)
      else changes.set(place, kept)
    }
  }
}

/**
 * Lays the changes of a scenario over today's plan, field by field. A field that already is as the scenario wants it is
 * passed over. Skipped and told are: a field that is neither as it was nor as it is to be, a removed row that was changed
 * since, an added row that stands there otherwise (conflicts); a row that is gone, and whatever refers to one
 * (dangling); and what is right by itself, but makes today's plan wrong, such as payments that come to more than 100 %
 * together with newer ones. Over the plan it was made on, a valid scenario is simply applied.
 *
 * `scenarioChanges` in normal form; the plan valid. Never fails.
 */
export const layOver = (plan: Plan, scenarioChanges: readonly Change[]): LaidOver => {
  const pile: Pile = { changes: [], conflicts: [], dangling: [] }
  for (const change of scenarioChanges) {
    if (change.kind === 'update') layUpdate(plan, change, pile)
    else if (change.kind === 'insert') layInsert(plan, change, pile)
    else layRemoval(plan, change, pile)
  }
  const applied = normalise(skipWrong(plan, pile))
  const after = applyChanges(plan, applied)
  const { conflicts, dangling } = pile
  return { plan: after.ok ? after.value : plan, applied, conflicts, dangling }
}

/**
 * The changes of a scenario after a commit to it: `changes` were made on what `layOver` shows. A field that they touch is
 * from then on a change of today's plan, whatever the scenario said of it before; what they leave alone keeps what it
 * had, even where it can no longer be laid over, except in a touched row that is skipped as a whole: there what is
 * shown counts. Answers normal form, or the conflicts where `changes` do not fit what
 * is shown.
 */
export const extendScenario = (
  plan: Plan,
  scenarioChanges: readonly Change[],
  changes: readonly Change[],
): Result<Change[], Conflict[]> => {
  const laid = layOver(plan, scenarioChanges)
  const shown = applyChanges(laid.plan, changes)
  if (!shown.ok) return err(shown.error)
  const skippedRows = new Set(laid.conflicts.filter(({ field }) => field === null).map(placeOf))
  const entries = new Map(scenarioChanges.map((entry) => [placeOf(entry), entry]))
  for (const change of normalise(changes)) {
    const { table, id } = change
    const place = placeOf(change)
    const entry = entries.get(place)
    const step = rowDiff(table, id, rowIn(plan, table, id), rowIn(shown.value, table, id))
    const isBoth = entry?.kind === 'update' && change.kind === 'update' && !skippedRows.has(place)
    const kept = isBoth ? leftAlone(entry, change) : null
    const next = step === null || step.kind === 'update' ? joined(table, id, kept, step) : step
    if (next === null) entries.delete(place)
    else entries.set(place, next)
  }
  return ok(normalise([...entries.values()]))
}

type Update = Extract<Change, { kind: 'update' }>

/** What an entry says of fields that a later change does not touch. */
const leftAlone = (entry: Update, change: Update): Update['fields'] =>
  Object.fromEntries(Object.entries(entry.fields).filter(([key]) => !Object.hasOwn(change.fields, key)))

/** What was left alone and today's step as one entry; fields that were laid over are in both, and the same. */
const joined = (table: TableName, id: string, kept: Update['fields'] | null, step: Update | null): Change | null => {
  const fields = { ...kept, ...step?.fields }
  return Object.keys(fields).length === 0 ? null : { kind: 'update', table, id, fields }
}
