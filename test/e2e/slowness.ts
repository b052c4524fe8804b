import type { ElectronApplication, Page } from 'playwright-core'

/**
 * How many times slower than it is the app shall be, to find tests that only pass where it is quick: ROLLOUT_SLOW=4
 * npm run test:e2e.
 */
const factor = Number(process.env['ROLLOUT_SLOW'] ?? '1')

// at every factor more
const answerMilliseconds = 75
const workerMilliseconds = 40

/** Makes a started app slow where that is asked for: its page computes, main answers and the model's worker begins later. */
export async function slowDown(app: ElectronApplication, page: Page): Promise<void> {
  if (!(factor > 1)) return
  await app.evaluate(({ ipcMain }, milliseconds) => {
    // not in the types: the one handler that the router has put there
    type Handler = (...all: unknown[]) => unknown
    const handled = Reflect.get(ipcMain, '_invokeHandlers') as Map<string, Handler>
    for (const [channel, handler] of handled) {
      handled.set(channel, async (...all) => {
        const answer = await handler(...all)
        await new Promise((done) => setTimeout(done, milliseconds))
        return answer
      })
    }
  }, factor * answerMilliseconds)
  await page.evaluate((milliseconds) => {
    const send = Reflect.get(Worker.prototype, 'postMessage') as (...all: unknown[]) => void
    Worker.prototype.postMessage = function later(this: Worker, ...all: unknown[]) {
      setTimeout(() => send.apply(this, all), milliseconds)
    }
  }, factor * workerMilliseconds)
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: factor })
}
