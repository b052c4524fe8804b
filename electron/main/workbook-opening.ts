import type { Answer } from '@shared/contract/error'
import type { OpenWorkbook } from '@shared/contract/workbook'
import {
  parseWorkbookValue,
  type WorkbookCallArgs,
  type WorkbookCallName,
  type WorkbookCallValue,
} from '@shared/contract/workbook-process'
import { failed } from './failure'
import type { Gone, ProcessClient } from './process-client'
import { stoppedOpening } from './workbook-sentences'

/** The calls by which a process gets its file. */
export type OpeningCall = 'workbook.create' | 'workbook.open' | 'backup.restore'

/** A workbook process that has its file open. */
export type Running = { readonly client: ProcessClient; readonly workbook: OpenWorkbook }

/** Asks the process and looks at its answer as the contract says it is. */
export async function askProcess<C extends WorkbookCallName>(
  client: ProcessClient,
  call: C,
  args: unknown,
): Promise<Answer<WorkbookCallValue<C>> | Gone> {
  const answer = await client.ask(call, args)
  if (answer === 'gone' || !answer.ok) return answer
  const value = parseWorkbookValue(call, answer.value)
  if (value.ok) return value
  console.error(`The workbook process answered ${call} wrongly:`, value.error)
  return failed('internal', 'Something went wrong inside the app. What was saved before is safe. Please try again.')
}

/** Has a process open or create a file. Where that fails the process is ended, and has let go of the file. */
export async function begin<C extends OpeningCall>(
  client: ProcessClient,
  call: C,
  args: WorkbookCallArgs<C>,
): Promise<Answer<Running>> {
  const answer = await askProcess(client, call, args)
  if (answer === 'gone') return stoppedOpening(args.path)
  if (answer.ok) return { ok: true, value: { client, workbook: answer.value } }
  await client.stop()
  return answer
}
