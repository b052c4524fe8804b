import { readFileSync } from 'node:fs'
import { runCommandLine } from './run'

// whoever reads the output may stop early ("| head"), which is no fault
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

// 0 is standard input; the exit code is set, not forced, so that all of the output gets out
process.exitCode = await runCommandLine(process.argv.slice(2), {
  write: (text) => void process.stdout.write(text),
  writeError: (text) => void process.stderr.write(text),
  readInput: () => readFileSync(0, 'utf8'),
})
