import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { News } from '@shared/contract/bridge'
import type { CallArgs, CallValue } from '@shared/contract/calls'
import type { FilesCallArgs } from '@shared/contract/files-process'
import { updateChange } from '@shared/plan/edit'
import { planRow } from '@shared/plan/plan'
import { planFromText, type PlanText } from '@shared/plan/plan-text'
import { describe, expect, it, vi } from 'vitest'
import { sampleIn } from '../../../electron/main/sample'
import { summaryOf } from '../../../electron/main/summary'
import { idSource } from '../../fixtures/ids'
import { addSchool, failure, good, makeFolder, start } from '../../fixtures/workbook'
import { create, makeDesk } from './desk'

const districtIn = (plan: PlanText): string | undefined => planRow(planFromText(plan))?.district

describe('making and opening a workbook', () => {
  it('asks where to keep it, with the district as its name', async () => {
    const desk = makeDesk(['Lake.rollout'])
    const made = await create(desk)
    expect(desk.suggested).toEqual([join(desk.folder, 'Documents', 'Willow Creek.rollout')])
    expect(made.path).toBe(join(desk.folder, 'Lake.rollout'))
    expect(good(await desk.handlers['app.recents']({}))).toMatchObject([{ name: 'Lake', exists: true }])
  })

  it('does nothing when a dialog is closed without choosing', async () => {
    const { handlers, folder } = makeDesk()
    expect(good(await handlers['workbook.create'](start))).toBeNull()
    expect(good(await handlers['workbook.open']({}))).toBeNull()
    expect(good(await handlers['sheets.read']({}))).toBeNull()
    expect(readdirSync(folder)).toEqual([])
  })

  it('never replaces the workbook that is open', async () => {
    const desk = makeDesk(['Lake.rollout', 'Lake.rollout', 'Lake.rollout'])
    const { sessionId } = await create(desk)
    failure(await desk.handlers['workbook.create'](start), 'file-exists')
    const answer = await desk.handlers['workbook.saveCopy']({ sessionId })
    expect(failure(answer, 'file-exists').message).toContain('Nothing was changed')
  })

  it('opens the sample anew each time, under a fresh file, and remembers none of them', async () => {
    const desk = makeDesk()
    const first = good(await desk.handlers['workbook.openSample']({}))
    const second = good(await desk.handlers['workbook.openSample']({}))
    expect(second.isSample).toBe(true)
    expect(second.path).not.toBe(first.path)
    expect(good(await desk.handlers['app.recents']({}))).toEqual([])
    await vi.waitFor(() => expect(existsSync(dirname(first.path))).toBe(false))
    expect(existsSync(second.path)).toBe(true)
  })

  it('clears away no sample that was made while an earlier one was still being put in order', async () => {
    const folder = makeFolder()
    const sample = sampleIn(join(folder, 'sample'), async () => start)
    const paths = [await sample.prepare(), await sample.prepare(), await sample.prepare()].map(({ path }) => path)
    const standing = (): boolean[] => paths.map((path) => existsSync(dirname(path)))
    await sample.forgetOthers(paths[1]!)
    expect(standing()).toEqual([false, true, true])
    await sample.forgetOthers(paths[2]!)
    expect(standing()).toEqual([false, false, true])
  })

  it('names the open workbook to a window that lost its page', async () => {
    const desk = makeDesk(['Lake.rollout'])
    desk.arrivals.arrive('/elsewhere/River.rollout')
    expect(good(await desk.handlers['app.info']({})).pathToOpen).toBe('/elsewhere/River.rollout')
    const { path } = await create(desk)
    const info: CallValue<'app.info'> = good(await desk.handlers['app.info']({}))
    expect(info).toMatchObject({ pathToOpen: path, notices: ['a notice'] })
  })

  it('says in a line what is in a workbook', async () => {
    const desk = makeDesk(['Lake.rollout'])
    const made = await create(desk)
    expect(summaryOf(made.size)).toBeNull()
    const changes = [addSchool('Lincoln'), addSchool('Adams')]
    const commit = { sessionId: made.sessionId, target: 'plan', code: 'edit', label: 'Add', changes } as const
    good(await desk.handlers['workbook.commit']({ ...commit, changes }))
    const now = good(await desk.handlers['workbook.open']({ path: made.path }))
    expect(now && summaryOf(now.size)).toBe('2 schools')
    expect(summaryOf({ schools: 2, headcount: 1244.5 })).toBe('2 schools, 1,245 staff')
  })
})

describe('files beside the workbook', () => {
  it('are read only where they are spreadsheets', async () => {
    const { handlers, files } = makeDesk()
    for (const path of ['/etc/passwd', '/a/plan.rollout', '/a/b.js', '/a/csv'])
      failure(await handlers['sheets.read']({ path }), 'sheet-unreadable')
    expect(files).toEqual([])
    expect(good(await handlers['sheets.read']({ path: '/a/Schools.XLSX' }))).toMatchObject({ path: '/a/Schools.XLSX' })
  })

  it('are suggested beside the workbook, under a name that is free', async () => {
    const desk = makeDesk(['Lake.rollout', 'out.xlsx'])
    const { sessionId } = await create(desk)
    writeFileSync(join(desk.folder, 'Lake tables.xlsx'), '')
    good(await desk.handlers['tables.export']({ sessionId, target: 'plan' }))
    expect(desk.suggested.at(-1)).toBe(join(desk.folder, 'Lake tables (2).xlsx'))
    expect(desk.files).toMatchObject([{ call: 'writeTables', args: { path: join(desk.folder, 'out.xlsx') } }])
  })

  it('are shown in their folder where they were written or opened here, and nowhere else', async () => {
    const desk = makeDesk(['Lake.rollout', 'out.xlsx'])
    const { sessionId, path } = await create(desk)
    failure(await desk.handlers['app.showInFolder']({ path: join(desk.folder, 'out.xlsx') }), 'call-refused')
    good(await desk.handlers['tables.export']({ sessionId, target: 'plan' }))
    good(await desk.handlers['app.showInFolder']({ path: join(desk.folder, 'out.xlsx') }))
    good(await desk.handlers['app.showInFolder']({ path }))
    expect(desk.shown).toEqual([join(desk.folder, 'out.xlsx'), path])
  })

  it('of a report hold the scenario it is about, and beside it the current plan and the others', async () => {
    const desk = makeDesk(['Lake.rollout', 'report.xlsx'])
    const made = await create(desk)
    const { sessionId } = made
    const row = planRow(planFromText(made.plan))
    const rename = updateChange(row!, 'plan', { district: 'Lake, with one coach fewer' })!
    const scenario = { sessionId, question: 'What if?', changes: [rename] }
    const fewer = good(await desk.handlers['scenario.create']({ ...scenario, name: 'One coach fewer' }))
    const other = good(await desk.handlers['scenario.create']({ ...scenario, name: 'Another', changes: [] }))
    const report: CallArgs<'report.export'> = {
      sessionId,
      target: { scenarioId: fewer.id },
      besides: [other.id],
      form: 'xlsx',
      audience: 'board',
      date: '2026-11-03',
      decisionAsked: null,
      contact: null,
      isDraft: false,
    }
    good(await desk.handlers['report.export'](report))
    const args = desk.files[0]?.args as FilesCallArgs<'writeReport'>
    expect(args.subject).toMatchObject({ name: 'One coach fewer', question: 'What if?' })
    expect(districtIn(args.subject.plan)).toBe('Lake, with one coach fewer')
    expect(args.choices.map(({ name, plan }) => [name, districtIn(plan)])).toEqual([
      [null, 'Willow Creek'],
      ['Another', 'Willow Creek'],
    ])
    expect(args.options).toEqual({
      audience: 'board',
      date: '2026-11-03',
      decisionAsked: null,
      contact: null,
      isDraft: false,
    })
  })

  it.each([
    ['and is printed nevertheless', async () => new TextEncoder().encode('%PDF-')],
    ['and not printed', async () => null],
  ])('are not written where it is cancelled while a report is printed, %s', async (_, print) => {
    const desk = makeDesk(['Lake.rollout', 'report.pdf'])
    const { sessionId } = await create(desk)
    desk.printer.print = async () => {
      const news = desk.tell.mock.lastCall?.[0] as News
      good(await desk.handlers['task.cancel']({ taskId: news.kind === 'progress' ? news.taskId : '' }))
      return print()
    }
    const told = { audience: 'board', date: '2026-11-03', decisionAsked: null, contact: null, isDraft: false } as const
    const report = { sessionId, target: 'plan', form: 'pdf', ...told } as const
    const answer = await desk.handlers['report.export']({ ...report, besides: [] })
    expect(failure(answer, 'cancelled').message).toContain('"report.pdf" was not written')
    expect(existsSync(join(desk.folder, 'report.pdf'))).toBe(false)
  })

  it('are not written for a scenario that is gone', async () => {
    const desk = makeDesk(['Lake.rollout', 'out.xlsx'])
    const { sessionId } = await create(desk)
    const target = { scenarioId: idSource(9)() }
    const answer = await desk.handlers['tables.export']({ sessionId, target })
    expect(failure(answer, 'scenario-not-found').message).not.toBe('')
    expect(desk.files).toEqual([])
  })
})

describe('links', () => {
  it('that are not allowed are refused in plain words', async () => {
    const { handlers } = makeDesk()
    expect(good(await handlers['app.openLink']({ url: 'https://doi.org/' }))).toBeNull()
    expect(failure(await handlers['app.openLink']({ url: 'https://x.org/' }), 'call-refused').message).toContain('link')
  })
})

describe('the support file', () => {
  it('is saved as it was shown, and not before', async () => {
    const desk = makeDesk(['Help.txt'])
    failure(await desk.handlers['app.saveSupportFile']({}), 'call-refused')
    expect(good(await desk.handlers['app.supportText']({})).text).toBe('made 1\n')
    const saved = good(await desk.handlers['app.saveSupportFile']({}))
    expect(saved).toEqual({ path: join(desk.folder, 'Help.txt') })
    expect(readFileSync(join(desk.folder, 'Help.txt'), 'utf8')).toBe('made 1\n')
  })
})
