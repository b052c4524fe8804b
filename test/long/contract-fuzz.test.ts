import { join } from 'node:path'
import { expect, test } from 'vitest'
import { fuzzProcess, fuzzRouter } from '../fixtures/contract-fuzz-targets'
import { makeFolder } from '../fixtures/workbook'
import { buildWorkbookProcess } from '../fixtures/workbook-process'

const count = 10_000

test('ten thousand malformed calls each to the router and the workbook process change nothing and stop nothing', async () => {
  const { entry, remove } = await buildWorkbookProcess()
  try {
    const router = await fuzzRouter(count, 42)
    const process = await fuzzProcess(entry, join(makeFolder(), 'Plan.rollout'), count, 43)
    console.log(`${router.sent} malformed calls to the router: ${JSON.stringify(router.codes)}, file unchanged`)
    console.log(`${process.sent} malformed calls to the process: ${JSON.stringify(process.codes)}, file unchanged`)
    expect(router.codes).toEqual({ 'call-refused': count })
    expect(process.codes).toEqual({ 'call-refused': count })
  } finally {
    remove()
  }
})
