import type { z } from 'zod'
import type { Result } from '../plan/result'

const mostProblems = 5

/** The value as a schema understands it, or at most five lines "where: what is wrong" for developers. */
export function check(schema: z.ZodType, value: unknown): Result<unknown, string[]> {
  const parsed = schema.safeParse(value)
  if (parsed.success) return { ok: true, value: parsed.data }
  const lines = parsed.error.issues
    .slice(0, mostProblems)
    .map((issue) => `${issue.path.map(String).join('.') || 'the whole'}: ${issue.message}`)
  return { ok: false, error: lines }
}
