import { readFileSync } from 'node:fs'
import * as files from 'node:fs/promises'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { ErrorCode } from '@shared/contract/error'
import { writeWhole } from '../../../electron/files/atomic-write'
import { failure, good } from '../../fixtures/workbook'
import { testFolder } from './folder'

// What a disk, a share or another program does cannot be had on every machine, so it is played here.
vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof files>()
  return { ...real, open: vi.fn(real.open), rename: vi.fn(real.rename) }
})

const systemError = (code: string): Error => Object.assign(new Error(code), { code })
const bytes = new TextEncoder().encode('new')

describe('writing a file', () => {
  const folder = testFolder()
  afterEach(() => vi.clearAllMocks())

  it('replaces the old one, and leaves nothing else behind', async () => {
    const path = folder.put('report.xlsx', 'old')
    good(await writeWhole(path, bytes))
    expect(readFileSync(path, 'utf8')).toBe('new')
    expect(folder.names()).toEqual(['report.xlsx'])
  })

  it('takes a name as long as names may be', async () => {
    const path = folder.path(`${'a'.repeat(250)}.xlsx`)
    good(await writeWhole(path, bytes))
    expect(readFileSync(path, 'utf8')).toBe('new')
  })

  it.each<[string, ErrorCode, string]>([
    ['EPERM', 'file-locked', 'may be open in another program'],
    ['EBUSY', 'file-locked', 'may be open in another program'],
    ['EACCES', 'file-read-only', 'folder does not allow it'],
    ['ESTALE', 'file-unreachable', 'cannot be reached'],
  ])('keeps the old one where it cannot be replaced (%s)', async (code, name, words) => {
    const before = folder.names()
    const path = folder.put('report.xlsx', 'old')
    vi.mocked(files.rename).mockRejectedValueOnce(systemError(code))
    const { message } = failure(await writeWhole(path, bytes), name)
    expect(message).toContain(words)
    expect(message).toContain('"report.xlsx"')
    expect(message).toContain('unchanged')
    expect(readFileSync(path, 'utf8')).toBe('old')
    expect(folder.names()).toEqual(before)
  })

  it('keeps the old one where the disk is full in the middle', async () => {
    const path = folder.put('report.xlsx', 'old')
    const before = folder.names()
    vi.mocked(files.open).mockImplementationOnce(async (...args) => {
      const { open } = await vi.importActual<typeof files>('node:fs/promises')
      const handle = await open(...args)
      vi.spyOn(handle, 'sync').mockRejectedValueOnce(systemError('ENOSPC'))
      return handle
    })
    expect(failure(await writeWhole(path, bytes), 'disk-full').message).toContain('the disk is full')
    expect(readFileSync(path, 'utf8')).toBe('old')
    expect(folder.names()).toEqual(before)
  })

  it.each<[string, ErrorCode]>([
    ['EROFS', 'file-read-only'],
    ['EACCES', 'file-read-only'],
    ['EIO', 'file-unreachable'],
    ['EMFILE', 'write-failed'],
  ])('is refused with a name where the folder takes no file (%s)', async (code, name) => {
    vi.mocked(files.open).mockRejectedValueOnce(systemError(code))
    expect(failure(await writeWhole(folder.path('other.xlsx'), bytes), name).message).toContain('"other.xlsx"')
    expect(folder.names()).not.toContain('other.xlsx')
  })
})
