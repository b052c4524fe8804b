import type { Change, ChangeSet, Target } from '../plan/change'
import { tableNames } from '../plan/table-name'
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

export const changesSchema = z.array(changeSchema).max(1_000_000)

export const targetSchema: z.ZodType<Target, Target> = z.union([z.literal('plan'), z.object({ scenarioId: id })])

export const changeSetSchema: z.ZodType<ChangeSet, ChangeSet> = z.object({
  id,
  code: z.string().min(1).max(40),
  label: z.string().min(1).max(400),
  at: z.string(),
  actor: z.string(),
  changes: changesSchema,
})
