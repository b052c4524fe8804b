import { realpath } from 'node:fs/promises'
import { resolve } from 'node:path'
import { within } from './patience'

/** A share that takes longer than this to say what a path leads to may never say it. */
const patienceMilliseconds = 1500

const asWritten = (name: string): string =>
  process.platform === 'win32' || process.platform === 'darwin' ? name.toLowerCase() : name

/**
 * Makes the question whether two paths mean one file, whichever way they lead to it. Where `look` does not tell soon what
 * a path really is, the path is taken as it is written. A path is not looked up again while it has not been answered:
 * each open look-up keeps one of the few threads that read files.
 */
export function sameFileBy(look: (path: string) => Promise<string>): (a: string, b: string) => Promise<boolean> {
  const asked = new Map<string, Promise<string>>()
  const realName = (path: string): Promise<string> => {
    const before = asked.get(path)
    if (before) return before
    const answer = look(path)
      .catch(() => path)
      .finally(() => asked.delete(path))
    asked.set(path, answer)
    return answer
  }
  const nameOf = async (path: string): Promise<string> => {
    const whole = resolve(path)
    return asWritten((await within(patienceMilliseconds, realName(whole))) ?? whole)
  }
  return async (a, b) => {
    if (a === b) return true
    const [first, second] = await Promise.all([nameOf(a), nameOf(b)])
    return first === second
  }
}

/** Whether two paths mean one file, as the system says. */
export const isSameFile = sameFileBy(realpath)
