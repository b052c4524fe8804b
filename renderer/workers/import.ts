import { previewOf } from '@shared/exchange/preview'
import type { ImportQuestion } from '@shared/exchange/preview-content'
import type { Plan } from '@shared/plan/plan'
import { expose } from 'comlink'

/** Works out what an import would do, outside the window's own thread: a file may have 200,000 rows. */
expose({
  preview: (plan: Plan, question: ImportQuestion, onProgress: (done: number) => void) =>
    previewOf(plan, question, () => crypto.randomUUID(), onProgress),
})
