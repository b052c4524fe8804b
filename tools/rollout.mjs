#!/usr/bin/env node
// The command "rollout": runs the built command line, and builds it first where that has not been done. It is plain
// JavaScript, since it has to start on whichever Node a terminal finds.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const path = (file) => fileURLToPath(new URL(`../${file}`, import.meta.url))
const cli = path('out/main/cli.js')
const builder = path('node_modules/electron-vite/bin/electron-vite.js')

// the project's own Node runs it where the terminal's is too old for the database
const own = path('node_modules/node/bin/node')
const node = Number.parseInt(process.versions.node, 10) < 22 && existsSync(own) ? own : process.execPath

if (!existsSync(cli) && existsSync(builder)) {
  // nothing but the answer of the command belongs on the output
  spawnSync(node, [builder, 'build'], { cwd: path('.'), stdio: ['ignore', 2, 2] })
}
if (existsSync(cli)) {
  const ended = spawnSync(node, [cli, ...process.argv.slice(2)], { stdio: 'inherit' })
  process.exitCode = ended.status ?? 1
} else {
  console.error('The command line is not built. Run "npm ci" and then "npm run build" in the project\'s folder.')
  process.exitCode = 1
}
