import { parentPort } from 'node:worker_threads'
import { solveRequestSchema, type SolveReply } from '@shared/contract/linear-program'
import { solveProgram } from './linear-solver'

// The thread that solves one linear program. Main starts it for one call and ends it afterwards, which is also how a
// planner's cancelling stops it: the solver does not return before it is done.

async function answerTo(message: unknown, send: (reply: SolveReply) => void): Promise<void> {
  const request = solveRequestSchema.safeParse(message)
  if (!request.success) return send({ problem: 'not a program' })
  try {
    send({ answer: await solveProgram(request.data.program, (done) => send({ done })) })
  } catch (error) {
    send({ problem: error instanceof Error ? error.message : String(error) })
  }
}

const port = parentPort
port?.on('message', (message: unknown) => void answerTo(message, (reply) => port.postMessage(reply)))
