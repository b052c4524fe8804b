import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { inCache } from './project.ts'

const patienceSeconds = 600

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // somebody else's process is alive all the same
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

function take(file: string): boolean {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' })
    return true
  } catch {
    return false
  }
}

function isLeftBehind(file: string): boolean {
  try {
    const pid = Number(readFileSync(file, 'utf8'))
    return pid > 0 && !isAlive(pid)
  } catch {
    return false
  }
}

/**
 * Lets one process at a time do the body; others wait for it and then find the work done. What a killed process left
 * is taken over. It saves work only: whatever is made under it is also put in place by one rename.
 */
export async function withLock<T>(name: string, body: () => Promise<T>): Promise<T> {
  const file = inCache(`${name}.lock`)
  for (let second = 0; !take(file); second++) {
    if (isLeftBehind(file)) rmSync(file, { force: true })
    else if (second >= patienceSeconds) throw new Error(`Another run holds ${file}. If none is under way, delete it.`)
    else await wait(1000)
  }
  try {
    return await body()
  } finally {
    rmSync(file, { force: true })
  }
}

/** Gives the body a folder in the cache to make things in; it is gone afterwards, and so are those of killed runs. */
export async function withMakingFolder<T>(body: (folder: string) => Promise<T>): Promise<T> {
  for (const name of readdirSync(inCache())) {
    const pid = /^making-(\d+)-/.exec(name)?.[1]
    if (pid !== undefined && !isAlive(Number(pid))) rmSync(inCache(name), { recursive: true, force: true })
  }
  const folder = mkdtempSync(inCache(`making-${process.pid}-`))
  try {
    return await body(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
