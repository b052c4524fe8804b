import { closeSync, openSync, readSync, realpathSync, statSync } from 'node:fs'
import { named, WorkbookFailure } from './failure'

/** "RLWB": what a workbook says it is, in SQLite's own header. */
export const applicationId = 0x52_4c_57_42

const magic = 'SQLite format 3\0'
const headerBytes = 100
const versionAt = 60
const applicationAt = 68

const notWorkbook = (path: string, why: string): WorkbookFailure =>
  new WorkbookFailure(
    'file-not-workbook',
    `${named(path)} is not a Rollout workbook: ${why}. It was not changed. Open a file that ends in “.rollout”, or use Import for a spreadsheet.`,
  )

/** The file was made by a later version of the program. */
const newerVersion = (path: string, version: number, known: number): WorkbookFailure =>
  new WorkbookFailure(
    'file-newer-version',
    `${named(path)} was made with a newer version of Rollout Workbook than this one. It was not changed. Install the newer version to open it, or ask for a copy saved with yours.`,
    { version, known },
  )

function readHeader(path: string): Buffer {
  const file = openSync(path, 'r')
  try {
    const bytes = Buffer.alloc(headerBytes)
    return bytes.subarray(0, readSync(file, bytes, 0, headerBytes, 0))
  } finally {
    closeSync(file)
  }
}

/**
 * Looks at a file before SQLite does: answers its real path and the version of its format. Throws where it is missing,
 * not a workbook, or newer than `known`; whether it is whole is not yet said.
 */
export function inspectFile(path: string, known: number): { path: string; version: number } {
  const real = realpathSync(path)
  const stat = statSync(real)
  if (stat.isDirectory()) throw notWorkbook(path, 'it is a folder')
  if (stat.size === 0) throw notWorkbook(path, 'it is empty')
  const header = readHeader(real)
  if (header.length < headerBytes || header.toString('latin1', 0, magic.length) !== magic)
    throw notWorkbook(path, 'it holds something else')
  if (header.readInt32BE(applicationAt) !== applicationId)
    throw notWorkbook(path, 'it is a database of another program')
  const version = header.readUInt32BE(versionAt)
  if (version === 0) throw notWorkbook(path, 'it is a database of another program')
  if (version > known) throw newerVersion(path, version, known)
  return { path: real, version }
}
