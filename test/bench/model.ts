import { isDeepStrictEqual } from 'node:util'
import { bundleEngine } from './model/bundle.ts'
import { cancelRuns } from './model/cancel.ts'
import { drawOnThreads } from './model/draw-pool.ts'

type Cases = typeof import('./model/cases')

const draws = 1000

function perSecond(cases: Cases, schools: number, milliseconds: number): string {
  return `${(cases.cellMonthsOf(schools) / milliseconds / 1000).toFixed(1)} million cell-months a second`
}

function simulationLines(cases: Cases): string[] {
  const small = cases.timesOf(100, 9)
  const large = cases.timesOf(9000, 7)
  const sample = cases.timesOf(7, 9)
  const { megabytes, freshMs, againMs } = cases.memoryOf(9000)
  return [
    `7 schools × 2 roles × 6 components × 60 months: ${sample.simulateMs.toFixed(2)} ms, ${perSecond(cases, 7, sample.simulateMs)}`,
    `100 schools: ${small.simulateMs.toFixed(2)} ms, ${perSecond(cases, 100, small.simulateMs)}`,
    `9,000 schools: ${large.simulateMs.toFixed(0)} ms, ${perSecond(cases, 9000, large.simulateMs)}; checking its input first: ${large.checkMs.toFixed(0)} ms`,
    `90 times the schools take ${(large.simulateMs / small.simulateMs).toFixed(0)} times as long`,
    `only writing the ${megabytes.toFixed(0)} MB of the answer for 9,000 schools: ${freshMs.toFixed(0)} ms in fresh memory, ${againMs.toFixed(0)} ms in the same memory again`,
  ]
}

async function drawLines(cases: Cases, worker: string): Promise<string[]> {
  const one = await drawOnThreads(worker, 1, draws)
  const two = await drawOnThreads(worker, 2, draws)
  const four = await drawOnThreads(worker, 4, draws)
  const summary = cases.summariseDraws(one.blocks)
  const isSame = [two, four].every(({ blocks }) => isDeepStrictEqual(cases.summariseDraws(blocks), summary))
  return [
    `${draws} draws of 7 schools with their stress tests: ${one.milliseconds.toFixed(0)} ms on one thread, ${two.milliseconds.toFixed(0)} ms on two`,
    `the same bytes on 1, 2 and 4 threads: ${isSame ? 'yes' : 'NO'}`,
  ]
}

const longest = (numbers: readonly number[]): string => `${Math.max(...numbers).toFixed(1)} ms`

async function cancelLine(cases: Cases, addresses: { pool: string; worker: string }): Promise<string> {
  // far more than there is time for, so that there is always something to give up
  const runs = await cancelRuns(addresses, { request: cases.requestOf(1), draws: 1_000_000 }, 30)
  const [answered, idle] = [runs.map((run) => run.answered), runs.map((run) => run.idle)]
  return `draws given up at ${runs.length} moments: answered after ${longest(answered)} at most, threads free after ${longest(idle)} at most`
}

/** The speed of the model: one line of text a figure. Takes some seconds; the engine runs bundled, as in the app. */
export async function modelBench(): Promise<string[]> {
  const { cases: address, pool, worker } = await bundleEngine()
  const cases = (await import(address)) as Cases
  return [...simulationLines(cases), ...(await drawLines(cases, worker)), await cancelLine(cases, { pool, worker })]
}

/** Prints the bench. */
export async function run(): Promise<void> {
  for (const line of await modelBench()) console.log(line)
}
