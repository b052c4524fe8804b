import { basename, extname } from 'node:path'
import type { CopyChoices } from '@shared/contract/calls'
import type { Answer } from '@shared/contract/error'
import type {
  ChangesInWords,
  Committed,
  HistoryEntry,
  RowHistoryEntry,
  Scenario,
  UndoState,
} from '@shared/contract/workbook'
import type { Change, Target } from '@shared/plan/change'
import { planToRows, type Plan, type PlanRows } from '@shared/plan/plan'
import { backupKeeper } from './backups'
import { commit, goBack, type Act } from './commits'
import { saveCopy } from './copy'
import { copyForOthers } from './copy-for-others'
import { deskOf, type Opened } from './desk'
import type { Environment } from './environment'
import { attempt } from './failure'
import { changesInWords, planAt } from './history'
import { readInfo, type Info } from './info-store'
import { recordsOf, type Records } from './records'
import { rowHistoryReader, type RowHistoryQuestion } from './row-history'
import { archiveScenario, createScenario, removeScenario, renameScenario, tellScenario } from './scenarios'
import { planOf } from './state'

/** An open workbook: the plan as a value, the file behind it, and the one door through which both change. */
export type Workbook = Records & {
  readonly path: string
  readonly name: string
  readonly isReadOnly: boolean
  readonly info: Info
  /** What was noticed while opening, in plain sentences. */
  readonly notices: readonly string[]
  readonly plan: () => Plan
  readonly sequence: () => number
  readonly undoState: (target: Target) => UndoState
  /** What a target shows: the plan's rows, or the plan's with a scenario laid over them. */
  readonly rows: (target: Target) => Answer<PlanRows>
  /** Adds changes to the target: rows and log in one transaction, answered once they are on the disk. */
  readonly commit: (act: Act) => Answer<Committed>
  readonly undo: (target: Target, id?: string) => Answer<Committed>
  readonly redo: (target: Target, id?: string) => Answer<Committed>
  /** Commits before `beforeSequence` (null: from the last), the latest first. */
  readonly history: (limit: number, beforeSequence: number | null) => Answer<HistoryEntry[]>
  /** What a commit changed, in words. */
  readonly changesInWords: (sequence: number) => Answer<ChangesInWords>
  /** What a target showed after the commit `sequence`. */
  readonly rowsAt: (target: Target, sequence: number) => Answer<PlanRows>
  /** The commits that touched one row, the latest first. */
  readonly rowHistory: (question: RowHistoryQuestion) => Answer<RowHistoryEntry[]>
  readonly scenarios: () => Scenario[]
  readonly createScenario: (name: string, question: string | null, changes: readonly Change[]) => Answer<Scenario>
  readonly renameScenario: (id: string, name: string, question: string | null) => Answer<Scenario>
  readonly archiveScenario: (id: string, isArchived: boolean) => Answer<Scenario>
  readonly removeScenario: (id: string) => Answer<null>
  /** Saves a whole copy elsewhere; a file of that name is replaced. */
  readonly saveCopy: (path: string) => Answer<{ path: string }>
  /** Saves a copy to hand on, without history and whatever else is not to be in it; a file of that name is replaced. */
  readonly copyForOthers: (path: string, choices: CopyChoices) => Answer<{ path: string }>
  readonly isOpen: () => boolean
  /** Resolves when no backup is being made. */
  readonly backedUp: () => Promise<void>
  /** Lets go of the file and its lock. Everything is saved already; closing twice does nothing. */
  readonly close: () => void
}

/** The workbook over an opened file. Throws where what the file holds cannot be read. */
export function workbookOver(opened: Opened, environment: Environment): Workbook {
  const { db, path, isReadOnly, notices } = opened
  const info = readInfo(db)
  // a sample is made anew each time; what may only be read does not change
  const canBackUp = !isReadOnly && !info.isSample
  const backups = backupKeeper(db, path, canBackUp ? environment : { ...environment, backupFolder: null })
  const desk = deskOf(opened, environment, ({ sequence }) => backups.noteWritten(sequence))
  const { log } = desk.stores
  const rowHistory = rowHistoryReader(db)
  backups.noteOpened(desk.state().sequence)
  return {
    ...recordsOf(desk),
    path,
    name: basename(path, extname(path)),
    isReadOnly,
    info,
    notices,
    plan: () => desk.state().plan,
    sequence: () => desk.state().sequence,
    undoState: (target) => log.undoState(target),
    rows: (target) => desk.reading(() => planToRows(planOf(desk.state(), target))),
    commit: (act) => commit(desk, act),
    undo: (target, id) => goBack(desk, 'undo', target, id),
    redo: (target, id) => goBack(desk, 'redo', target, id),
    history: (limit, beforeSequence) => desk.reading(() => log.history(limit, beforeSequence)),
    changesInWords: (sequence) => desk.reading(() => changesInWords(desk, sequence)),
    rowsAt: (target, sequence) => desk.reading(() => planToRows(planAt(desk, target, sequence))),
    rowHistory: (question) => desk.reading(() => rowHistory(question)),
    scenarios: () => desk.state().scenarios.map((scenario) => tellScenario(desk, scenario)),
    createScenario: (name, question, changes) => createScenario(desk, name, question, changes),
    renameScenario: (id, name, question) => renameScenario(desk, id, name, question),
    archiveScenario: (id, isArchived) => archiveScenario(desk, id, isArchived),
    removeScenario: (id) => removeScenario(desk, id),
    saveCopy: (to) =>
      attempt(to, 'copy', () => {
        desk.refuseClosed()
        return { path: saveCopy(db, path, to, environment) }
      }),
    copyForOthers: (to, choices) =>
      attempt(to, 'copy', () => {
        desk.refuseClosed()
        return { path: copyForOthers(desk, to, choices) }
      }),
    isOpen: () => db.open,
    backedUp: backups.settled,
    close: () => {
      if (!db.open) return
      backups.noteClosing(desk.state().sequence)
      db.close()
      opened.release()
    },
  }
}
