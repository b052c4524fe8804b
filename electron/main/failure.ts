import type { Answer, ErrorCode } from '@shared/contract/error'

/** An answer that says what went wrong. `details` fit the code and are left out where there are none. */
export const failed = (code: ErrorCode, message: string, details?: unknown): Answer<never> => ({
  ok: false,
  error: details === undefined ? { code, message } : { code, message, details },
})

export const succeeded = <T>(value: T): Answer<T> => ({ ok: true, value })
