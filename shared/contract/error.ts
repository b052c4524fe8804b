import { z } from 'zod'

/**
 * Every way in which a call can fail, by name. The sentence for the planner is made where the failure is known (what
 * happened, what is safe, what to do); the code is for programs and tests.
 */
export const errorCodes = [
  // the workbook file
  'file-not-found',
  'file-not-workbook',
  'file-damaged',
  'file-newer-version',
  'file-read-only',
  'file-locked',
  'file-exists',
  'disk-full',
  'file-unreachable',
  // the plan
  'not-open',
  'read-only',
  'changes-invalid',
  'changes-conflict',
  'nothing-to-undo',
  'nothing-to-redo',
  'scenario-not-found',
  'snapshot-not-found',
  'backup-not-found',
  'history-too-old',
  'plan-incomplete',
  'copy-unrelated',
  // reading and writing other files
  'sheet-unreadable',
  'sheet-encrypted',
  'sheet-too-large',
  'write-failed',
  // the app itself
  'update-unknown',
  // the processes
  'workbook-process-stopped',
  'files-process-stopped',
  'solver-stopped',
  'cancelled',
  'call-refused',
  'internal',
] as const
export type ErrorCode = (typeof errorCodes)[number]

/** A failure as it crosses between processes: a code, a plain sentence, and details that fit the code. */
export const failureSchema = z.object({
  code: z.enum(errorCodes),
  message: z.string(),
  details: z.unknown().optional(),
})
export type Failure = { readonly code: ErrorCode; readonly message: string; readonly details?: unknown }

/** What every call answers. */
export type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Failure }

/** The frame of an answer between processes; its value is looked at by whoever knows the call. */
export const answerSchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), error: failureSchema }),
])
