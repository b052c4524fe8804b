import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fuzzProcess, fuzzRouter } from '../../fixtures/contract-fuzz-targets'
import { makeFolder } from '../../fixtures/workbook'
import { buildWorkbookProcess } from '../../fixtures/workbook-process'

// The short form of test/long/contract-fuzz.test.ts.
describe('malformed calls', () => {
  let built: Awaited<ReturnType<typeof buildWorkbookProcess>>
  beforeAll(async () => {
    built = await buildWorkbookProcess()
  })
  afterAll(() => built.remove())

  test('are all refused by the router, and the file is as it was', async () => {
    expect(await fuzzRouter(500, 20_261_103)).toEqual({ sent: 500, codes: { 'call-refused': 500 } })
  })

  test('are all refused by the workbook process, which goes on', async () => {
    const tally = await fuzzProcess(built.entry, join(makeFolder(), 'Plan.rollout'), 500, 20_261_103)
    expect(tally).toEqual({ sent: 500, codes: { 'call-refused': 500 } })
  })
})
