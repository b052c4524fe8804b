import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { clientOf } from '../../../electron/main/process-client'

function makeClient() {
  const sent: { id: number; call: string }[] = []
  let take: (message: unknown) => void = () => undefined
  let exit: () => void = () => undefined
  let kills = 0
  const client = clientOf({
    pid: () => 1,
    send: (message) => void sent.push(message as { id: number; call: string }),
    onMessage: (listener) => void (take = listener),
    onExit: (listener) => void (exit = listener),
    kill: () => void kills++,
  })
  return { client, sent, say: (message: unknown) => take(message), exit: () => exit(), kills: () => kills }
}

const good = (id: number, value: unknown) => ({ id, answer: { ok: true, value } })

describe('talking with a process', () => {
  it('gives each question its own answer, in whatever order they come', async () => {
    const { client, sent, say } = makeClient()
    const first = client.ask('a', {})
    const second = client.ask('b', {})
    expect(sent.map(({ call }) => call)).toEqual(['a', 'b'])
    say(good(sent[1]!.id, 'of b'))
    say(good(sent[0]!.id, 'of a'))
    expect(await Promise.all([first, second])).toEqual([
      { ok: true, value: 'of a' },
      { ok: true, value: 'of b' },
    ])
  })

  it('answers every question when the process ends, those after it too', async () => {
    const { client, exit } = makeClient()
    const order: string[] = []
    client.onGone(() => void order.push('told'))
    const question = client.ask('a', {}).then((answer) => order.push(answer === 'gone' ? 'gone' : 'answered'))
    exit()
    await question
    expect(order).toEqual(['told', 'gone'])
    expect(await client.ask('b', {})).toBe('gone')
    client.onGone(() => void order.push('told late'))
    expect(order.at(-1)).toBe('told late')
  })

  it('does not end a process that has ended', async () => {
    const { client, exit, kills } = makeClient()
    exit()
    await client.stop()
    expect(kills()).toBe(0)
  })

  it('gives up a process that does not even end, and takes its end for old news', async () => {
    vi.useFakeTimers()
    onTestFinished(() => void vi.useRealTimers())
    const { client, sent, exit, say, kills } = makeClient()
    const gone = vi.fn<() => void>()
    client.onGone(gone)
    const question = client.ask('a', {})
    const stopping = client.stop()
    await vi.runAllTimersAsync()
    await stopping
    expect(await question).toBe('gone')
    expect(await client.ask('b', {})).toBe('gone')
    await client.stop()
    say(good(sent[0]!.id, 'late'))
    exit()
    expect([gone.mock.calls.length, kills(), sent.length]).toEqual([1, 1, 1])
  })

  it('is not confused by what is no reply, or a reply to nothing', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const { client, sent, say } = makeClient()
    const question = client.ask('a', {})
    for (const odd of [null, 'hello', { id: 1 }, { id: 1, answer: 7 }, { id: 1, answer: { ok: 'yes' } }, good(99, 1)])
      say(odd)
    say(good(sent[0]!.id, 'right'))
    expect(await question).toEqual({ ok: true, value: 'right' })
  })
})
