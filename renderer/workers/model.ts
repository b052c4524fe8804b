import type { CompleteModelInput } from '@shared/model/input'
import { simulate, type SimulationOptions } from '@shared/model/simulate'
import type { Trajectory } from '@shared/model/trajectory'
import { expose, transfer } from 'comlink'

/** Runs the model on every input, outside the window's own thread; the answer's arrays are handed over, not copied. */
function simulateAll(inputs: readonly CompleteModelInput[], options?: SimulationOptions): Trajectory[] {
  const trajectories = inputs.map((input) => simulate(input, options))
  return transfer(
    trajectories,
    trajectories.map(({ values }) => values.buffer as ArrayBuffer),
  )
}

expose({ simulateAll })
