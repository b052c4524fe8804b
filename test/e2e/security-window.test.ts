import { join } from 'node:path'
import { channels } from '@shared/contract/channels'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchApp, type TestedApp } from './harness.ts'
import { plannerOf } from './planner.ts'

// Electron's security checklist in the real app, as docs/security.md lists it: what the window is and where it comes from.

let tested: TestedApp
beforeAll(async () => {
  tested = await launchApp()
  await tested.page.waitForLoadState('load')
})
afterAll(() => tested.close())

const address = (): string => tested.page.url()

describe('the window', () => {
  it('is isolated, sandboxed and without Node', async () => {
    const preferences = await tested.app.evaluate(({ BrowserWindow, session }) => {
      const [window] = BrowserWindow.getAllWindows()
      // not in the types, but what the window really has
      const contents = window?.webContents as unknown as { getLastWebPreferences: () => Record<string, unknown> }
      return { ...contents.getLastWebPreferences(), checksSpelling: session.defaultSession.isSpellCheckerEnabled() }
    })
    expect(preferences).toMatchObject({
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      enableBlinkFeatures: '',
      webviewTag: false,
      checksSpelling: false,
    })
    // not there unless it was asked for
    expect(preferences).not.toHaveProperty('nodeIntegrationInWorker', true)
  })

  it('has four functions of ours and nothing of Node or Electron', async () => {
    const found = await tested.page.evaluate(() => ({
      ours: Object.keys(Reflect.get(window, 'rollout')).toSorted(),
      foreign: ['require', 'process', 'module', 'Buffer', 'global', 'electron', 'ipcRenderer', '__dirname'].filter(
        (name) => name in window,
      ),
    }))
    expect(found).toEqual({ ours: ['call', 'mark', 'onNews', 'pathOfFile'], foreign: [] })
  })

  it('hears news as plain data, with nothing of Electron beside it', async () => {
    await tested.page.evaluate(() => {
      const heard: string[] = []
      Object.assign(window, { heard })
      const { onNews } = Reflect.get(window, 'rollout') as { onNews: (listener: unknown) => void }
      onNews((...all: object[]) => {
        heard.push(all.map((one) => `${one.constructor.name}: ${Object.keys(one).join(' ')}`).join(', '))
      })
    })
    await tested.app.evaluate(({ BrowserWindow }, channel) => {
      const [window] = BrowserWindow.getAllWindows()
      window?.webContents.send(channel, { kind: 'command', command: 'scheme-auto' })
    }, channels.news)
    await expect.poll(() => tested.page.evaluate(() => Reflect.get(window, 'heard'))).toEqual(['Object: kind command'])
  })

  it('cannot have its bridge replaced', async () => {
    const isSame = await tested.page.evaluate(() => {
      const bridge: unknown = Reflect.get(window, 'rollout')
      const wasSet = Reflect.set(window, 'rollout', {})
      return !wasSet || Reflect.get(window, 'rollout') === bridge
    })
    expect(isSame).toBe(true)
  })

  it('comes from app://bundle, under its policy', async () => {
    expect(address()).toBe('app://bundle/index.html')
    const headers = await tested.page.evaluate(async () => {
      const answer = await fetch('app://bundle/index.html')
      return {
        policy: answer.headers.get('content-security-policy'),
        sniff: answer.headers.get('x-content-type-options'),
      }
    })
    expect(headers.sniff).toBe('nosniff')
    expect(headers.policy).toContain("default-src 'none'; script-src 'self'; style-src 'self' 'nonce-")
    expect(headers.policy).not.toMatch(/unsafe|\*/)
  })
})

describe('the page that is printed, which nobody sees', () => {
  it('is as isolated as the window, from the same place under the same policy, and can make no call', async () => {
    // another page that the app makes is looked at as soon as it is there
    await tested.app.evaluate(({ app }) => {
      const pages: Promise<object>[] = []
      Object.assign(globalThis, { pages })
      const look = `({ ours: Object.keys(window.paper), hasCalls: 'rollout' in window, hasNode: 'require' in window || 'process' in window })`
      app.once('browser-window-created', (_event, { webContents }) => {
        const { getLastWebPreferences } = webContents as unknown as { getLastWebPreferences: () => object }
        const isThere = new Promise<void>((done) => webContents.once('dom-ready', () => done()))
        const seen = async (): Promise<object> => {
          await isThere
          const inside = (await webContents.executeJavaScript(look)) as object
          return { address: webContents.getURL(), ...getLastWebPreferences.call(webContents), ...inside }
        }
        pages.push(seen())
      })
    })
    tested.answerDialogs({ save: [join(tested.userData, 'report.pdf')] })
    const planner = plannerOf(tested.page)
    await planner.click('Open the sample district')
    await planner.goTo('Reports')
    await planner.click('Export report as PDF')
    await tested.page.getByText('The report was written as a PDF.').waitFor()
    const pages = await tested.app.evaluate(() =>
      Promise.all((globalThis as unknown as { pages: Promise<Record<string, unknown>>[] }).pages),
    )
    expect(pages).toMatchObject([
      {
        address: 'app://bundle/paper.html',
        contextIsolation: true,
        sandbox: true,
        nodeIntegration: false,
        nodeIntegrationInSubFrames: false,
        webSecurity: true,
        allowRunningInsecureContent: false,
        experimentalFeatures: false,
        webviewTag: false,
        ours: ['onReport', 'ready'],
        hasCalls: false,
        hasNode: false,
      },
    ])
    const policy = await tested.page.evaluate(() =>
      fetch('app://bundle/paper.html').then((answer) => answer.headers.get('content-security-policy')),
    )
    expect(policy).toContain("default-src 'none'; script-src 'self'")
  })
})

describe('the files of the page', () => {
  it.each([
    '..%2fmain%2fmain.js',
    '..%2f..%2fpackage.json',
    'assets/..%2f..%2fpreload%2fpreload.cjs',
    '..%5cmain%5cmain.js',
    '%2e%2e%2fmain%2fmain.js',
    '%2fetc%2fpasswd',
    'none.js',
    '%',
    '',
  ])('are all that can be had: %s', async (path) => {
    const status = await tested.page.evaluate(
      (name) =>
        fetch(`app://bundle/${name}`).then(
          (answer) => answer.status,
          () => 0,
        ),
      path,
    )
    expect(status).toBe(404)
  })

  it('can be read only', async () => {
    const status = await tested.page.evaluate(() =>
      fetch('app://bundle/index.html', { method: 'POST', body: 'x' }).then((answer) => answer.status),
    )
    expect(status).toBe(404)
  })
})
