import { existsSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { failure, good } from '../../fixtures/workbook'
import { addTo, create, makeOffice, never, read, schoolsOf, type Office } from './office'

// a share takes its time to say where a path leads
const looking = vi.hoisted(() => ({ begun: Promise.resolve() }))
vi.mock('../../../electron/main/same-file', async (original) => {
  const real = await original<typeof import('../../../electron/main/same-file')>()
  const isSameFile = async (a: string, b: string): Promise<boolean> => {
    await looking.begun
    return real.isSameFile(a, b)
  }
  return { isSameFile }
})

describe('the open workbook, opened again by another way while another one comes', () => {
  /** A workbook that is open, a link to it, and another one that has been opened but whose answer is still on its way. */
  async function makeTwo(office: Office) {
    const first = await create(office, 'First')
    const link = join(office.folder, 'link.rollout')
    symlinkSync(first.path, link)
    const answer = office.served.holdAnswers()
    const asked = office.served.asked('workbook.create')
    const second = create(office, 'Second').catch(String)
    await asked
    return { first, link, second, answer }
  }

  it('is what is answered', async () => {
    const office = makeOffice()
    const { first, link, second, answer } = await makeTwo(office)
    const again = office.host.open('workbook.open', { path: link }, never)
    answer()
    expect(good(await again).sessionId).toBe(first.sessionId)
    expect(office.host.path()).toBe(first.path)
    expect(await second).toContain('cancelled')
  })

  it('is what a backup of it is restored into', async () => {
    const office = makeOffice()
    const { first, link, second, answer } = await makeTwo(office)
    const restored = office.host.open(
      'backup.restore',
      { path: link, backupId: '20261103T150000000Z-1.rollout' },
      never,
    )
    answer()
    failure(await restored, 'backup-not-found')
    expect(office.host.path()).toBe(first.path)
    expect(await second).toContain('cancelled')
  })

  it('is opened anew where the other one took its place while the path was looked at', async () => {
    const office = makeOffice()
    const first = await create(office, 'First')
    good(await office.host.ask('workbook.commit', addTo(first, 'Lincoln')))
    const link = join(office.folder, 'link.rollout')
    symlinkSync(first.path, link)
    let look: () => void = () => undefined
    looking.begun = new Promise((done) => void (look = done))
    onTestFinished(() => void (looking.begun = Promise.resolve()))
    const again = office.host.open('workbook.open', { path: link }, never)
    const second = await create(office, 'Second')
    await vi.waitFor(() => expect(existsSync(`${first.path}.lock`)).toBe(false))
    look()
    const opened = good(await again)
    expect(schoolsOf(opened.plan)).toEqual(['Lincoln'])
    expect(office.host.path()).toBe(opened.path)
    failure(await read(office, second.sessionId), 'not-open')
  })
})
