import { resolve } from 'node:path'

/** What the start of the app was told from outside. */
export type Environment = {
  /** Where the app keeps its own settings instead of the system's place for them. */
  readonly userData: string | null
  /** A file with answers to the file dialogs, for tests. */
  readonly dialogAnswers: string | null
  /** The address of the development server, which only an app that is not packaged follows. */
  readonly developmentUrl: string | null
  /** Whether to print the start-up figures and end. */
  readonly isBench: boolean
}

const given = (value: string | undefined): string | null => (value === undefined || value === '' ? null : value)

/** Reads the environment; `isPackaged` apps follow no development server. */
export function readEnvironment(variables: NodeJS.ProcessEnv, isPackaged: boolean): Environment {
  return {
    userData: given(variables['ROLLOUT_USER_DATA']),
    dialogAnswers: given(variables['ROLLOUT_DIALOGS']),
    developmentUrl: isPackaged ? null : given(variables['ELECTRON_RENDERER_URL']),
    isBench: given(variables['ROLLOUT_BENCH']) !== null,
  }
}

/**
 * The workbook named on a command line, as a whole path: the last argument that is no switch and ends in `.rollout`.
 * Electron and Chromium add arguments of their own, so a position tells nothing.
 */
export function workbookArgument(args: readonly string[], folder: string): string | null {
  const path = args.findLast((argument) => /\.rollout$/i.test(argument) && !argument.startsWith('-'))
  return path === undefined ? null : resolve(folder, path)
}
