// What `electron path/to/app` does: name and version come from the app's package.json, then its main file is imported.
// The import is awaited at the top level, which keeps Electron's "ready" back until the app's own top level has run;
// otherwise it would be too late there to register the app:// scheme.
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { app } from 'electron'

// `-r file` is how a test driver gets into the main process
function readArguments(args) {
  const preloads = []
  for (let i = 0; i < args.length; i++) {
    if (args[i] === '-r' || args[i] === '--require') preloads.push(args[++i])
    else if (!args[i].startsWith('-')) return { preloads, target: path.resolve(args[i]) }
  }
  return { preloads, target: process.cwd() }
}

function mainFile(target) {
  const file = path.join(target, 'package.json')
  if (!existsSync(file)) {
    app.setAppPath(path.dirname(target))
    return target
  }
  const manifest = JSON.parse(readFileSync(file, 'utf8'))
  if (manifest.version) app.setVersion(manifest.version)
  app.name = manifest.productName ?? manifest.name ?? app.name
  app.setAppPath(target)
  return path.resolve(target, manifest.main ?? 'index.js')
}

Object.defineProperty(process, 'defaultApp', { configurable: false, enumerable: true, value: true })
const { preloads, target } = readArguments(process.argv.slice(1))
const main = mainFile(target)
const require = createRequire(main)
for (const module of preloads) require(module)
await import(pathToFileURL(require.resolve(main)).href)
