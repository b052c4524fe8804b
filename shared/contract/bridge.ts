import { z } from 'zod'
import type { CallArgs, CallName, CallValue } from './calls'
import type { Answer } from './error'
import { committedSchema, openWorkbookSchema } from './workbook'

/**
 * What the menu and its keys ask the window to do. A key that stands in the menu comes as a command and needs no second
 * handler; where a field or grid handles such a key itself it prevents the default, and then no command comes.
 */
export const commandNames = [
  'new-workbook',
  'open-workbook',
  'open-sample',
  'close-workbook',
  'import',
  'save-copy',
  'export-tables',
  'export-report',
  'undo',
  'redo',
  'find',
  'command-palette',
  'history',
  'versions',
  'save-version',
  'copy-for-others',
  'merge-copy',
  'beside-others',
  'restore-backup',
  'new-from-last-year',
  'scheme-light',
  'scheme-dark',
  'scheme-auto',
  'guide',
  'shortcuts',
  'support',
  'about',
] as const
export type CommandName = (typeof commandNames)[number]

/** News that main sends to the window without being asked. */
export const newsSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('command'), command: z.enum(commandNames) }),
  /** A workbook was double-clicked, given as an argument or sent by a second start of the app. */
  z.object({ kind: z.literal('open-path'), path: z.string() }),
  /** The window is to be closed and said that it has edits under way: it closes itself when they are in the file. */
  z.object({ kind: z.literal('closing') }),
  /** A commit was made by another window; the window that makes one gets it as the answer. */
  z.object({ kind: z.literal('committed'), sessionId: z.string(), committed: committedSchema }),
  /**
   * The workbook process of a session stopped. `workbook` is what the file holds now that it is open again, under the same session
   * id, for the window to put in place of its mirror; null where it could not be opened again, and the message says why.
   */
  z.object({
    kind: z.literal('interrupted'),
    sessionId: z.string(),
    isBack: z.boolean(),
    message: z.string(),
    workbook: openWorkbookSchema.nullable(),
  }),
  z.object({
    kind: z.literal('progress'),
    taskId: z.string(),
    label: z.string(),
    /** 0–1; null while it cannot be told. */
    done: z.number().min(0).max(1).nullable(),
  }),
])
export type News = z.infer<typeof newsSchema>

/** The one bridge between window and main: `window.rollout`. */
export type Bridge = {
  readonly call: <C extends CallName>(name: C, args: CallArgs<C>) => Promise<Answer<CallValue<C>>>
  /** Calls `listener` for every piece of news; the answer stops it. */
  readonly onNews: (listener: (news: News) => void) => () => void
  /** The path of a file that was dropped onto the window. */
  readonly pathOfFile: (file: object) => string
  /** Tells main when the window is first usable, for the start-up figures. */
  readonly mark: (name: 'usable') => void
}
