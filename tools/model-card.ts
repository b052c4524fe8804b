import { writeFileSync } from 'node:fs'
import { runnerImport } from 'vite'
import { inRoot, script } from './project.ts'

// The card is written for a bundler, so it is vite that loads it.
await script(async () => {
  const { module } = await runnerImport<typeof import('./model-card-text')>(inRoot('tools', 'model-card-text.ts'))
  const path = inRoot('docs', 'model-card.md')
  writeFileSync(path, module.modelCardText())
  console.log(`Wrote ${path}`)
})
