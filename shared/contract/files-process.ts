import { z } from 'zod'
import type { Result } from '../plan/result'
import type { Report } from '../report/report'
import { calls, sheetSchema } from './calls'
import { check } from './check'
import { answerSchema, type Answer } from './error'
import { planTextSchema } from './workbook'

const path = z.string().min(1).max(4096)

/** What the planner chose for a report, beside the plan that it is about. */
export const reportOptionsSchema = calls['report.export'].args.pick({
  audience: true,
  date: true,
  decisionAsked: true,
  contact: true,
  isDraft: true,
})
export type ReportOptions = z.output<typeof reportOptionsSchema>

/** A plan to put into a file, under the name it is shown by; the current plan's name is null. */
const namedPlanSchema = z.object({
  name: z.string().nullable(),
  question: z.string().nullable(),
  plan: planTextSchema,
})

const reportPlans = {
  /** What the report is about: the current plan or a scenario laid over it. */
  subject: namedPlanSchema,
  /** What stands beside it under "Choices": scenarios, and the current plan where the subject is a scenario. */
  choices: z.array(namedPlanSchema).max(4),
  options: reportOptionsSchema,
}

// made by our own files process, so only the frame is looked at
const reportSchema = z.custom<Report>(
  (report) => typeof report === 'object' && report !== null && Array.isArray(Reflect.get(report, 'sections')),
)

/**
 * Every call that the files process answers. It is started for one call and stopped afterwards; main asks the planner
 * for the path, so every path here was chosen by a person. Writing is whole or not at all.
 */
export const filesCalls = {
  readSheets: {
    args: z.object({ path }),
    value: z.object({ fileName: z.string(), sheets: z.array(sheetSchema), problems: z.array(z.string()) }),
  },
  writeTables: { args: z.object({ path, plan: planTextSchema }), value: z.object({ path: z.string() }) },
  writeReport: { args: z.object({ path, ...reportPlans }), value: calls['report.export'].value.unwrap() },
  /** The report as data, for the page that is printed; `path` is where the PDF will stand. */
  buildReport: { args: z.object({ path, ...reportPlans }), value: reportSchema },
} as const

export type FilesCalls = typeof filesCalls
export type FilesCallName = keyof FilesCalls
export type FilesCallArgs<C extends FilesCallName> = z.input<FilesCalls[C]['args']>
/** The arguments as the process has them after they were parsed. */
export type FilesParsedArgs<C extends FilesCallName> = z.output<FilesCalls[C]['args']>
export type FilesCallValue<C extends FilesCallName> = z.output<FilesCalls[C]['value']>

/** What main sends to the files process: one such message. */
export const filesRequestSchema = z.object({ id: z.int(), call: z.string(), args: z.unknown() })

/** What it sends back under the same id: any number of times how far it is (0–1), then the answer. */
export type FilesReply =
  | { readonly id: number; readonly done: number }
  | { readonly id: number; readonly answer: Answer<unknown> }
export const filesReplySchema = z.union([
  z.object({ id: z.int(), done: z.number().min(0).max(1) }),
  z.object({ id: z.int(), answer: answerSchema }),
])

/** True for the name of a call of the files process; names that every object inherits are none. */
export const isFilesCallName = (name: string): name is FilesCallName => Object.hasOwn(filesCalls, name)

/** What a call was given, as its definition says, or at most five lines "where: what is wrong" for developers. */
export const parseFilesArgs = <C extends FilesCallName>(
  call: C,
  args: unknown,
): Result<z.output<FilesCalls[C]['args']>, string[]> =>
  check(filesCalls[call].args, args) as Result<z.output<FilesCalls[C]['args']>, string[]>

/** What a call answered, as its definition says, or at most five lines "where: what is wrong" for developers. */
export const parseFilesValue = <C extends FilesCallName>(
  call: C,
  value: unknown,
): Result<FilesCallValue<C>, string[]> => check(filesCalls[call].value, value) as Result<FilesCallValue<C>, string[]>
