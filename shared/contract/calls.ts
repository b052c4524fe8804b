import { z } from 'zod'
import { tableNames } from '../plan/table-name'
import { changesSchema, someChangesSchema, targetSchema } from './changes'
import { linearAnswerSchema, linearProgramSchema } from './linear-program'
import {
  backupSchema,
  changesInWordsSchema,
  committedSchema,
  copyComparedSchema,
  historyEntrySchema,
  openWorkbookSchema,
  planTextSchema,
  savedViewSchema,
  scenarioSchema,
  rowHistoryEntrySchema,
  snapshotSchema,
} from './workbook'

const nothing = z.object({}).strict()
const path = z.string().min(1).max(4096)
const session = { sessionId: z.uuid() }

/** A cell as it was read from a file: dates come as ISO text `YYYY-MM-DD`, errors (`#REF!`) as null with a problem. */
export const sheetCellSchema = z.union([z.string(), z.number(), z.boolean(), z.null()])
export const sheetSchema = z.object({ name: z.string(), rows: z.array(z.array(sheetCellSchema)) })
export type SheetCell = z.infer<typeof sheetCellSchema>
/** One sheet of a workbook or one CSV file, as read: rows of cells, not yet matched to anything. */
export type Sheet = z.infer<typeof sheetSchema>

const recentFileSchema = z.object({
  path: z.string(),
  name: z.string(),
  openedAt: z.string(),
  isPinned: z.boolean(),
  /** A line about what is in it ("7 schools, 245 staff"), as of when it was last open. */
  summary: z.string().nullable(),
})
/** The list of recent workbooks as main keeps it between starts. */
export const recentsFileSchema = z.array(recentFileSchema)
export type RecentFile = z.infer<typeof recentFileSchema>

export const recentSchema = recentFileSchema.extend({ exists: z.boolean() })
export type Recent = z.infer<typeof recentSchema>

export const preferencesSchema = z.object({
  colorScheme: z.enum(['auto', 'light', 'dark']),
  isNavigationNarrow: z.boolean(),
})
export type Preferences = z.infer<typeof preferencesSchema>

/** What a copy for others keeps beside the plan. */
export const copyChoicesSchema = z.object({
  scenarioIds: z.array(z.uuid()).max(1000),
  hasNames: z.boolean(),
  hasSalaries: z.boolean(),
  hasNotes: z.boolean(),
})
export type CopyChoices = z.infer<typeof copyChoicesSchema>

/** A version that can be had, and the page that says where. */
export const newerVersionSchema = z.object({ version: z.string(), page: z.url() })
export type NewerVersion = z.infer<typeof newerVersionSchema>

const importMapping = z.object({ name: z.string().min(1).max(120), table: z.string(), json: z.string().max(100_000) })

/**
 * Every call that the window can make, with what it takes and what it answers. One table: the router checks both sides
 * against it, the preload script and the window get their types from it. A null value means that the planner closed a
 * file dialog without choosing.
 */
export const calls = {
  'app.info': {
    args: nothing,
    value: z.object({
      version: z.string(),
      electron: z.string(),
      chrome: z.string(),
      node: z.string(),
      platform: z.string(),
      /** The path of a workbook to open at once: double-clicked, given as an argument, or open when the window was lost. */
      pathToOpen: z.string().nullable(),
      /** What was noticed at the start (settings that could not be read and were set aside), in plain sentences. */
      notices: z.array(z.string()),
      /** Whether a policy on this computer names a place where the planner may ask for a newer version. */
      canLookForUpdate: z.boolean(),
    }),
  },
  /** What a support file would hold, for the planner to read before it is saved. */
  'app.supportText': { args: nothing, value: z.object({ text: z.string() }) },
  /** Saves the text that was last shown. */
  'app.saveSupportFile': { args: nothing, value: z.object({ path: z.string() }).nullable() },
  /** Asks the place that the policy names; nothing is fetched or installed. `newer` is null where this is the newest. */
  'app.lookForUpdate': { args: nothing, value: z.object({ newer: newerVersionSchema.nullable() }) },
  'app.recents': { args: nothing, value: z.array(recentSchema) },
  'app.forgetRecent': { args: z.object({ path }), value: z.null() },
  'app.pinRecent': { args: z.object({ path, isPinned: z.boolean() }), value: z.null() },
  'app.preferences': { args: nothing, value: preferencesSchema },
  'app.setPreferences': { args: preferencesSchema.partial(), value: preferencesSchema },
  'app.showInFolder': { args: z.object({ path }), value: z.null() },
  'app.openLink': { args: z.object({ url: z.url().max(2000) }), value: z.null() },

  'workbook.create': {
    args: z.object({
      district: z.string().min(1).max(200),
      startMonth: z.string(),
      fiscalYearStart: z.int().min(1).max(12),
    }),
    value: openWorkbookSchema.nullable(),
  },
  'workbook.open': { args: z.object({ path: path.optional() }), value: openWorkbookSchema.nullable() },
  'workbook.openSample': { args: nothing, value: openWorkbookSchema },
  'workbook.close': { args: z.object(session), value: z.null() },
  'workbook.commit': {
    args: z.object({
      ...session,
      target: targetSchema,
      code: z.string().min(1).max(40),
      label: z.string().min(1).max(400),
      changes: someChangesSchema,
    }),
    value: committedSchema,
  },
  'workbook.undo': { args: z.object({ ...session, target: targetSchema }), value: committedSchema },
  'workbook.redo': { args: z.object({ ...session, target: targetSchema }), value: committedSchema },
  'workbook.history': {
    args: z.object({ ...session, limit: z.int().min(1).max(1000), beforeSequence: z.int().nullable() }),
    value: z.array(historyEntrySchema),
  },
  /** What one commit changed, in words. */
  'workbook.changesInWords': {
    args: z.object({ ...session, sequence: z.int().min(1) }),
    value: changesInWordsSchema,
  },
  /** What the plan or a scenario showed after the commit `sequence`. */
  'workbook.planAt': {
    args: z.object({ ...session, target: targetSchema, sequence: z.int().min(1) }),
    value: planTextSchema,
  },
  /** The commits that touched one row, the latest first: those to the plan, and to the scenario where that is the target. */
  'workbook.rowHistory': {
    args: z.object({
      ...session,
      target: targetSchema,
      table: z.enum(tableNames),
      rowId: z.uuid(),
      limit: z.int().min(1).max(1000),
    }),
    value: z.array(rowHistoryEntrySchema),
  },
  'workbook.saveCopy': { args: z.object(session), value: z.object({ path: z.string() }).nullable() },

  /** A copy to hand on: without history and versions, and without what the planner takes out. */
  'workbook.copyForOthers': {
    args: z.object({ ...session, choices: copyChoicesSchema }),
    value: z.object({ path: z.string() }).nullable(),
  },
  /** The plan of another workbook, which is neither opened for long nor changed. */
  'workbook.peek': {
    args: z.object({ path: path.optional() }),
    value: z.object({ path: z.string(), name: z.string(), plan: planTextSchema }).nullable(),
  },
  /** What was changed here and in a copy of this workbook since the two were one. The copy is only read. */
  'workbook.compareCopy': {
    args: z.object({ ...session, path: path.optional() }),
    value: copyComparedSchema.nullable(),
  },
  /** A new workbook that begins with these rows; `name` is what the dialog suggests. */
  'workbook.createFrom': {
    args: z.object({ name: z.string().min(1).max(200), changes: someChangesSchema }),
    value: openWorkbookSchema.nullable(),
  },

  /** Automatic backups of the open workbook, the latest first. */
  'backup.list': { args: z.object(session), value: z.array(backupSchema) },
  /** Puts a backup in place of a workbook, open or damaged, which is kept beside it; answers the restored one. */
  'backup.restore': {
    args: z.object({ path, backupId: backupSchema.shape.id }),
    value: openWorkbookSchema,
  },

  'scenario.create': {
    args: z.object({
      ...session,
      name: z.string().min(1).max(120),
      question: z.string().max(400).nullable(),
      changes: changesSchema,
    }),
    value: scenarioSchema,
  },
  'scenario.rename': {
    args: z.object({
      ...session,
      scenarioId: z.uuid(),
      name: z.string().min(1).max(120),
      question: z.string().max(400).nullable(),
    }),
    value: scenarioSchema,
  },
  /** Puts a scenario away, or brings it back; nothing of it is lost. */
  'scenario.archive': {
    args: z.object({ ...session, scenarioId: z.uuid(), isArchived: z.boolean() }),
    value: scenarioSchema,
  },
  'scenario.remove': { args: z.object({ ...session, scenarioId: z.uuid() }), value: z.null() },

  /** Named snapshots of the current plan, the latest first. */
  'snapshot.list': { args: z.object(session), value: z.array(snapshotSchema) },
  'snapshot.create': { args: z.object({ ...session, name: z.string().min(1).max(120) }), value: snapshotSchema },
  'snapshot.read': {
    args: z.object({ ...session, snapshotId: z.uuid() }),
    value: z.object({ snapshot: snapshotSchema, plan: planTextSchema }),
  },
  'snapshot.remove': { args: z.object({ ...session, snapshotId: z.uuid() }), value: z.null() },

  /** Saved views of every sheet, by sheet and name; saving one of the same name replaces it. */
  'view.list': { args: z.object(session), value: z.array(savedViewSchema) },
  'view.save': { args: z.object({ ...session, view: savedViewSchema }), value: z.null() },
  'view.remove': {
    args: z.object({ ...session, sheet: z.string().min(1).max(80), name: z.string().min(1).max(80) }),
    value: z.null(),
  },

  'sheets.read': {
    args: z.object({ path: path.optional() }),
    value: z
      .object({ path: z.string(), fileName: z.string(), sheets: z.array(sheetSchema), problems: z.array(z.string()) })
      .nullable(),
  },
  'mapping.list': { args: z.object(session), value: z.array(importMapping) },
  'mapping.save': { args: z.object({ ...session, mapping: importMapping }), value: z.null() },

  'tables.export': {
    args: z.object({ ...session, target: targetSchema }),
    value: z.object({ path: z.string() }).nullable(),
  },
  'report.export': {
    args: z.object({
      ...session,
      target: targetSchema,
      /** A scenario to show beside the target in "choices", if any. */
      besides: z.array(z.uuid()).max(3),
      /** An Excel workbook, or a tagged PDF. */
      form: z.enum(['xlsx', 'pdf']),
      audience: z.enum(['board', 'cabinet', 'principal', 'team']),
      date: z.string(),
      decisionAsked: z.string().max(4000).nullable(),
      contact: z.string().max(200).nullable(),
      isDraft: z.boolean(),
    }),
    /** What the accessibility check of the finished file found, in sentences. */
    value: z.object({ path: z.string(), outOfReach: z.array(z.string()) }).nullable(),
  },
  /** The best answer of a linear program: which fund pays what. Long; told as a task, which can be cancelled. */
  'solve.allocation': { args: z.object({ program: linearProgramSchema }), value: linearAnswerSchema },
  'task.cancel': { args: z.object({ taskId: z.string() }), value: z.null() },
} as const

export type Calls = typeof calls
export type CallName = keyof Calls
export type CallArgs<C extends CallName> = z.input<Calls[C]['args']>
export type CallValue<C extends CallName> = z.output<Calls[C]['value']>
export type ImportMapping = z.infer<typeof importMapping>
