import { describe, expect, it, vi } from 'vitest'
import type { Child } from '../../../electron/main/child'
import { filesHost, type FilesHost } from '../../../electron/main/files-host'
import { failure, good } from '../../fixtures/workbook'

type Process = { requests: unknown[]; isKilled: boolean; say: (message: unknown) => void; end: () => void }

const never = new AbortController().signal
const unheard = (): void => undefined
const sheets = { fileName: 'a.csv', sheets: [{ name: 'a', rows: [['Lincoln', 7, true, null]] }], problems: [] }

/** A files host whose processes do nothing by themselves. */
function makeHost(megabytes = () => 100, milliseconds = 60_000): { host: FilesHost; processes: Process[] } {
  const processes: Process[] = []
  const fork = (): Child => {
    let take: (message: unknown) => void = unheard
    let end: () => void = unheard
    const process: Process = {
      requests: [],
      isKilled: false,
      say: (message) => take(message),
      end: () => end(),
    }
    processes.push(process)
    return {
      pid: () => 77,
      send: (message) => void process.requests.push(message),
      onMessage: (listener) => void (take = listener),
      onExit: (listener) => void (end = listener),
      kill: () => void (process.isKilled = true),
    }
  }
  const bounds = { milliseconds, megabytes: 1000, lookEveryMilliseconds: 5 }
  return { host: filesHost({ fork, memoryOf: megabytes, bounds }), processes }
}

describe('a task with files', () => {
  it('has a process of its own, which is ended once it has answered', async () => {
    const { host, processes } = makeHost()
    const reading = host.run('readSheets', { path: '/x/a.csv' }, never, unheard)
    processes[0]?.say({ id: 1, answer: { ok: true, value: sheets } })
    expect(good(await reading)).toEqual(sheets)
    expect(processes[0]).toMatchObject({
      requests: [{ id: 1, call: 'readSheets', args: { path: '/x/a.csv' } }],
      isKilled: true,
    })
    void host.run('readSheets', { path: '/x/b.csv' }, never, unheard)
    expect(processes).toHaveLength(2)
  })

  it('tells how far it is', async () => {
    const { host, processes } = makeHost()
    const told: (number | null)[] = []
    const reading = host.run('readSheets', { path: '/x/a.csv' }, never, (done) => void told.push(done))
    processes[0]?.say({ id: 1, done: 0.25 })
    processes[0]?.say({ id: 1, done: 1 })
    processes[0]?.say({ id: 1, answer: { ok: true, value: sheets } })
    await reading
    expect(told).toEqual([0.25, 1])
  })

  it('fails as the process says', async () => {
    const { host, processes } = makeHost()
    const reading = host.run('readSheets', { path: '/x/a.xlsx' }, never, unheard)
    processes[0]?.say({ id: 1, answer: { ok: false, error: { code: 'sheet-encrypted', message: 'Protected.' } } })
    expect(failure(await reading, 'sheet-encrypted').message).toBe('Protected.')
  })

  it('ends at once when it is cancelled', async () => {
    const { host, processes } = makeHost()
    const controller = new AbortController()
    const reading = host.run('readSheets', { path: '/x/a.csv' }, controller.signal, unheard)
    controller.abort()
    failure(await reading, 'cancelled')
    expect(processes[0]?.isKilled).toBe(true)
    failure(await host.run('readSheets', { path: '/x/a.csv' }, controller.signal, unheard), 'cancelled')
  })

  it('says which file was not read or written when the process stops', async () => {
    const { host, processes } = makeHost()
    const reading = host.run('readSheets', { path: '/x/odd.xlsx' }, never, unheard)
    processes[0]?.end()
    expect(failure(await reading, 'files-process-stopped').message).toContain('"odd.xlsx" could not be read')
  })

  it('is stopped when it needs more memory than a spreadsheet should', async () => {
    const { host, processes } = makeHost(() => 1001)
    failure(await host.run('readSheets', { path: '/x/bomb.xlsx' }, never, unheard), 'sheet-too-large')
    expect(processes[0]?.isKilled).toBe(true)
  })

  it('is stopped when it takes too long', async () => {
    const { host, processes } = makeHost(() => 1, 20)
    const answer = await host.run('readSheets', { path: '/x/a.xlsx' }, never, unheard)
    expect(failure(answer, 'files-process-stopped').message).toContain('took too long')
    expect(processes[0]?.isKilled).toBe(true)
  })

  it('does not pass on what is no answer to the call', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const { host, processes } = makeHost()
    const reading = host.run('readSheets', { path: '/x/a.csv' }, never, unheard)
    processes[0]?.say('hello')
    processes[0]?.say({ id: 1, done: 7 })
    processes[0]?.say({ id: 1, answer: { ok: true, value: { sheets: 'none' } } })
    expect(failure(await reading, 'internal').message).toContain('Your plan is as it was')
  })
})
