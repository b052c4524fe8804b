import { execFileSync } from 'node:child_process'
import { readdirSync, statSync, unlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openWorkbook } from '../../../electron/workbook/open'
import { systemEnvironment } from '../../../electron/workbook/environment'
import { addSchool, failure, good, makeFolder, start } from '../../fixtures/workbook'
import { integrityOf } from '../../fixtures/workbook-files'
import { buildWorkbookProcess, startWorkbookProcess, type RunningProcess } from '../../fixtures/workbook-process'

let built: Awaited<ReturnType<typeof buildWorkbookProcess>>
beforeAll(async () => {
  built = await buildWorkbookProcess()
})
afterAll(() => built.remove())

/** Sets how large a file the process may write, in bytes; what it does beyond fails as on a full disk or a used up quota. */
const limit = ({ child }: RunningProcess, bytes: number | 'unlimited'): void =>
  void execFileSync('prlimit', ['--pid', String(child.pid), `--fsize=${bytes}:unlimited`])

const schools = (count: number, name: string) =>
  Array.from({ length: count }, (_, at) => addSchool(`${name} ${at} ${'long '.repeat(20)}`))

const session = async () => {
  const path = join(makeFolder(), 'Plan.rollout')
  const process = startWorkbookProcess(built.entry)
  const ask = async <T>(call: string, args: object): Promise<T> =>
    (await process.ask(call as 'workbook.commit', args as never)) as T
  const opened = good(await ask<never>('workbook.create', { path, start })) as { sessionId: string }
  const commit = (changes: unknown, label: string) =>
    ask<never>('workbook.commit', { sessionId: opened.sessionId, target: 'plan', code: 'edit', label, changes })
  return { path, process, commit }
}

describe.runIf(process.platform === 'linux' && process.getuid?.() === 0)('a disk that takes no more', () => {
  test('is told as full, keeps every answered commit, and goes on once there is room', async () => {
    const { path, process: running, commit } = await session()
    good(await commit(schools(50, 'First'), 'First'))
    limit(running, statSync(path).size + 8192)
    const told = failure(await commit(schools(400, 'Too many'), 'Too many'), 'disk-full')
    expect(told.message).toContain('everything before it is safe')
    expect(told.message).toContain('the room that you may use on it is used up')
    limit(running, 'unlimited')
    good(await commit(schools(5, 'Later'), 'Later'))
    running.child.kill('SIGKILL')
    await running.gone
    expect(integrityOf(path)).toBe('ok')
    const again = good(openWorkbook(path, systemEnvironment()))
    expect(good(again.history(10, null)).map(({ label }) => label)).toEqual(['Later', 'First', expect.any(String)])
    again.close()
    // nothing is left of looking why
    expect(readdirSync(dirname(path))).toEqual(['Plan.rollout'])
  })

  test('loses nothing where the process is killed on it', async () => {
    const { path, process: running, commit } = await session()
    good(await commit(schools(50, 'First'), 'First'))
    limit(running, statSync(path).size + 8192)
    const last = commit(schools(400, 'Too many'), 'Too many')
    running.child.kill('SIGKILL')
    await last
    await running.gone
    const again = good(openWorkbook(path, systemEnvironment()))
    expect(good(again.history(1, null))[0]?.label).toBe('First')
    again.close()
    expect(integrityOf(path)).toBe('ok')
  })
})

describe('a workbook that vanishes while it is open', () => {
  test('is told as out of reach, and nothing is written in its place', async () => {
    const { path, process: running, commit } = await session()
    good(await commit(schools(3, 'First'), 'First'))
    unlinkSync(path)
    const told = failure(await commit(schools(3, 'Second'), 'Second'), 'file-unreachable')
    expect(told.message).toContain('was not saved')
    expect(readdirSync(dirname(path))).not.toContain('Plan.rollout')
    running.child.kill('SIGKILL')
    await running.gone
  })
})
