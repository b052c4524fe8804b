import { describe, expect, it } from 'vitest'
import { failure, good } from '../../fixtures/workbook'
import { addTo, create, makeOffice, never, read, schoolsOf } from './office'

describe('a workbook process that stops', () => {
  it('is started again, and the window gets the rows under the session it has', async () => {
    const office = makeOffice()
    const made = await create(office)
    good(await office.host.ask('workbook.commit', addTo(made, 'Lincoln')))
    office.served.crash()
    good(await office.host.ask('workbook.commit', addTo(made, 'Washington')))
    expect(office.news).toMatchObject([
      { kind: 'interrupted', sessionId: made.sessionId, isBack: true, workbook: { sessionId: made.sessionId } },
    ])
    const [news] = office.news
    expect(news?.kind === 'interrupted' && news.workbook && schoolsOf(news.workbook.plan)).toEqual(['Lincoln'])
    expect(news?.kind === 'interrupted' && news.workbook?.isReadOnly).toBe(false)
    expect(schoolsOf(good(await read(office, made.sessionId)))).toEqual(['Lincoln', 'Washington'])
  })

  it('says that the edit under way was not saved when it stopped before', async () => {
    const office = makeOffice()
    const made = await create(office)
    office.served.crashAt = (call) => call === 'workbook.commit'
    const answer = await office.host.ask('workbook.commit', addTo(made, 'Lincoln'))
    const { message, details } = failure(answer, 'workbook-process-stopped')
    expect(message).toContain('"Add Lincoln" had not been saved')
    expect(details).toEqual({ isCommitted: false })
    expect(schoolsOf(good(await read(office, made.sessionId)))).toEqual([])
  })

  it('says that the edit under way was saved when it stopped after', async () => {
    const office = makeOffice()
    const made = await create(office)
    office.served.crashAt = (call) => (call === 'workbook.commit' ? 'after' : false)
    const answer = await office.host.ask('workbook.commit', addTo(made, 'Lincoln'))
    const { message, details } = failure(answer, 'workbook-process-stopped')
    expect(message).toContain('"Add Lincoln" had been saved')
    expect(details).toEqual({ isCommitted: true })
    expect(schoolsOf(good(await read(office, made.sessionId)))).toEqual(['Lincoln'])
  })

  it('tells of each of several edits under way whether it was saved', async () => {
    const office = makeOffice()
    const made = await create(office)
    let commits = 0
    office.served.crashAt = (call) => call === 'workbook.commit' && ++commits === 2
    const answers = await Promise.all(
      ['Lincoln', 'Washington', 'Adams'].map((name) => office.host.ask('workbook.commit', addTo(made, name))),
    )
    expect(answers[0]?.ok).toBe(true)
    for (const answer of answers.slice(1))
      expect(failure(answer, 'workbook-process-stopped').details).toEqual({ isCommitted: false })
    expect(schoolsOf(good(await read(office, made.sessionId)))).toEqual(['Lincoln'])
  })

  it('undoes an act only once when it stops after the undo', async () => {
    const office = makeOffice()
    const made = await create(office)
    good(await office.host.ask('workbook.commit', addTo(made, 'Lincoln')))
    good(await office.host.ask('workbook.commit', addTo(made, 'Washington')))
    office.served.crashAt = (call) => (call === 'workbook.undo' ? 'after' : false)
    const undo = { sessionId: made.sessionId, target: 'plan' } as const
    const answer = failure(await office.host.ask('workbook.undo', undo), 'workbook-process-stopped')
    expect(answer.details).toEqual({ isCommitted: true })
    expect(schoolsOf(good(await read(office, made.sessionId)))).toEqual(['Lincoln'])
  })

  it('is left alone when it stops three times within a minute, and the window is told', async () => {
    const office = makeOffice()
    const made = await create(office)
    for (let crash = 1; crash <= 2; crash++) {
      office.served.crash()
      good(await read(office, made.sessionId))
    }
    office.served.crash()
    failure(await read(office, made.sessionId), 'not-open')
    expect(office.news.at(-1)).toMatchObject({
      kind: 'interrupted',
      sessionId: made.sessionId,
      isBack: false,
      workbook: null,
    })
    expect(office.host.path()).toBeNull()
    expect(office.served.count()).toBe(3)
  })

  it('is started again however often it stopped, if that was long ago', async () => {
    const office = makeOffice()
    const made = await create(office)
    for (let crash = 1; crash <= 6; crash++) {
      office.served.crash()
      good(await read(office, made.sessionId))
      office.clock.milliseconds += 40_000
    }
    expect(office.host.path()).toBe(made.path)
  })

  it('counts a stop while the file is being opened again', async () => {
    const office = makeOffice()
    const made = await create(office)
    office.served.crashAt = (call) => call === 'workbook.open'
    office.served.crash()
    failure(await read(office, made.sessionId), 'not-open')
    expect(office.served.count()).toBe(3)
    expect(office.news).toHaveLength(1)
  })

  it('can be opened anew after it was left alone', async () => {
    const office = makeOffice()
    const made = await create(office)
    for (let crash = 1; crash <= 3; crash++) {
      office.served.crash()
      await read(office, made.sessionId)
    }
    const again = good(await office.host.open('workbook.open', { path: made.path }, never))
    expect(again.isReadOnly).toBe(false)
  })

  it.each(['workbook.about', 'workbook.close'])('is not started again at %s of a closing', async (last) => {
    const office = makeOffice()
    const made = await create(office)
    office.served.crashAt = (call) => call === last
    good(await office.host.close(made.sessionId))
    expect(office.served.count()).toBe(1)
    expect(office.news).toEqual([])
  })
})
