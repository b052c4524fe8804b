import { closeSync, fsyncSync, openSync, rmSync, statSync, writeSync } from 'node:fs'

// about as much as an act of a planner needs
const block = Buffer.alloc(1024 * 1024)

const codeOf = (error: unknown): string | null =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null

/**
 * What the system says when a file beside this one is to grow past its size: SQLite tells only that writing failed, not
 * whether the disk is full, the planner's share of it is used up or the drive is gone. Null where nothing is in the way
 * now. The probe is taken away again.
 */
export function whyNoWriting(path: string, newId: () => string): string | null {
  const probe = `${path}.${newId()}.probe`
  try {
    const { size } = statSync(path)
    const file = openSync(probe, 'wx')
    try {
      // the last bit of room takes a part of it, and only the rest is refused
      for (let done = 0; done < block.length;) done += writeSync(file, block, done, block.length - done, size + done)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    return null
  } catch (error) {
    return codeOf(error)
  } finally {
    try {
      rmSync(probe, { force: true })
    } catch {
      // a drive that is gone takes the probe with it
    }
  }
}
