import { expect, test } from 'vitest'
import { checkAppKills } from '../fixtures/app-kill'

const rounds = 30

test('killing the whole app, and the window’s process, loses nothing that was answered', async () => {
  const { rounds: done, answered, written } = await checkAppKills(rounds, 7)
  console.log(
    `${done} kills of the app and its window in turns: ${answered} answered commits, all among the ${written} in the file; integrity ok each time`,
  )
  expect(done).toBe(rounds)
  expect(answered).toBeGreaterThan(rounds)
})
