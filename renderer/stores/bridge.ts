import type { Bridge } from '@shared/contract/bridge'
import type { CallArgs, CallName, CallValue } from '@shared/contract/calls'
import type { Answer } from '@shared/contract/error'

let connected: Bridge | null = null

/** Gives the stores their way to the other processes: the window's bridge, or a test's own. */
export function connectBridge(theBridge: Bridge): void {
  connected = theBridge
}

/** The bridge that was connected at the start. */
export function bridge(): Bridge {
  if (!connected) throw new Error('No bridge is connected')
  return connected
}

/** Calls over the bridge; a call that breaks instead of answering becomes a failure like any other. */
export async function call<C extends CallName>(name: C, args: CallArgs<C>): Promise<Answer<CallValue<C>>> {
  try {
    return await bridge().call(name, args)
  } catch (error) {
    const details = error instanceof Error ? error.message : String(error)
    const message =
      'The program could not finish this step. Your plan is as it was last saved. Try again; if it happens again, close the workbook and open it anew.'
    return { ok: false, error: { code: 'internal', message, details } }
  }
}

/** A fresh id for a row, a scenario or a change set. */
export const newId = (): string => crypto.randomUUID()
