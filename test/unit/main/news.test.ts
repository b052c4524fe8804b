import type { News } from '@shared/contract/bridge'
import { describe, expect, it } from 'vitest'
import { openArrivals } from '../../../electron/main/arrivals'
import { openTasks } from '../../../electron/main/tasks'
import { idAt, idSource } from '../../fixtures/ids'

describe('a workbook that comes from outside', () => {
  it('waits for the window, which is told at once when it listens', () => {
    const news: News[] = []
    const arrivals = openArrivals((one) => void news.push(one))
    arrivals.arrive('/a.rollout')
    arrivals.arrive('/b.rollout')
    expect(news).toEqual([])
    expect(arrivals.take()).toBe('/b.rollout')
    arrivals.arrive('/c.rollout')
    expect(news).toEqual([{ kind: 'open-path', path: '/c.rollout' }])
  })

  it('waits again when the window has lost its page', () => {
    const news: News[] = []
    const arrivals = openArrivals((one) => void news.push(one))
    arrivals.take()
    arrivals.forgetWindow()
    arrivals.arrive('/a.rollout')
    expect(news).toEqual([])
    expect(arrivals.take()).toBe('/a.rollout')
  })

  it('is settled once a workbook is open', () => {
    const arrivals = openArrivals(() => undefined)
    arrivals.arrive('/a.rollout')
    arrivals.settle()
    expect(arrivals.take()).toBeNull()
  })
})

describe('a task', () => {
  it('is told from its beginning to its end, under one id', async () => {
    const news: News[] = []
    const tasks = openTasks((one) => void news.push(one), idSource())
    const value = await tasks.run('Reading', async (_signal, progress) => {
      progress(0.5)
      return 7
    })
    expect(value).toBe(7)
    expect(news.map((one) => one.kind === 'progress' && one.done)).toEqual([null, 0.5, 1])
    expect(new Set(news.map((one) => one.kind === 'progress' && one.taskId)).size).toBe(1)
  })

  it('is told to be at its end also when it fails', async () => {
    const news: News[] = []
    const tasks = openTasks((one) => void news.push(one), idSource())
    await expect(tasks.run('Reading', () => Promise.reject(new Error('boom')))).rejects.toThrow('boom')
    expect(news.at(-1)).toMatchObject({ done: 1 })
  })

  it('is cancelled by its id, and by no other', async () => {
    const newId = idSource()
    const tasks = openTasks(() => undefined, newId)
    const cancelled = tasks.run('Reading', async (signal) => {
      tasks.cancel('another')
      expect(signal.aborted).toBe(false)
      tasks.cancel(idAt(1))
      return signal.aborted
    })
    expect(await cancelled).toBe(true)
  })
})
