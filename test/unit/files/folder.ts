import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'

/** A folder for the files of one suite, gone afterwards. */
export type Folder = {
  readonly path: (name: string) => string
  /** Puts a file there; the answer is its path. */
  readonly put: (name: string, content: string | Uint8Array) => string
  readonly names: () => string[]
}

export function testFolder(): Folder {
  const folder = mkdtempSync(join(tmpdir(), 'rollout-files-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const path = (name: string): string => join(folder, name)
  return {
    path,
    put: (name, content) => {
      writeFileSync(path(name), content)
      return path(name)
    },
    names: () => readdirSync(folder),
  }
}
