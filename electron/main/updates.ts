import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { newerVersionSchema, type NewerVersion } from '@shared/contract/calls'
import type { Answer } from '@shared/contract/error'
import { policySchema } from '@shared/contract/policy'
import { failed, succeeded } from './failure'

/** What whoever looks after the computer has decided. Without a policy the app asks the network for nothing. */
export type Policy = { readonly updateAddress: string | null }

const nothing: Policy = { updateAddress: null }

/** Where the system keeps what only an administrator may change. */
export function policyPath(platform: NodeJS.Platform, variables: NodeJS.ProcessEnv): string {
  if (platform === 'win32')
    return join(variables['ProgramData'] ?? 'C:\\ProgramData', 'Rollout Workbook', 'policy.json')
  return platform === 'darwin'
    ? '/Library/Application Support/Rollout Workbook/policy.json'
    : '/etc/rollout-workbook/policy.json'
}

/** Reads the policy; none, or one that cannot be understood, allows nothing. */
export function readPolicy(path: string): Policy {
  try {
    const read = policySchema.safeParse(JSON.parse(readFileSync(path, 'utf8')))
    return read.success ? { updateAddress: read.data.updates?.address ?? null } : nothing
  } catch {
    return nothing
  }
}

const numbersOf = (version: string): number[] | null =>
  /^\d+(\.\d+){0,3}$/.test(version) ? version.split('.').map(Number) : null

/** Whether one version of the form 1.2.3 is later than another; anything else is not. */
export function isNewer(version: string, than: string): boolean {
  const [a, b] = [numbersOf(version), numbersOf(than)]
  if (!a || !b) return false
  for (let at = 0; at < Math.max(a.length, b.length); at++) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0)
    if (difference !== 0) return difference > 0
  }
  return false
}

export type Updates = {
  readonly canLook: boolean
  readonly look: () => Promise<Answer<{ newer: NewerVersion | null }>>
}

const unknown = (): Answer<never> =>
  failed(
    'update-unknown',
    'The place that your district names for newer versions did not give an answer that the app understands. Nothing was changed. Ask your IT department.',
  )

/** Looks for a newer version only when the planner asks and the policy names a place; `fetchText` gives what is there. */
export function updatesOf(policy: Policy, version: string, fetchText: (address: string) => Promise<string>): Updates {
  const { updateAddress } = policy
  return {
    canLook: updateAddress !== null,
    look: async () => {
      if (updateAddress === null)
        return failed('call-refused', 'This computer is not set up to look for newer versions.')
      try {
        const told = newerVersionSchema.safeParse(JSON.parse(await fetchText(updateAddress)))
        if (!told.success || numbersOf(told.data.version) === null) return unknown()
        return succeeded({ newer: isNewer(told.data.version, version) ? told.data : null })
      } catch {
        return unknown()
      }
    },
  }
}
