import { z } from 'zod'
import type { Result } from '../plan/result'
import { calls } from './calls'
import { someChangesSchema, targetSchema } from './changes'
import { check } from './check'
import { answerSchema, type Answer } from './error'
import { aboutWorkbookSchema, copyComparedSchema, openWorkbookSchema, planTextSchema, scenarioSchema } from './workbook'

const path = z.string().min(1).max(4096)
const session = { sessionId: z.uuid() }

/**
 * The id of the act, chosen by the caller. One that is in the file already is not carried out again but answered as it
 * was, so an act whose answer was lost with the process may simply be sent again.
 */
const act = { commitId: z.uuid().optional() }

/** What a new workbook holds: an empty plan of a district, or a plan that is there already (the sample). */
const startSchema = z.union([
  z.object({
    district: z.string().min(1).max(200),
    startMonth: z.string(),
    fiscalYearStart: z.int().min(1).max(12),
  }),
  z.object({
    changes: someChangesSchema,
    /** Scenarios over that plan, which come with it. */
    scenarios: z.array(scenarioSchema.pick({ name: true, question: true, changes: true })).optional(),
  }),
])

/**
 * Every call that the workbook process answers. Those that the window makes too take and answer the same; the others
 * carry the path that main asked the planner for. Calls are answered one after the other, in the order they came.
 */
export const workbookCalls = {
  'workbook.create': {
    args: z.object({
      path,
      start: startSchema,
      isSample: z.boolean().optional(),
      /** True where the planner agreed that the file of this name is replaced. */
      canReplace: z.boolean().optional(),
    }),
    value: openWorkbookSchema,
  },
  /** A workbook that is open already is answered as it stands now, under the session that it has. */
  'workbook.open': {
    args: z.object({
      path,
      isReadOnly: z.boolean().optional(),
      /** True: where it cannot be written (locked by another, a read-only file or folder) it is opened for reading, with a notice that says why. */
      orReadOnly: z.boolean().optional(),
    }),
    value: openWorkbookSchema,
  },
  'workbook.close': calls['workbook.close'],
  'workbook.commit': { args: calls['workbook.commit'].args.extend(act), value: calls['workbook.commit'].value },
  'workbook.undo': { args: calls['workbook.undo'].args.extend(act), value: calls['workbook.undo'].value },
  'workbook.redo': { args: calls['workbook.redo'].args.extend(act), value: calls['workbook.redo'].value },
  'workbook.history': calls['workbook.history'],
  'workbook.rowHistory': calls['workbook.rowHistory'],
  /** Everything about an open workbook but its plan. */
  'workbook.about': { args: z.object(session), value: aboutWorkbookSchema },
  /** What a target shows: the plan, or the plan with the scenario laid over it. */
  'workbook.plan': { args: z.object({ ...session, target: targetSchema }), value: planTextSchema },
  /** Saves a copy without disturbing the open workbook; a file of that name is replaced. */
  'workbook.saveCopy': { args: z.object({ ...session, path }), value: z.object({ path: z.string() }) },
  'workbook.copyForOthers': {
    args: calls['workbook.copyForOthers'].args.extend({ path }),
    value: z.object({ path: z.string() }),
  },
  'workbook.compareCopy': {
    args: z.object({ ...session, path }),
    value: copyComparedSchema,
  },
  'backup.list': calls['backup.list'],
  /** A workbook that is open keeps its session. */
  'backup.restore': calls['backup.restore'],
  'workbook.changesInWords': calls['workbook.changesInWords'],
  'workbook.planAt': calls['workbook.planAt'],
  'scenario.create': calls['scenario.create'],
  'scenario.rename': calls['scenario.rename'],
  'scenario.archive': calls['scenario.archive'],
  'scenario.remove': calls['scenario.remove'],
  'snapshot.list': calls['snapshot.list'],
  'snapshot.create': calls['snapshot.create'],
  'snapshot.read': calls['snapshot.read'],
  'snapshot.remove': calls['snapshot.remove'],
  'view.list': calls['view.list'],
  'view.save': calls['view.save'],
  'view.remove': calls['view.remove'],
  'mapping.list': calls['mapping.list'],
  'mapping.save': calls['mapping.save'],
} as const

export type WorkbookCalls = typeof workbookCalls
export type WorkbookCallName = keyof WorkbookCalls
export type WorkbookCallArgs<C extends WorkbookCallName> = z.input<WorkbookCalls[C]['args']>
/** The arguments as a process has them after they were parsed, defaults filled in. */
export type WorkbookParsedArgs<C extends WorkbookCallName> = z.output<WorkbookCalls[C]['args']>
export type WorkbookCallValue<C extends WorkbookCallName> = z.output<WorkbookCalls[C]['value']>

/** What main sends to the workbook process. */
export const workbookRequestSchema = z.object({ id: z.int(), call: z.string(), args: z.unknown() })

/** What it answers, under the id of the request. */
export const workbookReplySchema = z.object({
  id: z.int(),
  answer: answerSchema,
})
export type WorkbookReply = { readonly id: number; readonly answer: Answer<unknown> }

/** True for the name of a call of the workbook process; names that every object inherits are none. */
export const isWorkbookCallName = (name: string): name is WorkbookCallName => Object.hasOwn(workbookCalls, name)

/** What a call was given, as its definition says, or at most five lines "where: what is wrong" for developers. */
export const parseWorkbookArgs = <C extends WorkbookCallName>(
  call: C,
  args: unknown,
): Result<z.output<WorkbookCalls[C]['args']>, string[]> =>
  check(workbookCalls[call].args, args) as Result<z.output<WorkbookCalls[C]['args']>, string[]>

/** What a call answered, as its definition says, or at most five lines "where: what is wrong" for developers. */
export const parseWorkbookValue = <C extends WorkbookCallName>(
  call: C,
  value: unknown,
): Result<WorkbookCallValue<C>, string[]> =>
  check(workbookCalls[call].value, value) as Result<WorkbookCallValue<C>, string[]>
