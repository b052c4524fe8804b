import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { isSameFile, sameFileBy } from '../../../electron/main/same-file'

const folder = mkdtempSync(join(tmpdir(), 'rollout-same-'))
afterEach(() => {
  vi.useRealTimers()
  rmSync(folder, { recursive: true, force: true })
})

describe('whether two paths mean one file', () => {
  it('is told by where they lead, through folders and links', async () => {
    mkdirSync(join(folder, 'inner'), { recursive: true })
    const file = join(folder, 'Plan.rollout')
    writeFileSync(file, '')
    symlinkSync(file, join(folder, 'link.rollout'))
    expect(await isSameFile(file, join(folder, 'inner', '..', 'Plan.rollout'))).toBe(true)
    expect(await isSameFile(file, join(folder, 'link.rollout'))).toBe(true)
    expect(await isSameFile(file, join(folder, 'Other.rollout'))).toBe(false)
  })

  it('is told in the end by how they are written where a share does not answer, and each path is asked about once', async () => {
    vi.useFakeTimers()
    const looks: string[] = []
    const isSame = sameFileBy((path) => {
      looks.push(path)
      return path.startsWith('/share') ? new Promise(() => undefined) : Promise.resolve(path)
    })
    const questions = [
      isSame('/share/Plan.rollout', '/home/Plan.rollout'),
      isSame('/share/Plan.rollout', '/share/./Plan.rollout'),
      isSame('/share/Plan.rollout', '/home/Plan.rollout'),
    ]
    await vi.advanceTimersByTimeAsync(2000)
    expect(await Promise.all(questions)).toEqual([false, true, false])
    expect(looks.filter((path) => path === '/share/Plan.rollout')).toHaveLength(1)
  })

  it('is asked again once it was answered: a link may lead elsewhere by then', async () => {
    let target = '/a'
    const isSame = sameFileBy(async (path) => (path === '/link' ? target : path))
    expect(await isSame('/link', '/a')).toBe(true)
    target = '/b'
    expect(await isSame('/link', '/a')).toBe(false)
  })
})
