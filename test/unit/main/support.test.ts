import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { faultWords, openAppLog } from '../../../electron/main/app-log'
import { supportText } from '../../../electron/main/support-text'
import { makeFolder } from '../../fixtures/workbook'

const now = (): string => '2026-11-03T15:00:00.000Z'

describe('the log', () => {
  it('says of a fault its kind and places, and nothing of what it says', () => {
    const error = new TypeError('Cannot read "Maria Lopez" in /home/maria/Plan.rollout at x.js:1:1')
    error.stack = `${String(error)}\n    at act (file:///home/maria/app/out/main/main.js:12:3)\n    at /home/maria/app/out/main/files.js:4:5`
    expect(faultWords(error)).toBe('TypeError main.js:12:3 files.js:4:5')
  })

  it.each([undefined, null, 'Maria Lopez', { name: 'Maria' }, Object.assign(new Error('x'), { name: 'Maria Lopez' })])(
    'has no word of a fault that is none of its own: %s',
    (thrown) => expect(faultWords(thrown)).not.toContain('Maria'),
  )

  it('keeps the latest and the part before, however much is noted', () => {
    const path = join(makeFolder(), 'logs', 'app.log')
    const log = openAppLog(path, now)
    log.note('started')
    for (let at = 0; at < 12_000; at++) log.note('call-failed', 'workbook.commit', 'disk-full', at)
    log.note('ended')
    const kept = log.read()
    expect(kept.endsWith('ended\n')).toBe(true)
    expect(kept).not.toContain('started')
    expect(kept.length).toBeLessThan(600_000)
    expect(kept.length).toBeGreaterThan(256_000)
    expect(existsSync(`${path}.2`)).toBe(false)
    // one line each, none lost between the two files
    const numbers = kept.split('\n').flatMap((line) => Number(/disk-full (\d+)$/.exec(line)?.[1] ?? NaN) || [])
    expect(numbers).toEqual(Array.from({ length: numbers.length }, (_, at) => 12_000 - numbers.length + at))
  })

  it('disturbs nobody where it cannot be written', () => {
    const folder = makeFolder()
    expect(() => openAppLog(join(folder, 'a\0b'), now).note('started')).not.toThrow()
  })
})

describe('the support file', () => {
  it('tells of the app and the computer', () => {
    const text = supportText({
      at: now(),
      version: '0.1.0',
      electron: '45',
      chrome: '152',
      node: '24',
      system: 'linux x64 6.1',
      memoryMegabytes: 16_384,
      language: 'en-US',
      colorScheme: 'dark',
      workbookBytes: 1_234_567,
      recentCount: 3,
      crashCount: 0,
      log: '',
    })
    expect(text).toContain('Workbook open: one of 1,234,567 bytes')
    expect(text).toContain('nothing noted')
  })
})
