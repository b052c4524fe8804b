/** The operating system's word for a failure ("ENOENT"); empty where it is of another kind. */
export const systemCodeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
