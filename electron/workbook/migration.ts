import type { Change } from '@shared/plan/change'
import { sql as first } from './migrations/001'

/**
 * One step from a version of the format to the next. Its SQL is written out in full and never changed once a version is
 * out: it is how files of that version were made.
 */
export type Migration = {
  readonly version: number
  readonly sql: string
  /**
   * What becomes of a change that was stored before this step (in a scenario, or in the log where it can still be
   * undone); null where it has no meaning any more. Left out where a stored change stays as it is.
   */
  readonly carry?: (change: Change) => Change | null
}

/** Every step, from an empty file to today's format. */
export const migrations: readonly Migration[] = [{ version: 1, sql: first }]

export const versionOf = (steps: readonly Migration[]): number => steps.at(-1)?.version ?? 0
