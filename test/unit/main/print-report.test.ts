import type { FilesCallValue } from '@shared/contract/files-process'
import { beforeEach, expect, it, vi } from 'vitest'
import { reportPrinter } from '../../../electron/main/print-report'

type Step = 'load' | 'draw' | 'print'

// a window that goes as far as a test lets it, and says when it got there
const paper = vi.hoisted(() => ({
  stopsAt: null as string | null,
  at: (_step: string): void => undefined,
  destroyed: 0,
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
      printToPDF: async (): Promise<Uint8Array> => {
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
