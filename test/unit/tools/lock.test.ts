import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { withLock, withMakingFolder } from '../../../tools/lock.ts'
import { inCache } from '../../../tools/project.ts'

const name = `test-${process.pid}`
const file = inCache(`${name}.lock`)
afterEach(() => rmSync(file, { force: true }))

/** The number of a process that has ended. */
const deadProcess = (): number => spawnSync(process.execPath, ['-e', '']).pid

describe('a lock', () => {
  it('lets one in at a time', async () => {
    const order: string[] = []
    const visit = (who: string): Promise<void> =>
      withLock(name, async () => {
        order.push(`${who} in`)
        await new Promise((done) => setTimeout(done, 20))
        order.push(`${who} out`)
      })
    await Promise.all([visit('a'), visit('b')])
    expect(order).toEqual(['a in', 'a out', 'b in', 'b out'])
  })

  it('is free again after a failure', async () => {
    await expect(withLock(name, () => Promise.reject(new Error('as planned')))).rejects.toThrow('as planned')
    expect(await withLock(name, async () => 'in')).toBe('in')
  })

  it('that a killed process left is taken over', async () => {
    writeFileSync(file, String(deadProcess()))
    expect(await withLock(name, async () => 'in')).toBe('in')
    expect(existsSync(file)).toBe(false)
  })
})

describe('a folder to make things in', () => {
  it('is gone afterwards, also when making failed', async () => {
    let folder = ''
    const failing = withMakingFolder(async (path) => {
      folder = path
      writeFileSync(join(path, 'half-made'), '')
      throw new Error('as planned')
    })
    await expect(failing).rejects.toThrow('as planned')
    expect(folder).not.toBe('')
    expect(existsSync(folder)).toBe(false)
  })

  it('takes along what killed processes left, and nothing else', async () => {
    const left = inCache(`making-${deadProcess()}-left`)
    const living = inCache(`making-${process.ppid}-living`)
    mkdirSync(left)
    mkdirSync(living)
    try {
      await withMakingFolder(async () => undefined)
      expect([existsSync(left), existsSync(living)]).toEqual([false, true])
    } finally {
      rmSync(living, { recursive: true, force: true })
    }
  })
})
