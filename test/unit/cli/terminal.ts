import { runCommandLine } from '../../../electron/cli/run'

/** Runs a command line as a terminal would, with what it said. */
export async function rollout(args: readonly string[], input = '') {
  const said = { output: '', errors: '' }
  const status = await runCommandLine(args, {
    write: (text) => void (said.output += text),
    writeError: (text) => void (said.errors += text),
    readInput: () => input,
  })
  return { status, ...said }
}
