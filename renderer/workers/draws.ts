import { prepareSampler, type DrawBlock, type Sampler, type SampleRequest } from '@shared/model/sample'
import { expose, transfer } from 'comlink'

let sampler: Sampler | null = null

/** Gets ready to draw from a plan; what was drawn from before is let go. */
function prepare(request: SampleRequest): void {
  sampler = prepareSampler(request)
}

/** The draws `from` to before `to`; their arrays are handed over, not copied. Throws a RangeError before `prepare`. */
function draw(from: number, to: number): DrawBlock {
  if (!sampler) throw new RangeError('draws were asked for before they were prepared')
  const block = sampler.draw(from, to)
  const { series, atScaleMonth, hasHeld, sustained } = block
  const buffers = [series, atScaleMonth, hasHeld, sustained].map(({ buffer }) => buffer as ArrayBuffer)
  return transfer(block, buffers)
}

expose({ prepare, draw })
