import { realpath } from 'node:fs/promises'
import { resolve } from 'node:path'

const sameFileName = async (path: string): Promise<string> => {
  const whole = resolve(path)
  const real = await realpath(whole).catch(() => whole)
  return process.platform === 'win32' || process.platform === 'darwin' ? real.toLowerCase() : real
}

/** Whether two paths mean one file, whichever way they lead to it. */
export const isSameFile = async (a: string, b: string): Promise<boolean> =>
  a === b || (await sameFileName(a)) === (await sameFileName(b))
