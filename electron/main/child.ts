/** A process that was started for a part of the app's work, as the hosts see it. */
export type Child = {
  /** Null until it runs. */
  readonly pid: () => number | null
  readonly send: (message: unknown) => void
  readonly onMessage: (listener: (message: unknown) => void) => void
  readonly onExit: (listener: () => void) => void
  readonly kill: () => void
}

export type Fork = () => Child
