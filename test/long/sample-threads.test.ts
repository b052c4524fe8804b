import { beforeAll, describe, expect, it } from 'vitest'
import { bundleEngine } from '../bench/model/bundle'
import { summariseDraws } from '../bench/model/cases'
import { drawOnThreads } from '../bench/model/draw-pool'

describe('draws on threads', () => {
  let worker = ''
  beforeAll(async () => {
    worker = (await bundleEngine()).worker
  })

  it('gives the same bytes on 1, 2 and 4 threads', async () => {
    const [one, two, four] = await Promise.all(
      [1, 2, 4].map(async (threads) => summariseDraws((await drawOnThreads(worker, threads, 500)).blocks)),
    )
    expect(one?.draws).toBe(500)
    expect(two).toEqual(one)
    expect(four).toEqual(one)
  })
})
