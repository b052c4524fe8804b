import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeFolder } from '../fixtures/workbook'
import { checkKills } from '../fixtures/workbook-kill'
import { buildWorkbookProcess } from '../fixtures/workbook-process'

const rounds = 500

test('five hundred kills lose nothing that was answered', async () => {
  const { entry, remove } = await buildWorkbookProcess()
  try {
    const tally = await checkKills(entry, join(makeFolder(), 'Plan.rollout'), rounds, 42)
    console.log(
      `${tally.rounds} kills: ${tally.answered} answered commits, all found; ${tally.cutOff} acts cut off, ${tally.cutOffButWritten} of them whole in the file; integrity ok each time`,
    )
    expect(tally.rounds).toBe(rounds)
    expect(tally.cutOff).toBeGreaterThan(rounds / 2)
  } finally {
    remove()
  }
})
