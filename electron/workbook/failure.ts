import { basename } from 'node:path'
import { randomUUID } from 'node:crypto'
import type { Answer, ErrorCode, Failure } from '@shared/contract/error'
import { whyNoWriting } from './disk-probe'

/** What was being done to the file when something went wrong; decides what the planner is told about what is safe. */
export type Doing = 'open' | 'create' | 'save' | 'copy' | 'read' | 'restore'

/** A failure on its way up to the edge of the workbook, where it becomes an answer. */
export class WorkbookFailure extends Error {
  readonly failure: Failure
  constructor(code: ErrorCode, message: string, details?: unknown) {
    super(message)
    this.failure = details === undefined ? { code, message } : { code, message, details }
  }
}

const safe: Record<Doing, string> = {
  open: 'Nothing in it was changed.',
  create: 'No workbook was made, and nothing else was changed.',
  save: 'Your last change was not saved; everything before it is safe in the file.',
  copy: 'No copy was made; the workbook that is open is as it was.',
  read: 'Nothing in it was changed.',
  restore: 'No backup was put in its place; it is as it was.',
}

const verbs: Record<Doing, string> = {
  open: 'be opened',
  create: 'be made',
  save: 'be saved',
  copy: 'be copied',
  read: 'be read',
  restore: 'be restored',
}

/** A file's name as the planner knows it, in quotation marks. */
export const named = (path: string): string => `“${basename(path)}”`

type Sentence = (path: string, doing: Doing) => string

const could = (path: string, doing: Doing): string => `${named(path)} could not ${verbs[doing]}`

const sentences = {
  'file-not-found': (path, doing) =>
    `${named(path)} is not there any more: it was moved, renamed or deleted. ${safe[doing]} Look for it in its folder or in the recycle bin, or open another workbook.`,
  'file-damaged': (path, doing) =>
    `${named(path)} is damaged: parts of it cannot be read. ${safe[doing]} Open a backup or an earlier copy of it, and keep the damaged file until you have what you need.`,
  'file-read-only': (path, doing) =>
    `${could(path, doing)}: the file or its folder may only be read. ${safe[doing]} Choose another folder, or ask whoever looks after the folder for the right to write there.`,
  'file-locked': (path, doing) =>
    `${could(path, doing)}: another program is using it at this moment. ${safe[doing]} Wait a little and try again.`,
  'file-exists': (path, doing) =>
    `A file of the name ${named(path)} is there already. ${safe[doing]} Choose another name.`,
  'disk-full': (path, doing) =>
    `${could(path, doing)}: the disk is full, or the room that you may use on it is used up. ${safe[doing]} Make room on it or save a copy to another disk, then try again.`,
  'file-unreachable': (path, doing) =>
    `${could(path, doing)}: its folder or drive does not answer. ${safe[doing]} Check the connection to the drive, then try again.`,
} as const satisfies Partial<Record<ErrorCode, Sentence>>

/** A failure of the file itself, with its sentence. */
export const fileFailure = (
  code: keyof typeof sentences,
  path: string,
  doing: Doing,
  details?: unknown,
): WorkbookFailure => new WorkbookFailure(code, sentences[code](path, doing), details)

const ofSystem: Record<string, keyof typeof sentences> = {
  ENOENT: 'file-not-found',
  EACCES: 'file-read-only',
  EPERM: 'file-read-only',
  EROFS: 'file-read-only',
  EEXIST: 'file-exists',
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EFBIG: 'disk-full',
  EBUSY: 'file-locked',
}

const ofSqlite: readonly (readonly [prefix: string, code: keyof typeof sentences])[] = [
  ['SQLITE_FULL', 'disk-full'],
  ['SQLITE_CORRUPT', 'file-damaged'],
  ['SQLITE_NOTADB', 'file-damaged'],
  ['SQLITE_BUSY', 'file-locked'],
  ['SQLITE_LOCKED', 'file-locked'],
  // the file was moved or deleted under the open workbook
  ['SQLITE_READONLY_DBMOVED', 'file-unreachable'],
  ['SQLITE_READONLY', 'file-read-only'],
  ['SQLITE_PERM', 'file-read-only'],
  ['SQLITE_CANTOPEN', 'file-unreachable'],
  ['SQLITE_IOERR', 'file-unreachable'],
]

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

/** The system's own code of a failure to write that SQLite does not name; the code as it is for any other. */
function systemCodeOf(code: string, path: string): string {
  // a quota or a limit on the size of files comes as an error of input and output, like a drive that is gone
  const isVague = /^SQLITE_IOERR_(WRITE|FSYNC|TRUNCATE)/.test(code)
  return (isVague ? whyNoWriting(path, randomUUID) : null) ?? code
}

/** Whatever was thrown, as a failure with its sentence. What nobody foresaw is `internal`. */
export function failureOf(error: unknown, path: string, doing: Doing): Failure {
  if (error instanceof WorkbookFailure) return error.failure
  const code = systemCodeOf(codeOf(error), path)
  const details = { cause: error instanceof Error ? error.message : String(error), code }
  const known = ofSystem[code] ?? ofSqlite.find(([prefix]) => code.startsWith(prefix))?.[1]
  // a missing folder is not a missing workbook
  const isFolderGone = known === 'file-not-found' && doing !== 'open' && doing !== 'read'
  if (known) return fileFailure(isFolderGone ? 'file-unreachable' : known, path, doing, details).failure
  // whatever else the system says about the file (a drive that went away, an input or output error)
  if (code.startsWith('E') && !code.startsWith('ERR_'))
    return fileFailure('file-unreachable', path, doing, details).failure
  return {
    code: 'internal',
    message: `${could(path, doing)} because of a fault in the program. ${safe[doing]} Try again; if it happens again, close the workbook and open it anew.`,
    details,
  }
}

/** Does something to a file; what is thrown becomes the answer. */
export function attempt<T>(path: string, doing: Doing, act: () => T): Answer<T> {
  try {
    return { ok: true, value: act() }
  } catch (error) {
    return { ok: false, error: failureOf(error, path, doing) }
  }
}

/** The value of an answer; a failure is thrown, to become the answer of what is being done around it. */
export function valueOrThrow<T>(answer: Answer<T>): T {
  if (answer.ok) return answer.value
  throw new WorkbookFailure(answer.error.code, answer.error.message, answer.error.details)
}
