import type { CompleteModelInput } from '@shared/model/input'
import type { SimulationOptions } from '@shared/model/simulate'
import type { Trajectory } from '@shared/model/trajectory'
import { wrap } from 'comlink'

/** Runs the model on one input for each district, in their order. */
export type SimulateAll = (
  inputs: readonly CompleteModelInput[],
  options?: SimulationOptions,
) => Promise<readonly Trajectory[]>

type ModelWorker = {
  simulateAll: (inputs: readonly CompleteModelInput[], options?: SimulationOptions) => Trajectory[]
}

/** The model in a worker of its own, started when it is first asked. */
function inWorker(): SimulateAll {
  const worker = new Worker(new URL('../workers/model.ts', import.meta.url), { type: 'module', name: 'model' })
  const model = wrap<ModelWorker>(worker)
  return (inputs, options) => model.simulateAll(inputs, options)
}

let connected: SimulateAll | null = null

/** Runs the model in another way than in a worker, for tests. */
export function connectModel(simulateAll: SimulateAll): void {
  connected = simulateAll
}

export const simulateAll: SimulateAll = (inputs, options) => {
  connected ??= inWorker()
  return connected(inputs, options)
}
