import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchApp, type TestedApp } from './harness.ts'

// Electron's security checklist in the real app, as docs/security.md lists it: the policy of the page.

let tested: TestedApp
beforeAll(async () => {
  tested = await launchApp()
  await tested.page.waitForLoadState('load')
})
afterAll(() => tested.close())

// for what is never refused
const patienceMilliseconds = 30_000

type Expected = { act: string; refusal: string; milliseconds: number }

/** What the page's policy refuses of something that is done in it, until the refusal that is waited for: "directive what", one line each. */
function refusals(act: string, refusal: string): Promise<string[]> {
  return tested.page.evaluate(
    async ({ act: code, refusal: wanted, milliseconds }: Expected) => {
      const refused: string[] = []
      let isRefused: () => void = () => undefined
      const comes = new Promise<void>((done) => (isRefused = done))
      const note = (event: SecurityPolicyViolationEvent): void => {
        const line = `${event.effectiveDirective} ${event.blockedURI}`.replace(/\/$/, '')
        refused.push(line)
        if (line === wanted) isRefused()
      }
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
        form: () => {
          document.body.insertAdjacentHTML('beforeend', '<form id="odd" action="https://example.org/"></form>')
          document.querySelector<HTMLFormElement>('#odd')?.submit()
        },
        object: () => {
          const object = document.createElement('object')
          object.id = 'odd'
          object.data = 'https://example.org/x.swf'
          document.body.append(object)
        },
        film: () => {
          const film = document.createElement('video')
          film.src = 'https://example.org/x.mp4'
          film.load()
        },
        foreignStyle: () => {
          const link = document.createElement('link')
          link.rel = 'stylesheet'
          link.href = 'https://example.org/x.css'
          document.head.append(link)
        },
        worker: () => {
          const code = new Blob(['postMessage(typeof require)'], { type: 'text/javascript' })
          try {
            return new Worker(URL.createObjectURL(code))
          } catch {
            return undefined
          }
        },
        fileOfTheDisk: () => fetch('file:///etc/passwd').catch(() => undefined),
        base: () => {
          const base = document.createElement('base')
          base.href = 'https://example.org/'
          document.head.append(base)
        },
      }
      await acts[code]?.()
      await Promise.race([comes, new Promise((done) => setTimeout(done, milliseconds))])
      document.removeEventListener('securitypolicyviolation', note)
      for (const odd of document.querySelectorAll('#odd, iframe, base')) odd.remove()
      return refused
    },
    { act, refusal, milliseconds: patienceMilliseconds },
  )
}

describe('the policy of the page', () => {
  it.each([
    ['inlineScript', 'script-src-elem inline'],
    ['inlineHandler', 'script-src-attr inline'],
    ['foreignScript', 'script-src-elem https://example.org/x.js'],
    ['evaluate', 'script-src eval'],
    ['style', 'style-src-elem inline'],
    ['foreignPicture', 'img-src https://example.org/x.png'],
    ['fetch', 'connect-src https://example.org'],
    ['socket', 'connect-src wss://example.org'],
    ['frame', 'frame-src https://example.org'],
    ['form', 'form-action https://example.org/?'],
    ['object', 'object-src https://example.org'],
    ['film', 'media-src https://example.org/x.mp4'],
    ['foreignStyle', 'style-src-elem https://example.org/x.css'],
    ['worker', 'worker-src blob'],
    ['fileOfTheDisk', 'connect-src file'],
    ['base', 'base-uri https://example.org'],
  ])('refuses %s', async (act, refusal) => {
    expect(await refusals(act, refusal)).toContain(refusal)
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
