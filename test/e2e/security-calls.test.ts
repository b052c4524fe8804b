import { calls } from '@shared/contract/calls'
import { channels } from '@shared/contract/channels'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inRoot } from '../../tools/project.ts'
import { launchApp, type TestedApp } from './harness.ts'

// Electron's security checklist in the real app, as docs/security.md lists it: who may ask what.

type Bridge = { call: (name: unknown, args: unknown) => Promise<{ ok: boolean; error?: { code: string } }> }

let tested: TestedApp
beforeAll(async () => {
  tested = await launchApp()
  await tested.page.waitForLoadState('load')
})
afterAll(() => tested.close())

describe('the calls', () => {
  it('come by two channels, and main listens to no other', async () => {
    const listening = await tested.app.evaluate(({ ipcMain }) => {
      // not in the types, and not meant to be read otherwise
      const handled = Reflect.get(ipcMain, '_invokeHandlers') as Map<string, unknown>
      return { handled: [...handled.keys()], heard: ipcMain.eventNames().map(String) }
    })
    // what Electron itself listens to is not there for a page that has no Electron
    const ours = (names: string[]) => names.filter((name) => !/^(ELECTRON|GUEST|CHROME|error$)/.test(name))
    expect(ours(listening.handled)).toEqual([channels.call])
    expect(ours(listening.heard)).toEqual([channels.mark])
  })

  it('are not there for a frame inside the page', async () => {
    const found = await tested.page.evaluate(async () => {
      const frame = document.createElement('iframe')
      frame.srcdoc = '<p>inside</p>'
      const isThere = new Promise((done) => frame.addEventListener('load', done))
      document.body.append(frame)
      await isThere
      const inside: unknown = frame.contentWindow ? Reflect.get(frame.contentWindow, 'rollout') : 'no frame'
      frame.remove()
      return typeof inside
    })
    expect(found).toBe('undefined')
  })

  it('are refused to any other window, even with our preload script and our page', async () => {
    const answers = await tested.app.evaluate(async ({ BrowserWindow }, preload) => {
      const other = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } })
      const ask = (): Promise<unknown> =>
        other.webContents.executeJavaScript("window.rollout.call('app.recents', {}).then((a) => a.error?.code ?? 'ok')")
      await other.loadURL('app://bundle/index.html')
      const fromOurPage = await ask()
      await other.loadURL('data:text/html,<h1>odd</h1>')
      const fromAnother = await ask()
      other.destroy()
      return [fromOurPage, fromAnother]
    }, inRoot('out/preload/preload.cjs'))
    expect(answers).toEqual(['call-refused', 'call-refused'])
  })

  it('answer 2,000 malformed messages, and the app goes on as if nothing had been', async () => {
    await tested.app.evaluate(() => {
      const faults: string[] = []
      Object.assign(globalThis, { faults })
      process.on('unhandledRejection', (reason) => void faults.push(String(reason)))
      process.on('uncaughtExceptionMonitor', (error) => void faults.push(String(error)))
    })
    const odd = fc.letrec((tie) => ({
      node: fc.oneof(
        { maxDepth: 4 },
        fc.oneof(fc.string(), fc.double(), fc.boolean(), fc.constantFrom(null, 'plan', '__proto__')),
        fc.array(tie('node'), { maxLength: 4 }),
        fc.dictionary(fc.constantFrom('path', 'sessionId', 'changes', 'target', 'url', 'label'), tie('node')),
      ),
    })).node
    // calls that open a dialog or the sample for an empty message are not malformed by it
    const safe = Object.keys(calls).filter((name) => !/^(app\.|sheets|workbook\.open)/.test(name))
    const message = fc.tuple(fc.oneof(fc.constantFrom<unknown>(...safe, 'constructor', '__proto__'), odd), odd)
    // now and then one is well formed by chance
    const isMalformed = ([name, args]: readonly [unknown, unknown]): boolean =>
      !(typeof name === 'string' && Object.hasOwn(calls, name)) ||
      !calls[name as keyof typeof calls].args.safeParse(args).success
    const messages = fc.sample(message.filter(isMalformed), { numRuns: 2000, seed: 20_261_103 })
    const codes = await tested.page.evaluate(async (all) => {
      const bridge = Reflect.get(window, 'rollout') as Bridge
      const answers = await Promise.all(all.map(([name, args]) => bridge.call(name, args)))
      return answers.map((answer) => answer.error?.code ?? 'ok')
    }, messages)
    expect(codes).toHaveLength(2000)
    expect(new Set(codes)).toEqual(new Set(['call-refused']))
    const faults = await tested.app.evaluate(() => (globalThis as unknown as { faults: string[] }).faults)
    expect(faults).toEqual([])
    const info = await tested.page.evaluate(() => (Reflect.get(window, 'rollout') as Bridge).call('app.info', {}))
    expect(info.ok).toBe(true)
  })

  it('survive what only a hostile window sends', async () => {
    const codes = await tested.page.evaluate(async () => {
      const bridge = Reflect.get(window, 'rollout') as Bridge
      const circle: Record<string, unknown> = {}
      circle['circle'] = circle
      const all = [circle, new Map([[1, 2]]), new Date(), new Uint8Array(1_000_000), 'x'.repeat(5_000_000), 10n, NaN]
      const answers = await Promise.all(
        all.map((args) =>
          bridge.call('workbook.commit', args).catch(() => ({ ok: false, error: { code: 'not-sent' } })),
        ),
      )
      return answers.map((answer) => answer.error?.code)
    })
    expect(codes.filter((code) => code !== 'call-refused' && code !== 'not-sent')).toEqual([])
  })
})
