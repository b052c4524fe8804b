import { z } from 'zod'

/** What an administrator may decide for a computer (docs/releasing.md): where a planner can ask for a newer version. */
export const policySchema = z.object({ updates: z.object({ address: z.url({ protocol: /^https$/ }) }).optional() })
