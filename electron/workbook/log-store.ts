import type Database from 'better-sqlite3'
import { changesSchema } from '@shared/contract/changes'
import type { HistoryEntry, UndoState } from '@shared/contract/workbook'
import type { ChangeSet, Target } from '@shared/plan/change'
import type { EntryStep } from './scenario-step'

/** A commit as it stands in the log. */
export type LogEntry = {
  readonly sequence: number
  readonly target: Target
  readonly changeSet: ChangeSet
  /** Only for a scenario. */
  readonly entries: readonly EntryStep[] | null
}

/**
 * `done` may be undone, `undone` redone; null is neither: the first commit of a file, an undo or redo itself, and what
 * a later commit has made unreachable.
 */
export type UndoMark = 'done' | 'undone' | null

type Stored = {
  sequence: number
  id: string
  target: string
  code: string
  label: string
  at: string
  actor: string
  changes: string
  entries: string | null
}

/** The log of commits, and in it what can be undone and redone, each target for itself. */
export type LogStore = {
  /** Sequence number of the last commit; 0 in an empty log. */
  readonly last: () => number
  readonly add: (entry: LogEntry, mark: UndoMark) => void
  readonly mark: (sequence: number, mark: UndoMark) => void
  /** What was undone cannot be redone any more after another commit. */
  readonly dropRedo: (target: Target) => void
  readonly toUndo: (target: Target) => LogEntry | null
  readonly toRedo: (target: Target) => LogEntry | null
  readonly undoState: (target: Target) => UndoState
  /** The commit of this id, if it is in the log. */
  readonly find: (id: string) => LogEntry | null
  /** The commit of this number, if it is in the log. */
  readonly at: (sequence: number) => LogEntry | null
  /** The commits to a target after `sequence`, the latest first; null where one of them could not be carried into today's format. */
  readonly since: (target: Target, sequence: number) => LogEntry[] | null
  readonly history: (limit: number, beforeSequence: number | null) => HistoryEntry[]
  /** A target that is gone: its commits stay readable, but cannot be undone or redone. */
  readonly forget: (target: Target) => void
}

/** How a target is written in the log. */
export const targetText = (target: Target): string => (target === 'plan' ? 'plan' : target.scenarioId)
/** The target that the log names. */
export const targetOf = (text: string): Target => (text === 'plan' ? 'plan' : { scenarioId: text })

const entryOf = ({ sequence, id, target, code, label, at, actor, changes, entries }: Stored): LogEntry => ({
  sequence,
  target: targetOf(target),
  changeSet: { id, code, label, at, actor, changes: changesSchema.parse(JSON.parse(changes)) },
  entries: entries === null ? null : (JSON.parse(entries) as EntryStep[]),
})

const everything = '"sequence", "id", "target", "code", "label", "at", "actor", "changes", "entries"'
const nextUndo = `WHERE "target" = ? AND "undoMark" = 'done' ORDER BY "sequence" DESC LIMIT 1`
const nextRedo = `WHERE "target" = ? AND "undoMark" = 'undone' ORDER BY "sequence" LIMIT 1`

export function logStore(db: Database.Database): LogStore {
  const last = db.prepare<[], number | null>('SELECT max("sequence") FROM "workbook_log"').pluck()
  const add = db.prepare(
    `INSERT INTO "workbook_log" (${everything}, "changeCount", "undoMark") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const mark = db.prepare<[UndoMark, number]>('UPDATE "workbook_log" SET "undoMark" = ? WHERE "sequence" = ?')
  const dropRedo = db.prepare<[string]>(
    `UPDATE "workbook_log" SET "undoMark" = NULL WHERE "target" = ? AND "undoMark" = 'undone'`,
  )
  const forget = db.prepare<[string]>(
    `UPDATE "workbook_log" SET "undoMark" = NULL WHERE "target" = ? AND "undoMark" IS NOT NULL`,
  )
  const toUndo = db.prepare<[string], Stored>(`SELECT ${everything} FROM "workbook_log" ${nextUndo}`)
  const toRedo = db.prepare<[string], Stored>(`SELECT ${everything} FROM "workbook_log" ${nextRedo}`)
  const undoLabel = db.prepare<[string], string>(`SELECT "label" FROM "workbook_log" ${nextUndo}`).pluck()
  const redoLabel = db.prepare<[string], string>(`SELECT "label" FROM "workbook_log" ${nextRedo}`).pluck()
  const find = db.prepare<[string], Stored>(`SELECT ${everything} FROM "workbook_log" WHERE "id" = ?`)
  const atSequence = db.prepare<[number], Stored>(`SELECT ${everything} FROM "workbook_log" WHERE "sequence" = ?`)
  const later = '"target" = ? AND "sequence" > ?'
  const since = db.prepare<[string, number], Stored>(
    `SELECT ${everything} FROM "workbook_log" WHERE ${later} ORDER BY "sequence" DESC`,
  )
  const leftBehind = db
    .prepare<[string, number], number>(`SELECT 1 FROM "workbook_log" WHERE ${later} AND "isLeftBehind" = 1 LIMIT 1`)
    .pluck()
  const history = db.prepare<[number, number], Omit<HistoryEntry, 'target'> & { target: string }>(
    `SELECT "id", "sequence", "target", "code", "label", "at", "actor", "changeCount" FROM "workbook_log"
     WHERE "sequence" < ? ORDER BY "sequence" DESC LIMIT ?`,
  )
  const read = (stored: Stored | undefined): LogEntry | null => (stored ? entryOf(stored) : null)
  return {
    last: () => last.get() ?? 0,
    add: ({ sequence, target, changeSet, entries }, undoMark) => {
      const { id, code, label, at, actor, changes } = changeSet
      const texts = [JSON.stringify(changes), entries ? JSON.stringify(entries) : null]
      add.run(sequence, id, targetText(target), code, label, at, actor, ...texts, changes.length, undoMark)
    },
    mark: (sequence, undoMark) => mark.run(undoMark, sequence),
    dropRedo: (target) => dropRedo.run(targetText(target)),
    toUndo: (target) => read(toUndo.get(targetText(target))),
    toRedo: (target) => read(toRedo.get(targetText(target))),
    undoState: (target) => ({
      undoLabel: undoLabel.get(targetText(target)) ?? null,
      redoLabel: redoLabel.get(targetText(target)) ?? null,
    }),
    find: (id) => read(find.get(id)),
    at: (sequence) => read(atSequence.get(sequence)),
    since: (target, sequence) => {
      const where = [targetText(target), sequence] as const
      return leftBehind.get(...where) === undefined ? since.all(...where).map(entryOf) : null
    },
    history: (limit, beforeSequence) =>
      history
        .all(beforeSequence ?? Number.MAX_SAFE_INTEGER, limit)
        .map(({ target, ...entry }) => ({ ...entry, target: targetOf(target) })),
    forget: (target) => forget.run(targetText(target)),
  }
}
