import { existsSync, readFileSync, renameSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { writeWhole } from '../files/atomic-write'

type Schema<T> = {
  readonly safeParse: (
    value: unknown,
  ) => { readonly success: true; readonly data: T } | { readonly success: false; readonly error: unknown }
}

/** What a settings file held; `setAside` is where it was moved when it could not be read. */
export type Read<T> = { readonly value: T; readonly setAside: string | null }

function parsed<T>(text: string, schema: Schema<T>): T | null {
  try {
    const result = schema.safeParse(JSON.parse(text))
    return result.success ? result.data : null
  } catch {
    return null
  }
}

function moveAside(path: string): string {
  const aside = `${path}.broken`
  renameSync(path, aside)
  return aside
}

/**
 * Reads a small settings file at the start of the app. A file that is not there is `otherwise`; so is one that cannot be
 * understood, which is kept beside it for whoever wants to look: settings must never keep the app from starting.
 */
export function readJsonFile<T>(path: string, schema: Schema<T>, otherwise: T): Read<T> {
  try {
    if (!existsSync(path)) return { value: otherwise, setAside: null }
    const value = parsed(readFileSync(path, 'utf8'), schema)
    return value === null ? { value: otherwise, setAside: moveAside(path) } : { value, setAside: null }
  } catch (error) {
    console.error(`${path} cannot be read:`, error)
    return { value: otherwise, setAside: null }
  }
}

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  const written = await writeWhole(path, Buffer.from(text))
  if (!written.ok) throw new Error(written.error.message)
}

/**
 * Gives a function that writes the file whole or not at all, one writing after the other. It never rejects: that a
 * setting is lost is told in the log, and must not disturb the planner's work.
 */
export function jsonWriter(path: string): (value: unknown) => Promise<void> {
  let last = Promise.resolve()
  return (value) => {
    const text = `${JSON.stringify(value, null, 2)}\n`
    last = last.then(() => write(path, text)).catch((error) => console.error(`${path} was not written:`, error))
    return last
  }
}
