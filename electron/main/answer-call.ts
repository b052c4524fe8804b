import type { CallArgs, CallName, CallValue } from '@shared/contract/calls'
import type { Answer } from '@shared/contract/error'
import { isCallName, parseArgs, parseValue } from '@shared/contract/parse'
import { failed } from './failure'
import { isWithin, type Limit } from './message-size'

/** One handler for every call, no more and no fewer: a call without one does not compile. */
export type Handlers = { readonly [C in CallName]: (args: CallArgs<C>) => Promise<Answer<CallValue<C>>> }

const small: Limit = { values: 10_000, characters: 250_000, depth: 6 }
const largeLimits: Partial<Record<CallName, Limit>> = {
  // an import of 60,000 staff is one commit
  'workbook.commit': { values: 10_000_000, characters: 200_000_000, depth: 8 },
  'workbook.createFrom': { values: 10_000_000, characters: 200_000_000, depth: 8 },
  'scenario.create': { values: 10_000_000, characters: 200_000_000, depth: 8 },
  // a region's costs, each with the funds that may pay it
  'solve.allocation': { values: 10_000_000, characters: 200_000_000, depth: 8 },
}

const refused = (why: readonly string[]): Answer<never> =>
  failed('call-refused', 'The app did not understand its own window here, so nothing was done. Please try again.', why)

const broken = (name: CallName, why: unknown): Answer<never> => {
  console.error(`The call ${name} failed:`, why)
  return failed('internal', 'Something went wrong inside the app. What was saved before is safe. Please try again.')
}

// the handler that stands under a name takes the arguments that stand under it
const handlerOf = (handlers: Handlers, name: CallName): ((args: unknown) => Promise<Answer<unknown>>) =>
  handlers[name] as (args: unknown) => Promise<Answer<unknown>>

async function answerKnown(handlers: Handlers, name: CallName, args: unknown): Promise<Answer<unknown>> {
  if (!isWithin(args, largeLimits[name] ?? small)) return refused(['the message is too large or no plain data'])
  const parsed = parseArgs(name, args)
  if (!parsed.ok) return refused(parsed.error)
  const answer = await handlerOf(handlers, name)(parsed.value)
  if (!answer.ok) return answer
  const value = parseValue(name, answer.value)
  return value.ok ? value : broken(name, value.error)
}

/**
 * Answers one message of the window. Whatever it holds, there is an answer and no exception: an unknown, malformed or
 * oversized message is refused, a handler that fails is `internal`.
 */
export async function answerCall(handlers: Handlers, name: unknown, args: unknown): Promise<Answer<unknown>> {
  if (!isCallName(name)) return refused(['there is no such call'])
  try {
    return await answerKnown(handlers, name, args)
  } catch (error) {
    return broken(name, error)
  }
}
