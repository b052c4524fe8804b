import { z } from 'zod'

const linearSum = z.object({
  columns: z.array(z.int().min(0)).readonly(),
  coefficients: z.array(z.number()).readonly(),
})
const bound = z.number().nullable()

/** A linear program and its answer, as `shared/money/linear-program.ts` says them. */
export const linearProgramSchema = z.object({
  columnUpper: z.array(z.number().min(0).nullable()).max(2_000_000).readonly(),
  rows: z
    .array(linearSum.extend({ lower: bound, upper: bound }))
    .max(2_000_000)
    .readonly(),
  objectives: z.array(linearSum).max(10).readonly(),
})
export const linearAnswerSchema = z.object({
  values: z.array(z.number()).readonly(),
  objectives: z.array(z.number()).readonly(),
})

/** What the solver's thread is sent: one such message. */
export const solveRequestSchema = z.object({ program: linearProgramSchema })

/** What it sends back: any number of times how far it is (0–1), then the answer, or why there is none. */
export const solveReplySchema = z.union([
  z.object({ done: z.number().min(0).max(1) }),
  z.object({ answer: linearAnswerSchema }),
  z.object({ problem: z.string() }),
])
export type SolveReply = z.infer<typeof solveReplySchema>
