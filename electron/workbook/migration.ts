import type { Change } from '@shared/plan/change'
import { sql as first } from './migrations/001'
import { sql as second } from './migrations/002'
import { sql as third } from './migrations/003'

/**
 * One step from a version of the format to the next. Its SQL is written out in full and never changed once a version is
 * out: it is how files of that version were made.
 */
export type Migration = {
  readonly version: number
  readonly sql: string
  /**
   * What becomes of a change that was stored before this step (in a scenario or in the log; a row of a snapshot is asked
   * about as its insertion); null where it has no meaning any more. Left out where a stored change stays as it is.
   */
  readonly carry?: (change: Change) => Change | null
}

/** Every step, from an empty file to today's format. */
export const migrations: readonly Migration[] = [
  { version: 1, sql: first },
  { version: 2, sql: second },
  { version: 3, sql: third },
]

export const versionOf = (steps: readonly Migration[]): number => steps.at(-1)?.version ?? 0
