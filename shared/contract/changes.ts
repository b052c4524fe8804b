import type { Change, ChangeSet, Target } from '../plan/change'
import { isTableName, tableNames } from '../plan/table-name'
import { z } from 'zod'

const id = z.uuid()
const value = z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())])
const row = z.looseObject({ id, rank: z.number() })
const place = { table: z.enum(tableNames), id }

/** The shape of a change; whether it is right for the plan is for `validate` to say. */
export const changeSchema: z.ZodType<Change, Change> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('insert'), ...place, row }),
  z.object({ kind: z.literal('remove'), ...place, row }),
  z.object({
    kind: z.literal('update'),
    ...place,
    fields: z.record(z.string(), z.object({ before: value, after: value })),
  }),
])

const longSchema = z.array(changeSchema).max(1_000_000)

const isId = (given: unknown): boolean => typeof given === 'string' && plainId.test(given)
const plainId = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

const isText = (given: unknown): boolean => typeof given === 'string'
const isValue = (given: unknown): boolean =>
  given === null ||
  typeof given === 'string' ||
  typeof given === 'boolean' ||
  (typeof given === 'number' ? Number.isFinite(given) : Array.isArray(given) && given.every(isText))

const isFields = (given: unknown): boolean => {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return false
  return Object.entries(given).every(([key, field]: [string, unknown]) => {
    if (typeof field !== 'object' || field === null || key === '__proto__') return false
    const { before, after } = field as { before?: unknown; after?: unknown }
    return Object.keys(field).length === 2 && isValue(before) && isValue(after)
  })
}

/** True for a change of values that needs no closer look; a change that adds or removes a row is looked at in full. */
const isPlainUpdate = (given: unknown): given is Change => {
  if (typeof given !== 'object' || given === null || Object.keys(given).length !== 4) return false
  const { kind, table, id: rowId, fields } = given as Record<string, unknown>
  return kind === 'update' && typeof table === 'string' && isTableName(table) && isId(rowId) && isFields(fields)
}

/**
 * A list of changes. A paste of thousands of cells crosses several borders as changes of values: a list of nothing but
 * such passes in one quick look, everything else is held against the schema, which then says what is wrong with it.
 */
export const changesSchema: z.ZodType<Change[], Change[]> = z.custom<Change[]>().transform((given, context) => {
  if (Array.isArray(given) && given.length <= 1_000_000 && given.every(isPlainUpdate)) return given
  const parsed = longSchema.safeParse(given)
  if (parsed.success) return parsed.data
  for (const { message, path } of parsed.error.issues) {
    context.issues.push({ code: 'custom', message, path: [...path], input: given })
  }
  return z.NEVER
})

/** A list of changes that holds any. */
export const someChangesSchema = changesSchema.refine((changes) => changes.length > 0, 'There is no change in it')

export const targetSchema: z.ZodType<Target, Target> = z.union([z.literal('plan'), z.object({ scenarioId: id })])

export const changeSetSchema: z.ZodType<ChangeSet, ChangeSet> = z.object({
  id,
  code: z.string().min(1).max(40),
  label: z.string().min(1).max(400),
  at: z.string(),
  actor: z.string(),
  changes: changesSchema,
})
