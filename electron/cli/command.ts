/** What a command may touch of the terminal. */
export type Terminal = {
  readonly write: (text: string) => void
  readonly writeError: (text: string) => void
  readonly readInput: () => string
}

export type CommandValues = Readonly<Record<string, unknown>>

/** One command of "rollout": how it is called, and what it prints. Throws a CommandFailure. */
export type Command = {
  readonly usage: string
  readonly summary: string
  /** The options besides --json and --help; true where one takes a value. */
  readonly options: Readonly<Record<string, boolean>>
  /** How many operands it takes. */
  readonly operands: number
  readonly run: (operands: readonly string[], values: CommandValues, terminal: Terminal) => string | Promise<string>
}

/** A value as JSON, the way every command prints it. */
export const jsonText = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`
