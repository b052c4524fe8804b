import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { inRoot, root } from './project.ts'

export type CommandOptions = {
  cwd?: string
  env?: NodeJS.ProcessEnv
  /** Shows what goes wrong only. */
  isQuiet?: boolean
  /** Shows nothing at all. */
  isSilent?: boolean
}

/** Runs a program with its output shown here. Rejects with a sentence when it does not end well. */
export async function run(program: string, args: readonly string[], options: CommandOptions = {}): Promise<void> {
  const status = await statusOf(program, args, options)
  if (status !== 0) throw new Error(`"${[program, ...args].join(' ')}" ended with ${status}.`)
}

/** Like run, but answers how the program ended: its status, or the name of the signal that ended it. */
export function statusOf(
  program: string,
  args: readonly string[],
  options: CommandOptions = {},
): Promise<number | NodeJS.Signals> {
  return new Promise((done, fail) => {
    const { isSilent = false, isQuiet = isSilent, ...where } = options
    const child = spawn(program, args, {
      cwd: root,
      ...where,
      stdio: ['ignore', isQuiet ? 'ignore' : 'inherit', isSilent ? 'ignore' : 'inherit'],
    })
    child.once('error', (error) => fail(new Error(`"${program}" could not be started: ${error.message}`)))
    child.once('exit', (code, signal) => done(code ?? signal ?? 1))
  })
}

/** The file that a package's command runs, so that it is started by this Node and works on Windows too. */
export function programOf(packageName: string, command = packageName): string {
  const manifest = JSON.parse(readFileSync(inRoot('node_modules', packageName, 'package.json'), 'utf8')) as {
    bin?: string | Record<string, string>
  }
  const file = typeof manifest.bin === 'string' ? manifest.bin : manifest.bin?.[command]
  if (file === undefined) throw new Error(`The package ${packageName} has no command "${command}". Run "npm ci" again.`)
  return inRoot('node_modules', packageName, file)
}

/** Runs the command that an installed package brings. */
export const runPackage = (packageName: string, args: readonly string[], options?: CommandOptions): Promise<void> =>
  run(process.execPath, [programOf(packageName), ...args], options)
