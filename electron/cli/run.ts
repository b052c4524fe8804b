import { parseArgs, type ParseArgsOptionsConfig } from 'node:util'
import { calibrateCommand } from './calibrate'
import type { Command, Terminal } from './command'
import { badInput, CommandFailure } from './failure'
import { forecastCommand } from './forecast'
import { fundsCommand } from './funds'
import { importCommand } from './import'
import { leastStaffingCommand } from './least-staffing'
import { reportCommand } from './report'
import { sampleCommand } from './sample'
import { simulateCommand } from './simulate'

const commands: Readonly<Record<string, Command>> = {
  simulate: simulateCommand,
  forecast: forecastCommand,
  calibrate: calibrateCommand,
  'least-staffing': leastStaffingCommand,
  funds: fundsCommand,
  import: importCommand,
  report: reportCommand,
  sample: sampleCommand,
}

const help = (): string => {
  const lines = Object.values(commands).map(({ usage, summary }) => `  rollout ${usage}\n      ${summary}`)
  return `${['Usage:', ...lines, '', 'Exit status: 0 done, 1 bad input, 2 a problem with a file.'].join('\n')}\n`
}

function parsed(command: Command, args: readonly string[]) {
  const own = Object.entries(command.options).map(([name, takesValue]) => [
    name,
    { type: takesValue ? 'string' : 'boolean' } as const,
  ])
  const options: ParseArgsOptionsConfig = {
    ...Object.fromEntries(own),
    json: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  }
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true })
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw badInput('usage', `${why}\nUsage: rollout ${command.usage}`)
  }
}

async function answer([name = '', ...args]: readonly string[], terminal: Terminal): Promise<string> {
  if (name === '--help' || name === '-h' || name === 'help') return help()
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command) throw badInput('usage', `${name === '' ? 'No command' : `No command is named “${name}”`}.\n${help()}`)
  const { values, positionals } = parsed(command, args)
  if (values['help'] === true) return `Usage: rollout ${command.usage}\n${command.summary}\n`
  if (positionals.length !== command.operands || positionals.includes(''))
    throw badInput('usage', `Usage: rollout ${command.usage}`)
  return command.run(positionals, values, terminal)
}

/**
 * Runs one command line, without the name of the program, and answers the exit status: 0 done, 1 bad input, 2 a problem
 * with a file. What went wrong stands on the error output as "code: sentence".
 */
export async function runCommandLine(args: readonly string[], terminal: Terminal): Promise<0 | 1 | 2> {
  try {
    terminal.write(await answer(args, terminal))
    return 0
  } catch (error) {
    if (!(error instanceof CommandFailure)) throw error
    terminal.writeError(`${error.code}: ${error.message.trimEnd()}\n`)
    return error.exitStatus
  }
}
