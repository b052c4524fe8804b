/** What ends a command: a code for programs, a sentence for people, and the exit status (1 bad input, 2 a file problem). */
export class CommandFailure extends Error {
  readonly code: string
  readonly exitStatus: 1 | 2

  constructor(code: string, message: string, exitStatus: 1 | 2) {
    super(message)
    this.code = code
    this.exitStatus = exitStatus
  }
}

export const badInput = (code: string, message: string): CommandFailure => new CommandFailure(code, message, 1)
export const badFile = (code: string, message: string): CommandFailure => new CommandFailure(code, message, 2)
