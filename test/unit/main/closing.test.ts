import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { guardClosing } from '../../../electron/main/closing'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A window whose page objects to being closed as long as it has edits under way; the planner answers when told to. */
function makeWindow() {
  let objects: (closeAllTheSame: () => void) => void = () => undefined
  let answer: (isLeaving: boolean) => void = () => undefined
  const seen = { isClosed: false, toldPage: 0, asked: 0 }
  const page = { hasEdits: true }
  const close = (): void => {
    if (!page.hasEdits) seen.isClosed = true
    else
      objects(() => {
        seen.isClosed = true
      })
  }
  const { end } = guardClosing(
    { close, onObjection: (listener) => (objects = listener) },
    {
      askPage: () => (seen.toldPage += 1),
      leaveUnsaved: () => {
        seen.asked += 1
        return new Promise((told) => (answer = told))
      },
    },
  )
  const say = async (isLeaving: boolean): Promise<void> => {
    answer(isLeaving)
    await vi.advanceTimersByTimeAsync(0)
  }
  return { seen, page, close, end, say }
}

describe('closing the window while edits are not in the file', () => {
  it('closes at once, unasked, where there are none', () => {
    const { seen, page, close } = makeWindow()
    page.hasEdits = false
    close()
    expect(seen).toEqual({ isClosed: true, toldPage: 0, asked: 0 })
  })

  it('has the page see them into the file first, and asks nobody where they get there', () => {
    const { seen, page, close } = makeWindow()
    close()
    expect(seen).toEqual({ isClosed: false, toldPage: 1, asked: 0 })
    page.hasEdits = false
    close()
    expect(seen).toEqual({ isClosed: true, toldPage: 1, asked: 0 })
  })

  it('asks where the page comes back with them, and stays where the planner says so', async () => {
    const { seen, close, say } = makeWindow()
    close()
    close()
    expect(seen).toEqual({ isClosed: false, toldPage: 1, asked: 1 })
    close()
    expect(seen.asked).toBe(1)
    await say(false)
    await vi.runAllTimersAsync()
    expect(seen).toEqual({ isClosed: false, toldPage: 1, asked: 1 })
    close()
    expect(seen.toldPage).toBe(2)
  })

  it('leaves them where the planner says so', async () => {
    const { seen, close, say } = makeWindow()
    close()
    close()
    await say(true)
    expect(seen.isClosed).toBe(true)
  })

  it('asks where the page does not come back', async () => {
    const { seen, close } = makeWindow()
    close()
    await vi.advanceTimersByTimeAsync(6900)
    expect(seen.asked).toBe(0)
    await vi.advanceTimersByTimeAsync(200)
    expect(seen).toEqual({ isClosed: false, toldPage: 1, asked: 1 })
  })
})

describe('the end of the session while edits are not in the file', () => {
  it('waits for them, then closes without asking', async () => {
    const { seen, end, close } = makeWindow()
    end()
    close()
    expect(seen).toEqual({ isClosed: false, toldPage: 1, asked: 0 })
    await vi.advanceTimersByTimeAsync(3100)
    expect(seen).toEqual({ isClosed: true, toldPage: 1, asked: 0 })
  })

  it('waits no longer than that where the window was being closed already', async () => {
    const { seen, end, close } = makeWindow()
    close()
    end()
    await vi.advanceTimersByTimeAsync(3100)
    expect(seen).toEqual({ isClosed: true, toldPage: 1, asked: 0 })
  })

  it('does not wait for an answer that nobody gives any more', () => {
    const { seen, end, close } = makeWindow()
    close()
    close()
    expect(seen.asked).toBe(1)
    end()
    expect(seen.isClosed).toBe(true)
  })
})
