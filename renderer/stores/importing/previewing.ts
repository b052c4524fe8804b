import type { ImportQuestion, Preview } from '@shared/exchange/preview-content'
import type { Plan } from '@shared/plan/plan'
import { proxy, wrap } from 'comlink'
import { create } from 'zustand'

/** What the worker of imports answers; see `renderer/workers/import.ts`. */
export type ImportWorker = {
  preview: (plan: Plan, question: ImportQuestion, onProgress: (done: number) => void) => Preview
}

/** What an import would do, as far as it is known. */
export type Previewing = {
  readonly preview: Preview | null
  readonly isAsking: boolean
  /** How much of it is through, 0–1; null where that is not known. */
  readonly done: number | null
  readonly problem: string | null
}

const nothing: Previewing = { preview: null, isAsking: false, done: null, problem: null }
const broke = 'It could not be worked out what this file would change. Your plan is as it was. Choose the file again.'

export const usePreviewing = create<Previewing>()(() => nothing)
const { setState } = usePreviewing

let running: { readonly worker: Worker } | null = null

/** Ends the work on a preview, if any; what is shown is forgotten. */
export function cancelPreview(): void {
  running?.worker.terminate()
  running = null
  setState(nothing)
}

/** Works out anew what an import would do, in a worker that ends with the answer; the last answer stays until then. */
export function askPreview(plan: Plan, question: ImportQuestion): void {
  running?.worker.terminate()
  const worker = new Worker(new URL('../../workers/import.ts', import.meta.url), { type: 'module', name: 'import' })
  const mine = { worker }
  running = mine
  setState({ isAsking: true, done: null, problem: null })
  const end = (more: Partial<Previewing>): void => {
    if (running !== mine) return
    worker.terminate()
    running = null
    setState({ isAsking: false, done: null, ...more })
  }
  const onProgress = proxy((done: number): void => {
    if (running === mine) setState({ done })
  })
  void wrap<ImportWorker>(worker)
    .preview(plan, question, onProgress)
    .then(
      (preview) => end({ preview }),
      () => end({ preview: null, problem: broke }),
    )
}
