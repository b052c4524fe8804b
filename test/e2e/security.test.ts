import { calls } from '@shared/contract/calls'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inRoot } from '../../tools/project.ts'
import { launchApp, type TestedApp } from './harness.ts'

// Electron's security checklist, item by item, in the real app.

type Bridge = { call: (name: unknown, args: unknown) => Promise<{ ok: boolean; error?: { code: string } }> }

let tested: TestedApp

beforeAll(async () => {
  tested = await launchApp()
  await tested.page.waitForLoadState('load')
  // what the app hands to the system's browser is noted instead
  await tested.app.evaluate(({ shell }) => {
    const opened: string[] = []
    Object.assign(globalThis, { openedLinks: opened })
    shell.openExternal = async (url) => void opened.push(url)
  })
})
afterAll(() => tested.close())

const address = (): string => tested.page.url()
const windowCount = (): Promise<number> =>
  tested.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)
const openedLinks = (): Promise<string[]> =>
  tested.app.evaluate(() => (globalThis as unknown as { openedLinks: string[] }).openedLinks)

/** What the page's policy refuses while something is done in it: "directive what", one line each. */
function refusals(act: string): Promise<string[]> {
  return tested.page.evaluate(async (code) => {
    const refused: string[] = []
    const note = (event: SecurityPolicyViolationEvent): void =>
      void refused.push(`${event.effectiveDirective} ${event.blockedURI}`)
    document.addEventListener('securitypolicyviolation', note)
    const acts: Record<string, () => unknown> = {
      inlineScript: () => {
        const script = document.createElement('script')
        script.textContent = 'window.wasRun = true'
        document.head.append(script)
      },
      inlineHandler: () => {
        document.body.insertAdjacentHTML('beforeend', '<button id="odd" onclick="window.wasRun = true">x</button>')
        document.querySelector<HTMLButtonElement>('#odd')?.click()
      },
      foreignScript: () => {
        const script = document.createElement('script')
        script.src = 'https://example.org/x.js'
        document.head.append(script)
      },
      evaluate: () => {
        // later, so that it is not part of what the test driver runs
        setTimeout(() => void Reflect.construct(Function, ['window.wasRun = true'])())
      },
      style: () => {
        const style = document.createElement('style')
        style.textContent = 'body { --was-styled: yes }'
        document.head.append(style)
      },
      foreignPicture: () => {
        new Image().src = 'https://example.org/x.png'
      },
      fetch: () => fetch('https://example.org/').catch(() => undefined),
      socket: () => {
        try {
          return new WebSocket('wss://example.org/')
        } catch {
          return undefined
        }
      },
      frame: () => {
        const frame = document.createElement('iframe')
        frame.src = 'https://example.org/'
        document.body.append(frame)
      },
      base: () => {
        const base = document.createElement('base')
        base.href = 'https://example.org/'
        document.head.append(base)
      },
    }
    await acts[code]?.()
    await new Promise((done) => setTimeout(done, 200))
    document.removeEventListener('securitypolicyviolation', note)
    for (const odd of document.querySelectorAll('#odd, iframe, base')) odd.remove()
    return refused
  }, act)
}

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
      webviewTag: false,
      checksSpelling: false,
    })
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

describe('the policy of the page', () => {
  it.each([
    ['inlineScript', 'script-src-elem inline'],
    ['inlineHandler', 'script-src-attr inline'],
    ['foreignScript', 'script-src-elem https://example.org/x.js'],
    ['evaluate', 'script-src eval'],
    ['style', 'style-src-elem inline'],
    ['foreignPicture', 'img-src https://example.org/x.png'],
    ['fetch', 'connect-src https://example.org/'],
    ['socket', 'connect-src wss://example.org'],
    ['frame', 'frame-src https://example.org'],
    ['base', 'base-uri https://example.org'],
  ])('refuses %s', async (act, refusal) => {
    const refused = await refusals(act)
    expect(refused.map((line) => line.replace(/\/$/, ''))).toContain(refusal.replace(/\/$/, ''))
    const traces = await tested.page.evaluate(() => ({
      wasRun: 'wasRun' in window,
      wasStyled: getComputedStyle(document.body).getPropertyValue('--was-styled'),
    }))
    expect(traces).toEqual({ wasRun: false, wasStyled: '' })
  })

  it('takes styles that carry the nonce of this load, and no other load has the same', async () => {
    const nonces = await tested.page.evaluate(async () => {
      const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''
      const style = document.createElement('style')
      style.nonce = nonce
      style.textContent = 'body { --was-allowed: yes }'
      document.head.append(style)
      const isAllowed = getComputedStyle(document.body).getPropertyValue('--was-allowed') === 'yes'
      style.remove()
      const loads = await Promise.all([1, 2].map(() => fetch('app://bundle/index.html').then((page) => page.text())))
      const others = loads.map((text) => /property="csp-nonce" nonce="([^"]+)"/.exec(text)?.[1] ?? '')
      return { isAllowed, all: [nonce, ...others] }
    })
    expect(nonces.isAllowed).toBe(true)
    expect(nonces.all.every((nonce) => nonce.length >= 22)).toBe(true)
    expect(new Set(nonces.all).size).toBe(3)
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

describe('the way out', () => {
  it.each([
    'https://example.org/',
    'http://localhost:9/',
    'file:///etc/passwd',
    'data:text/html,<h1>odd</h1>',
    'app://other/index.html',
    'app://bundle/..%2fmain%2fmain.js',
    'javascript:void(window.wasRun=true)',
  ])('is closed: the window does not go to %s', async (url) => {
    const before = address()
    await tested.page.evaluate((where) => {
      location.href = where
    }, url)
    await new Promise((done) => setTimeout(done, 200))
    expect(address()).toBe(before)
    expect(await tested.page.evaluate(() => 'wasRun' in window)).toBe(false)
  })

  it('is closed for new windows, whatever they would show', async () => {
    const opened = await tested.page.evaluate(() =>
      [
        'https://example.org/',
        'about:blank',
        'app://bundle/index.html',
        'file:///etc/passwd',
        'https://doi.org.example/',
      ].map((url) => window.open(url) !== null),
    )
    expect(opened).toEqual([false, false, false, false, false])
    expect(await windowCount()).toBe(1)
    expect(await openedLinks()).toEqual([])
  })

  it('leads to sources that are known, in the system’s browser', async () => {
    await tested.page.evaluate(() => window.open('https://doi.org/10.1126/science.aas8827', '_blank', 'noopener'))
    await expect.poll(openedLinks).toEqual(['https://doi.org/10.1126/science.aas8827'])
    expect(await windowCount()).toBe(1)
  })

  it('has no network behind it, not even for the app’s own session', async () => {
    const outcome = await tested.app.evaluate(({ session }) =>
      session.defaultSession.fetch('https://example.org/').then(
        () => 'answered',
        (error: unknown) => String(error),
      ),
    )
    expect(outcome).toContain('ERR_BLOCKED_BY_CLIENT')
  })

  it('holds no permission', async () => {
    const answers = await tested.page.evaluate(async () => ({
      notification: await Notification.requestPermission(),
      camera: await navigator.mediaDevices.getUserMedia({ video: true }).then(
        () => 'given',
        (error: unknown) => (error instanceof DOMException ? error.name : 'other'),
      ),
      place: await new Promise((done) => {
        navigator.geolocation.getCurrentPosition(
          () => done('given'),
          (error) => done(error.code === error.PERMISSION_DENIED ? 'denied' : 'other'),
        )
      }),
      clipboard: await navigator.permissions
        .query({ name: 'clipboard-read' as PermissionName })
        .then((status) => status.state),
    }))
    expect(answers).toMatchObject({ notification: 'denied', place: 'denied', clipboard: 'denied' })
    expect(answers.camera).not.toBe('given')
  })

  it('takes no foreign page into this one', async () => {
    const found = await tested.page.evaluate(async () => {
      const webview = document.createElement('webview')
      webview.setAttribute('src', 'https://example.org/')
      document.body.append(webview)
      await new Promise((done) => setTimeout(done, 200))
      const isAlive = 'getURL' in webview
      webview.remove()
      return isAlive
    })
    expect(found).toBe(false)
    expect(tested.page.frames()).toHaveLength(1)
  })
})

describe('the calls', () => {
  it('are not there for a frame inside the page', async () => {
    const found = await tested.page.evaluate(async () => {
      const frame = document.createElement('iframe')
      document.body.append(frame)
      await new Promise((done) => setTimeout(done, 100))
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
