import { readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { connectToWrite } from '../../../electron/workbook/connection'
import { createWorkbook } from '../../../electron/workbook/create'
import { openWorkbook } from '../../../electron/workbook/open'
import { workbookOver, type Workbook } from '../../../electron/workbook/workbook'
import { smallDisk } from '../../fixtures/small-disk'
import { addSchool, failure, good, makeEnvironment, makeFolder, start } from '../../fixtures/workbook'
import { integrityOf } from '../../fixtures/workbook-files'

const megabyte = 1024 * 1024
const environment = makeEnvironment()

type Place = {
  readonly path: string
  readonly workbook: Workbook
  /** Leaves room for a few more edits. */
  readonly fill: () => void
  readonly makeRoom: () => void
}

/** A workbook on a real disk of a few megabytes; where the machine has none for us, one whose database may not grow. */
function onSmallDisk(): Place {
  const disk = smallDisk(4 * megabyte)
  if (disk) {
    onTestFinished(disk.remove)
    const path = join(disk.folder, 'Plan.rollout')
    const workbook = good(createWorkbook(path, start, environment))
    onTestFinished(() => workbook.close())
    return { path, workbook, fill: () => disk.fillUpTo(megabyte / 4), makeRoom: disk.makeRoom }
  }
  const path = join(makeFolder(), 'Plan.rollout')
  good(createWorkbook(path, start, environment)).close()
  const db = connectToWrite(path)
  const workbook = workbookOver({ db, path, isReadOnly: false, notices: [], release: () => undefined }, environment)
  onTestFinished(() => workbook.close())
  const mostPages = (pages: number): void => void db.pragma(`max_page_count = ${String(pages)}`)
  const pagesNow = (): number => Number(db.pragma('page_count', { simple: true }))
  return { path, workbook, fill: () => mostPages(pagesNow() + 64), makeRoom: () => mostPages(1_000_000) }
}

const edit = (label: string) => ({
  target: 'plan' as const,
  code: 'edit' as const,
  label,
  changes: Array.from({ length: 20 }, (_, at) => addSchool(`${label}, school ${at} ${'long '.repeat(20)}`)),
})

/** Edits until the disk takes no more; the labels that were answered, and the edit that was not. */
function editUntilFull(workbook: Workbook): { answered: string[]; refused: ReturnType<typeof edit>; told: string } {
  const answered: string[] = []
  for (let at = 1; at < 200; at += 1) {
    const next = edit(`Edit ${at}`)
    const answer = workbook.commit(next)
    if (!answer.ok) return { answered, refused: next, told: failure(answer, 'disk-full').message }
    answered.push(next.label)
  }
  throw new Error('The disk never got full.')
}

describe('a disk that fills up while the planner edits', () => {
  test('is told in a sentence; what was answered is whole in the file, and the refused edit goes in once there is room', () => {
    const { path, workbook, fill, makeRoom } = onSmallDisk()
    fill()
    const { answered, refused, told } = editUntilFull(workbook)
    expect(answered.length).toBeGreaterThan(1)
    expect(told).toContain('the disk is full')
    expect(told).toContain('Your last change was not saved; everything before it is safe in the file.')
    // nothing of the refused edit is in the plan, nor in the file
    expect(workbook.plan().unit.size).toBe(answered.length * 20)
    expect(workbook.undoState('plan').undoLabel).toBe(answered.at(-1))
    expect(integrityOf(path)).toBe('ok')
    failure(workbook.commit(refused), 'disk-full')
    makeRoom()
    good(workbook.commit(refused))
    good(workbook.undo('plan'))
    good(workbook.redo('plan'))
    workbook.close()
    const again = good(openWorkbook(path, environment))
    const labels = good(again.history(200, null)).map(({ label }) => label)
    expect(labels.toReversed()).toEqual([
      'New workbook',
      ...answered,
      refused.label,
      `Undo: ${refused.label}`,
      `Redo: ${refused.label}`,
    ])
    expect(again.plan().unit.size).toBe((answered.length + 1) * 20)
    again.close()
    expect(integrityOf(path)).toBe('ok')
    expect(readdirSync(dirname(path))).toEqual(['Plan.rollout'])
  })

  test('keeps everything that was answered where the computer stops on it', () => {
    const { path, workbook, fill, makeRoom } = onSmallDisk()
    fill()
    const { answered } = editUntilFull(workbook)
    // nothing is closed: another start finds the file as it lies there, the lock of a process that is gone, no room
    const next = makeEnvironment({ processId: 77, isProcessRunning: () => false })
    const again = good(openWorkbook(path, next, { orReadOnly: true }))
    expect(good(again.history(1, null))[0]?.label).toBe(answered.at(-1))
    again.close()
    makeRoom()
    expect(integrityOf(path)).toBe('ok')
  })
})
