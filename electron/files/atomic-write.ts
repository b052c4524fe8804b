import type { Answer } from '@shared/contract/error'
import { randomUUID } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { systemCodeOf } from './system-code'

const untouched = 'The file that was there before, if any, is unchanged, and so is your plan.'

/** What a failed write is called, with a sentence for the planner. */
const writeFailure = (path: string, error: unknown): Answer<never> => {
  const name = basename(path)
  const fail = (
    code: 'disk-full' | 'file-read-only' | 'file-locked' | 'file-unreachable' | 'write-failed',
    sentence: string,
  ) => ({ ok: false, error: { code, message: `${sentence} ${untouched}` } }) as const
  switch (systemCodeOf(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return fail(
        'disk-full',
        `"${name}" could not be saved because the disk is full. Free some space or choose another folder.`,
      )
    case 'EROFS':
    case 'EACCES':
      return fail(
        'file-read-only',
        `"${name}" could not be saved because its folder does not allow it. Choose another folder.`,
      )
    case 'EBUSY':
    case 'EPERM':
      return fail(
        'file-locked',
        `"${name}" could not be replaced; it may be open in another program. Close it there and try again.`,
      )
    case 'ENOENT':
    case 'ENOTDIR':
    case 'EIO':
    case 'ESTALE':
      return fail(
        'file-unreachable',
        `The folder for "${name}" cannot be reached. Check the drive or the network, or choose another folder.`,
      )
    default:
      return fail('write-failed', `"${name}" could not be saved. Try again, or choose another folder.`)
  }
}

const flushFolder = async (folder: string): Promise<void> => {
  // Windows does not open folders; there the rename itself is all that can be had.
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/**
 * Writes a whole file or nothing: the bytes go to a temporary name in the same folder, are flushed to the disk, and then
 * take the name of the old file in one step.
 */
export const writeWhole = async (path: string, bytes: Uint8Array): Promise<Answer<{ path: string }>> => {
  const folder = dirname(path)
  // Not made of the file's own name, which may be as long as names can be.
  const temporary = join(folder, `.rollout-${randomUUID().slice(0, 8)}.tmp`)
  try {
    const handle = await open(temporary, 'wx')
    try {
      await handle.writeFile(bytes)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(temporary, path)
    await flushFolder(folder).catch(() => undefined)
    return { ok: true, value: { path } }
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined)
    return writeFailure(path, error)
  }
}
