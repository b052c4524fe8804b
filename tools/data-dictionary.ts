import { writeFileSync } from 'node:fs'
import { runnerImport } from 'vite'
import { inRoot, script } from './project.ts'

// The definitions are written for a bundler, so it is vite that loads them.
await script(async () => {
  const { module } = await runnerImport<typeof import('./dictionary-text')>(inRoot('tools', 'dictionary-text.ts'))
  const path = inRoot('docs', 'data-dictionary.md')
  writeFileSync(path, module.dictionaryText())
  console.log(`Wrote ${path}`)
})
