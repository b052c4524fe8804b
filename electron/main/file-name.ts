import { existsSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'

/** The kinds of files that people choose, with the endings that they have. */
export const fileKinds = {
  workbook: { words: 'Rollout workbook', endings: ['rollout'] },
  sheets: { words: 'Excel workbook or CSV file', endings: ['xlsx', 'xlsm', 'xls', 'ods', 'csv', 'tsv', 'txt'] },
  tables: { words: 'Excel workbook', endings: ['xlsx'] },
  report: { words: 'Excel workbook', endings: ['xlsx'] },
  pdf: { words: 'PDF document', endings: ['pdf'] },
  support: { words: 'Text file', endings: ['txt'] },
} as const satisfies Record<string, { words: string; endings: readonly [string, ...string[]] }>
export type FileKind = keyof typeof fileKinds

const longest = 100
const reservedOnWindows = /^(con|prn|aux|nul|com\d|lpt\d)$/i

/** A name that every system accepts for a file, from what a person typed; `otherwise` where nothing is left of it. */
export function safeFileName(text: string, otherwise: string): string {
  const name = text
    .replaceAll(/[\p{Cc}<>:"/\\|?*]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .slice(0, longest)
    .replaceAll(/^[ .]+|[ .]+$/g, '')
  return name === '' || reservedOnWindows.test(name) ? otherwise : name
}

/** `path`, or the first of `path (2)`, `path (3)`… that is not taken. */
export function freePath(path: string, isTaken: (path: string) => boolean = existsSync): string {
  const ending = extname(path)
  const stem = join(dirname(path), basename(path, ending))
  let free = path
  for (let number = 2; isTaken(free); number++) free = `${stem} (${number})${ending}`
  return free
}

/**
 * The path a person chose to save to, with the kind's ending. Not every system's dialog adds it; where we add it, the
 * person was not asked about a file that has that name, so it is not the one written over.
 */
export function withEnding(path: string, kind: FileKind, isTaken: (path: string) => boolean = existsSync): string {
  const endings: readonly string[] = fileKinds[kind].endings
  if (endings.includes(extname(path).slice(1).toLowerCase())) return path
  return freePath(`${path}.${fileKinds[kind].endings[0]}`, isTaken)
}
