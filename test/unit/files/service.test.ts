import { describe, expect, it } from 'vitest'
import type { FilesReply } from '@shared/contract/files-process'
import { planToText } from '@shared/plan/plan-text'
import { answerFilesRequest } from '../../../electron/files/service'
import { samplePlan } from '../../fixtures/sample-plan'
import { failure, good } from '../../fixtures/workbook'
import { testFolder } from './folder'

const folder = testFolder()

const asked = async (message: unknown) => {
  const replies: FilesReply[] = []
  await answerFilesRequest(message, (reply) => replies.push(reply))
  const last = replies.at(-1)
  if (!last || !('answer' in last)) throw new Error('no answer came last')
  return { id: last.id, answer: last.answer, done: replies.flatMap((reply) => ('done' in reply ? [reply.done] : [])) }
}

describe('the files process', () => {
  it('writes the tables and reads them again, and tells how far it is', async () => {
    const path = folder.path('tables.xlsx')
    const plan = planToText(samplePlan())
    const { id, answer, done } = await asked({ id: 3, call: 'writeTables', args: { path, plan } })
    expect(id).toBe(3)
    expect(good(answer)).toEqual({ path })
    expect(done.length).toBeGreaterThan(5)
    expect(done).toEqual(done.toSorted((a, b) => a - b))
    const read = await asked({ id: 4, call: 'readSheets', args: { path } })
    expect(good(read.answer)).toMatchObject({ fileName: 'tables.xlsx', problems: [] })
  })

  it.each([
    ['no request', 'hello'],
    ['a call that there is not', { id: 1, call: 'deleteFile', args: { path: '/x' } }],
    ['a name that every object has', { id: 1, call: 'toString', args: {} }],
    ['arguments that do not fit', { id: 1, call: 'readSheets', args: { path: 7 } }],
  ])('refuses %s', async (_, message) => {
    expect(failure((await asked(message)).answer, 'call-refused').message).toContain('Nothing was changed')
  })
})
