import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import type { CallName } from '@shared/contract/calls'
import type { ErrorCode } from '@shared/contract/error'

const mostBytes = 256 * 1024

/** What can stand in the log: words of the program and numbers. A name, a path or a message has no way into it. */
export type LogWord =
  | 'started'
  | 'ended'
  | 'session-ends'
  | 'call-failed'
  | 'workbook-process-back'
  | 'workbook-process-lost'
  | 'page-stopped'
  | 'process-gone'
  | 'fault'
  | CallName
  | ErrorCode
  | Electron.Details['type']
  | Electron.RenderProcessGoneDetails['reason']
  | number

export type AppLog = {
  readonly note: (...words: readonly LogWord[]) => void
  /** A fault in the program: the kind of error and the places in the built code, not what it says. */
  readonly fault: (error: unknown) => void
  /** What is kept, the earliest first. */
  readonly read: () => string
}

const mostPlaces = 8

/** Kind and places of an error: "TypeError main.js:12:3 main.js:40:9". */
export function faultWords(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  const kind = /^[A-Za-z]{1,40}$/.test(error.name) ? error.name : 'Error'
  // the part after the last slash of each frame; the first line is the message, which may hold anything
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  const places = frames.flatMap((line) => /([\w.-]{1,60}\.c?js:\d+:\d+)\)?$/.exec(line)?.[1] ?? [])
  return [kind, ...places.slice(0, mostPlaces)].join(' ')
}

const textOf = (path: string): string => (existsSync(path) ? readFileSync(path, 'utf8') : '')

/**
 * A small log on this computer, never sent anywhere. When it is full it becomes `path.1` and a new one begins, so at most
 * two are kept. That it cannot be written disturbs nobody.
 */
export function openAppLog(path: string, now: () => string): AppLog {
  const before = `${path}.1`
  const write = (line: string): void => {
    try {
      mkdirSync(dirname(path), { recursive: true })
      if (existsSync(path) && statSync(path).size > mostBytes) renameSync(path, before)
      appendFileSync(path, `${now()} ${line}\n`)
    } catch (error) {
      console.error('The log was not written:', error)
    }
  }
  return {
    note: (...words) => write(words.join(' ')),
    fault: (error) => write(`fault ${faultWords(error)}`),
    read: () => textOf(before) + textOf(path),
  }
}
