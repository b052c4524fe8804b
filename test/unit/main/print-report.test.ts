import type { FilesCallValue } from '@shared/contract/files-process'
import { beforeEach, expect, it, vi } from 'vitest'
import { reportPrinter } from '../../../electron/main/print-report'

type Step = 'load' | 'draw' | 'print'

// a window that goes as far as a test lets it, and says when it got there
const paper = vi.hoisted(() => ({
  stopsAt: null as string | null,
  at: (_step: string): void => undefined,
  destroyed: 0,
  options: {} as Record<string, unknown>,
}))
vi.mock('electron', () => {
  const go = (step: string): Promise<void> => {
    paper.at(step)
    return paper.stopsAt === step ? new Promise(() => undefined) : Promise.resolve()
  }
  class BrowserWindow {
    loadURL = (): Promise<void> => go('load')
    destroy = (): void => void (paper.destroyed += 1)
    webContents = {
      ipc: { once: (_channel: string, ready: () => void): void => void go('draw').then(ready) },
      once: (): void => undefined,
      send: (): void => undefined,
      printToPDF: async (options: Record<string, unknown>): Promise<Uint8Array> => {
        paper.options = options
        await go('print')
        return new TextEncoder().encode('%PDF-')
      },
    }
  }
  return { BrowserWindow }
})

const report = { district: 'Willow Creek', scenario: null, contact: null } as FilesCallValue<'buildReport'>
const print = reportPrinter({ address: 'app://bundle/paper.html', preload: '/paper.js', isPackaged: true })

beforeEach(() => Object.assign(paper, { stopsAt: null, at: () => undefined, destroyed: 0 }))

it('says in the margins of every page whose plan it is, which scenario, whom to ask, and that it is a draft', async () => {
  const signal = new AbortController().signal
  await print({ ...report, scenario: 'One coach <fewer>', contact: 'Office & desk', isDraft: true }, signal)
  expect(paper.options).toMatchObject({ displayHeaderFooter: true, generateTaggedPDF: true })
  expect(paper.options['headerTemplate']).toMatch(/>Draft<\/b> · Willow Creek · Scenario: One coach &lt;fewer&gt;</)
  expect(paper.options['footerTemplate']).toContain('Questions: Office &amp; desk')
  await print(report, signal)
  expect(paper.options['headerTemplate']).toContain('>Willow Creek · Current plan<')
  expect(paper.options['footerTemplate']).not.toContain('Questions')
})

it('prints a report and lets go of its window', async () => {
  const printed = await print(report, new AbortController().signal)
  expect(new TextDecoder().decode(printed ?? new Uint8Array())).toBe('%PDF-')
  expect(paper.destroyed).toBe(1)
})

it.each<Step>(['load', 'draw', 'print'])('is cancelled at once when it has come to "%s"', async (step) => {
  const stop = new AbortController()
  paper.stopsAt = step
  paper.at = (now) => {
    if (now === step) stop.abort()
  }
  expect(await print(report, stop.signal)).toBeNull()
  expect(paper.destroyed).toBe(1)
})
