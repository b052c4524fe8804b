import type { Result } from '../plan/result'
import { calls, type CallArgs, type CallName, type CallValue } from './calls'
import { check } from './check'

/** True for the name of a call that exists; names that every object inherits ("constructor") are none. */
export const isCallName = (name: unknown): name is CallName => typeof name === 'string' && Object.hasOwn(calls, name)

/** What a call was given, as its definition says, or at most five lines "where: what is wrong" for developers. */
export const parseArgs = <C extends CallName>(name: C, args: unknown): Result<CallArgs<C>, string[]> =>
  check(calls[name].args, args) as Result<CallArgs<C>, string[]>

/** What a call answers, as its definition says, or at most five lines "where: what is wrong" for developers. */
export const parseValue = <C extends CallName>(name: C, value: unknown): Result<CallValue<C>, string[]> =>
  check(calls[name].value, value) as Result<CallValue<C>, string[]>
