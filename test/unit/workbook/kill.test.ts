import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeFolder } from '../../fixtures/workbook'
import { checkKills } from '../../fixtures/workbook-kill'
import { buildWorkbookProcess } from '../../fixtures/workbook-process'

let built: Awaited<ReturnType<typeof buildWorkbookProcess>>
beforeAll(async () => {
  built = await buildWorkbookProcess()
})
afterAll(() => built.remove())

describe('killing the workbook process while editing', () => {
  test('loses nothing that was answered, and leaves a whole file that can be undone', async () => {
    const tally = await checkKills(built.entry, join(makeFolder(), 'Plan.rollout'), 10, 20_261_103)
    expect(tally.rounds).toBe(10)
    expect(tally.answered).toBeGreaterThan(10)
    expect(tally.cutOff).toBeGreaterThan(0)
  })
})
