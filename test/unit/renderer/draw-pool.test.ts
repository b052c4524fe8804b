import { runPlan } from '@shared/forecast/run'
import { sampleRequestOf } from '@shared/forecast/uncertainty'
import { prepareSampler, type Sampler, type SampleRequest } from '@shared/model/sample'
import { describe, expect, it } from 'vitest'
import { drawTogether, type Drawer } from '../../../renderer/stores/draw-pool'
import { samplePlan } from '../../fixtures/sample-plan'

const plan = samplePlan()
const run = runPlan(plan)
if (!run.ok) throw new Error('the sample cannot be forecast')
const [district] = run.value.runs
if (!district) throw new Error('the sample has no district')
const request = sampleRequestOf(plan, district.compiled, { seed: 5 })

const draws = 60

const turns = async (count: number): Promise<void> => {
  for (let turn = 0; turn < count; turn++) await new Promise((done) => setImmediate(done))
}

/** A drawer that takes some turns: the later ones take more, so blocks come back out of order. */
function drawerOf(place: number, handedOut: Promise<unknown>[]): Drawer {
  let sampler: Sampler | null = null
  return {
    prepare: (asked: SampleRequest) => {
      sampler = prepareSampler(asked)
      return Promise.resolve()
    },
    draw: (from, to) => {
      const block = turns(place + 1).then(() => {
        if (!sampler) throw new Error('not prepared')
        return sampler.draw(from, to)
      })
      handedOut.push(block)
      return block
    },
  }
}

const drawersOf = (count: number, handedOut: Promise<unknown>[] = []): Drawer[] =>
  Array.from({ length: count }, (_, place) => drawerOf(place, handedOut))

describe('draws on several drawers', () => {
  it('give the same bytes on 1, 2 and 4, in blocks of any size', async () => {
    const told: number[] = []
    const task = { request, draws, onProgress: () => undefined, signal: new AbortController().signal }
    const one = await drawTogether(drawersOf(1), { ...task, blockSize: draws })
    const two = await drawTogether(drawersOf(2), { ...task, blockSize: 7, onProgress: (done) => void told.push(done) })
    const four = await drawTogether(drawersOf(4), { ...task, blockSize: 3 })
    expect(one?.to).toBe(draws)
    expect(two).toEqual(one)
    expect(four).toEqual(one)
    expect(told).toEqual(told.toSorted((a, b) => a - b))
    expect(told.at(-1)).toBe(1)
  })

  it('answer null as soon as they are cancelled, and hand out nothing more', async () => {
    const handedOut: Promise<unknown>[] = []
    const stop = new AbortController()
    const answer = drawTogether(drawersOf(2, handedOut), {
      request,
      draws: 10_000,
      blockSize: 1,
      signal: stop.signal,
      onProgress: () => stop.abort(),
    })
    expect(await answer).toBeNull()
    // once a block that was under way is there, its drawer would ask for the next
    await Promise.all(handedOut)
    expect(handedOut).toHaveLength(2)
  })

  it('fail where a drawer fails', async () => {
    const broken: Drawer = { prepare: () => Promise.resolve(), draw: () => Promise.reject(new Error('gone')) }
    const signal = new AbortController().signal
    const task = { request, draws, blockSize: 5, onProgress: () => undefined, signal }
    await expect(drawTogether([broken, ...drawersOf(1)], task)).rejects.toThrow('gone')
  })
})
