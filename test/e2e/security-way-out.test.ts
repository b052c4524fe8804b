import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchApp, type TestedApp } from './harness.ts'

// Electron's security checklist in the real app, as docs/security.md lists it: navigation, windows, links, network and permissions.

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

type Bridge = { call: (name: string, args: unknown) => Promise<unknown> }

const address = (): string => tested.page.url()
const isLeaving = (): Promise<boolean | undefined> =>
  tested.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.isLoadingMainFrame())
const windowCount = (): Promise<number> =>
  tested.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)
const openedLinks = (): Promise<string[]> =>
  tested.app.evaluate(() => (globalThis as unknown as { openedLinks: string[] }).openedLinks)

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
    // the window's messages come in their order: this one is answered after main has heard of the way out
    await tested.page.evaluate(() => (Reflect.get(window, 'rollout') as Bridge).call('app.info', {}))
    expect(await isLeaving()).toBe(false)
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
      pasted: await navigator.clipboard.readText().then(
        () => 'given',
        (error: unknown) => (error instanceof DOMException ? error.name : 'other'),
      ),
      screen: await navigator.mediaDevices.getDisplayMedia().then(
        () => 'given',
        () => 'denied',
      ),
      instrument: await navigator.requestMIDIAccess({ sysex: true }).then(
        () => 'given',
        () => 'denied',
      ),
      lasting: await navigator.storage.persist(),
    }))
    expect(answers).toMatchObject({ notification: 'denied', place: 'denied', clipboard: 'denied' })
    expect(answers).toMatchObject({ pasted: 'NotAllowedError', screen: 'denied', instrument: 'denied', lasting: false })
    expect(answers.camera).not.toBe('given')
  })

  it('saves nothing that the page would have downloaded', async () => {
    await tested.app.evaluate(({ session }) => {
      const downloads: boolean[] = []
      Object.assign(globalThis, { downloads })
      session.defaultSession.on('will-download', (event) => void downloads.push(event.defaultPrevented))
    })
    await tested.page.evaluate(() => {
      const link = document.createElement('a')
      link.href = URL.createObjectURL(new Blob(['odd']))
      link.download = 'odd.exe'
      link.click()
    })
    const stopped = () => tested.app.evaluate(() => (globalThis as unknown as { downloads: boolean[] }).downloads)
    await expect.poll(stopped).toEqual([true])
  })

  it('leaves nothing behind that would answer in place of the page the next time', async () => {
    const outcome = await tested.page.evaluate(() =>
      navigator.serviceWorker.register('app://bundle/odd.js').then(
        () => 'registered',
        () => 'refused',
      ),
    )
    expect(outcome).toBe('refused')
  })

  it('takes no foreign page into this one', async () => {
    const found = await tested.page.evaluate(async () => {
      const webview = document.createElement('webview')
      webview.setAttribute('src', 'https://example.org/')
      document.body.append(webview)
      // what is put in after it and has loaded
      const frame = document.createElement('iframe')
      frame.srcdoc = '<p>inside</p>'
      const isThere = new Promise((done) => frame.addEventListener('load', done))
      document.body.append(frame)
      await isThere
      frame.remove()
      const isAlive = 'getURL' in webview
      webview.remove()
      return isAlive
    })
    expect(found).toBe(false)
    expect(tested.page.frames()).toHaveLength(1)
  })
})
