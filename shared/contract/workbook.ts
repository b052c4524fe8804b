import type { PlanText } from '../plan/plan-text'
import { z } from 'zod'
import { changeSetSchema, changesSchema, targetSchema } from './changes'

/** What the undo and redo buttons say for one target; null where there is nothing to undo or redo. */
export const undoStateSchema = z.object({
  undoLabel: z.string().nullable(),
  redoLabel: z.string().nullable(),
})
export type UndoState = z.infer<typeof undoStateSchema>

/** A scenario: a named question and the changes that are laid over the plan to answer it. */
export const scenarioSchema = z.object({
  id: z.uuid(),
  name: z.string().min(1).max(120),
  question: z.string().max(400).nullable(),
  createdAt: z.string(),
  /** When it was put away; null: it is offered for showing and comparing. */
  archivedAt: z.string().nullable(),
  changes: changesSchema,
  undo: undoStateSchema,
})
export type Scenario = z.infer<typeof scenarioSchema>

// A plan comes from the workbook process, which checked its rows against the definitions; it is read where it is used.
export const planTextSchema = z.custom<PlanText>((text) => typeof text === 'string')

/** How large a plan is, for people who look for it in a list. */
export const planSizeSchema = z.object({
  schools: z.int().min(0),
  /** People on staff; parts of a person as they were entered. */
  headcount: z.number().min(0),
})
export type PlanSize = z.infer<typeof planSizeSchema>

/** Everything about an open workbook but its plan. */
export const aboutWorkbookSchema = z.object({
  /** Changes each time a file is opened; calls that carry an older one are refused. */
  sessionId: z.uuid(),
  path: z.string(),
  name: z.string(),
  isReadOnly: z.boolean(),
  isSample: z.boolean(),
  /** Sequence number of the last commit. */
  sequence: z.int().min(0),
  size: planSizeSchema,
  scenarios: z.array(scenarioSchema),
  undo: undoStateSchema,
  /** What was noticed while opening (restored, migrated with a backup beside it…), in plain sentences. */
  notices: z.array(z.string()),
})
export type AboutWorkbook = z.infer<typeof aboutWorkbookSchema>

/** An open workbook as the window gets it: the whole plan, the scenarios, and where it stands. */
export const openWorkbookSchema = aboutWorkbookSchema.extend({ plan: planTextSchema })
export type OpenWorkbook = z.infer<typeof openWorkbookSchema>

/** The answer to a commit, an undo or a redo, and the news every window gets of it. */
export const committedSchema = z.object({
  sequence: z.int().min(1),
  target: targetSchema,
  changeSet: changeSetSchema,
  undo: undoStateSchema,
  /** Where the target is a scenario: the scenario as it stands now, so that nobody has to work its changes out again. */
  scenario: scenarioSchema.optional(),
})
export type Committed = z.infer<typeof committedSchema>

/** One line of the history. */
export const historyEntrySchema = z.object({
  /** The id of the change set: after a breakdown it tells whether an act is in the file. */
  id: z.uuid(),
  sequence: z.int(),
  target: targetSchema,
  code: z.string(),
  label: z.string(),
  at: z.string(),
  actor: z.string(),
  changeCount: z.int(),
})
export type HistoryEntry = z.infer<typeof historyEntrySchema>

/** What one commit changed, in words; `more` is how many further lines there would be. */
export const changesInWordsSchema = z.object({ lines: z.array(z.string()), more: z.int().min(0) })
export type ChangesInWords = z.infer<typeof changesInWordsSchema>

/** A named snapshot ("version") of the current plan; its rows are read apart. */
export const snapshotSchema = z.object({
  id: z.uuid(),
  name: z.string().min(1).max(120),
  at: z.string(),
  actor: z.string(),
  /** Sequence number of the last commit that is in it. */
  sequence: z.int().min(0),
})
export type Snapshot = z.infer<typeof snapshotSchema>

/** How a planner likes to see one sheet, under a name; what is in `json` is for the sheet to say. */
export const savedViewSchema = z.object({
  sheet: z.string().min(1).max(80),
  name: z.string().min(1).max(80),
  json: z.string().max(100_000),
})
export type SavedView = z.infer<typeof savedViewSchema>

/** One commit that touched a row, and what it did to that row; what else it changed is left out. */
export const rowHistoryEntrySchema = historyEntrySchema.extend({ changes: changesSchema })
export type RowHistoryEntry = z.infer<typeof rowHistoryEntrySchema>

/** An automatic backup of a workbook: its file's name, when it was made, the last commit in it, its size. */
export const backupSchema = z.object({
  id: z.string().regex(/^[0-9]{8}T[0-9]{9}Z-[0-9]+\.rollout$/),
  at: z.string(),
  sequence: z.int().min(0),
  bytes: z.int().min(0),
})
export type Backup = z.infer<typeof backupSchema>

/**
 * What the failure to open a file may offer in its details: the latest backup of it that is whole, for `backup.restore`.
 */
export const offerSchema = z.object({ path: z.string(), backup: backupSchema })
export type Offer = z.infer<typeof offerSchema>

/** A workbook and a copy of it that grew apart: what was changed in each since their last common act, in normal form. */
export const copyComparedSchema = z.object({
  /** The copy's name. */
  name: z.string(),
  /** When the last act was made that both have (ISO 8601, UTC). */
  commonAt: z.string(),
  /** The last commit here that is in `mine`. */
  sequence: z.int(),
  mine: changesSchema,
  theirs: changesSchema,
})
export type CopyCompared = z.infer<typeof copyComparedSchema>
