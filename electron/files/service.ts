import type { Answer } from '@shared/contract/error'
import {
  filesRequestSchema,
  isFilesCallName,
  parseFilesArgs,
  type FilesCallName,
  type FilesCallValue,
  type FilesParsedArgs,
  type FilesReply,
} from '@shared/contract/files-process'
import { planFromText } from '@shared/plan/plan-text'
import type { ReportInput } from '@shared/report/report-input'
import { readSheets } from './read'
import { today } from './today'
import { makeReport, reportOf } from './write-report'
import { writeTables } from './write-tables'

type Progress = (done: number) => void
type Handlers = {
  readonly [C in FilesCallName]: (args: FilesParsedArgs<C>, progress: Progress) => Promise<Answer<FilesCallValue<C>>>
}

const reportInputOf = ({ subject, choices, options }: Omit<FilesParsedArgs<'buildReport'>, 'path'>): ReportInput => {
  const named = ({ name, question, plan }: typeof subject) => ({ name, question, plan: planFromText(plan) })
  return { subject: named(subject), choices: choices.map(named), options }
}

const handlers: Handlers = {
  readSheets: ({ path }) => readSheets(path),
  writeTables: ({ path, plan }, progress) =>
    writeTables(path, { plan: planFromText(plan), scenario: null, day: today() }, progress),
  writeReport: ({ path, ...plans }, progress) => makeReport(path, reportInputOf(plans), progress),
  buildReport: (plans) => Promise.resolve(reportOf(reportInputOf(plans))),
}

const refused = (details: unknown): Answer<never> => ({
  ok: false,
  error: {
    code: 'call-refused',
    message: 'The program asked for something that cannot be done with files. Nothing was changed.',
    details,
  },
})

const internal = (error: unknown): Answer<never> => ({
  ok: false,
  error: {
    code: 'internal',
    message: 'A fault in the program stopped this step. No file and no plan was changed. Please try again.',
    details: error instanceof Error ? error.message : String(error),
  },
})

const carryOut = <C extends FilesCallName>(
  own: Pick<Handlers, C>,
  call: C,
  given: unknown,
  progress: Progress,
): Promise<Answer<FilesCallValue<C>>> => {
  const args = parseFilesArgs(call, given)
  return args.ok ? own[call](args.value, progress) : Promise.resolve(refused({ call, problems: args.error }))
}

/** Answers one message of the files process: any number of times how far it is, then the answer. Never throws. */
export const answerFilesRequest = async (message: unknown, send: (reply: FilesReply) => void): Promise<void> => {
  const request = filesRequestSchema.safeParse(message)
  if (!request.success) return send({ id: -1, answer: refused({ problems: ['not a request'] }) })
  const { id, call, args } = request.data
  if (!isFilesCallName(call)) return send({ id, answer: refused({ call }) })
  const progress: Progress = (done) => send({ id, done: Math.min(1, Math.max(0, done)) })
  try {
    send({ id, answer: await carryOut(handlers, call, args, progress) })
  } catch (error) {
    send({ id, answer: internal(error) })
  }
}
