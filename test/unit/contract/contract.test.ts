import { newsSchema } from '@shared/contract/bridge'
import { calls, preferencesSchema, recentsFileSchema, type CallName } from '@shared/contract/calls'
import { changeSchema, changesSchema, someChangesSchema, targetSchema } from '@shared/contract/changes'
import { answerSchema, errorCodes } from '@shared/contract/error'
import { filesCalls, filesReplySchema, isFilesCallName, parseFilesArgs } from '@shared/contract/files-process'
import { isCallName, parseArgs, parseValue } from '@shared/contract/parse'
import { isWorkbookCallName, workbookCalls } from '@shared/contract/workbook-process'
import { emptyPlan, planToRows } from '@shared/plan/plan'
import { planToText } from '@shared/plan/plan-text'
import type { Change } from '@shared/plan/change'
import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { arbitraryChanges, arbitraryPlan } from '../../fixtures/arbitrary-plan'
import { idAt } from '../../fixtures/ids'

const names = Object.keys(calls) as CallName[]

describe('the calls of the window', () => {
  it('are known by their own names alone', () => {
    expect(names.every(isCallName)).toBe(true)
    const others = [
      'constructor',
      '__proto__',
      'toString',
      '',
      'app',
      7,
      null,
      undefined,
      ['app.info'],
      new String('app.info'),
    ]
    expect(others.filter(isCallName)).toEqual([])
    expect(['constructor', 'readsheets'].filter(isFilesCallName)).toEqual([])
    expect(['constructor', 'workbook'].filter(isWorkbookCallName)).toEqual([])
  })

  it.each(names)('%s takes an object and nothing else', (name) => {
    const others = [undefined, null, 0, '', true, [], [{}]]
    expect(others.filter((args) => parseArgs(name, args).ok)).toEqual([])
  })

  it('say in at most five lines where a message is wrong', () => {
    const changes = Array.from({ length: 100 }, () => 7)
    const args = { sessionId: 'no', target: 'plan', code: 'edit', label: 'Edit', changes }
    const parsed = parseArgs('workbook.commit', args)
    expect(parsed.ok ? [] : parsed.error).toHaveLength(5)
    expect(parsed.ok ? '' : parsed.error[0]).toMatch(/^sessionId: /)
    const whole = parseValue('app.recents', 7)
    expect(whole.ok ? '' : whole.error[0]).toMatch(/^the whole: /)
  })

  it('that the workbook process answers too have the same answers there', () => {
    const value = (definition: { value: unknown }): unknown => definition.value
    const here = new Map(Object.entries(calls).map(([name, definition]) => [name, value(definition)]))
    const different = Object.entries(workbookCalls)
      .filter(([name, definition]) => here.get(name) !== value(definition))
      .map(([name]) => name)
    // main asks the planner for a path, so here there is one
    expect(different).toEqual([
      'workbook.create',
      'workbook.open',
      'workbook.about',
      'workbook.plan',
      'workbook.saveCopy',
      'workbook.copyForOthers',
      'workbook.compareCopy',
    ])
  })
})

describe('changes', () => {
  it('cross whole, whatever the plan holds', () => {
    const some = arbitraryPlan().chain((plan) => arbitraryChanges(plan))
    fc.assert(
      fc.property(some, (changes: Change[]) => {
        expect(changesSchema.parse(structuredClone(changes))).toEqual(changes)
      }),
      { numRuns: 200 },
    )
  })

  const row = { id: idAt(1), rank: 1, name: 'Lincoln' }
  it.each([
    {},
    { kind: 'insert', table: 'unit', id: idAt(1) },
    { kind: 'insert', table: 'units', id: idAt(1), row },
    { kind: 'insert', table: 'unit', id: 'one', row },
    { kind: 'insert', table: 'unit', id: idAt(1), row: { ...row, rank: Number.NaN } },
    { kind: 'replace', table: 'unit', id: idAt(1), row },
    { kind: 'update', table: 'unit', id: idAt(1), fields: { name: { before: 'a' } } },
    { kind: 'update', table: 'unit', id: idAt(1), fields: { name: { before: 'a', after: { b: 1 } } } },
    { kind: 'update', table: 'unit', id: idAt(1), fields: { name: { before: 'a', after: Infinity } } },
    { kind: 'update', table: 'unit', id: idAt(1), fields: { tags: { before: [], after: [1] } } },
  ])('of no known shape are refused: %j', (change) => {
    expect(changeSchema.safeParse(change).success).toBe(false)
  })

  it('of values alone pass in one look to the same list as change by change', () => {
    const some = arbitraryPlan().chain((plan) => arbitraryChanges(plan))
    fc.assert(
      fc.property(some, (changes: Change[]) => {
        const updates = structuredClone(changes.filter(({ kind }) => kind === 'update'))
        expect(changesSchema.parse(updates)).toBe(updates)
        expect(updates.map((change) => changeSchema.parse(change))).toEqual(updates)
      }),
      { numRuns: 100 },
    )
  })

  it('of which one is wrong are refused with its place', () => {
    const good = { kind: 'update', table: 'unit', id: idAt(1), fields: { name: { before: 'a', after: 'b' } } }
    const bad = { ...good, fields: { name: { before: 'a', after: Infinity } } }
    const parsed = changesSchema.safeParse([good, bad, { ...good, more: 1 }])
    expect(parsed.error?.issues.map(({ path }) => path)).toEqual([[1, 'fields', 'name', 'after']])
    expect(changesSchema.safeParse('none').success).toBe(false)
    expect(someChangesSchema.safeParse([]).success).toBe(false)
    expect(someChangesSchema.safeParse([good]).success).toBe(true)
  })

  it('go to the plan or to a scenario', () => {
    const targets = ['plan', { scenarioId: idAt(1) }, 'scenario', { scenarioId: 'x' }, null, {}]
    expect(targets.map((target) => targetSchema.safeParse(target).success)).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
    ])
  })
})

describe('what crosses otherwise', () => {
  it('is an answer with a value or with a known code', () => {
    for (const code of errorCodes)
      expect(answerSchema.safeParse({ ok: false, error: { code, message: 'm' } }).success).toBe(true)
    expect(answerSchema.safeParse({ ok: true, value: null }).success).toBe(true)
    expect(answerSchema.safeParse({ ok: false, error: { code: 'odd', message: 'm' } }).success).toBe(false)
    expect(answerSchema.safeParse({ ok: 'yes' }).success).toBe(false)
  })

  it('is news of a known kind', () => {
    expect(newsSchema.safeParse({ kind: 'command', command: 'undo' }).success).toBe(true)
    expect(newsSchema.safeParse({ kind: 'command', command: 'format-disk' }).success).toBe(false)
    const lost = { kind: 'interrupted', sessionId: 's', isBack: false, message: 'm', workbook: null }
    expect(newsSchema.safeParse(lost).success).toBe(true)
    expect(newsSchema.safeParse({ ...lost, sessionId: undefined }).success).toBe(false)
  })

  it('is a task for the files process with the plan in it', () => {
    const plan = planToText(emptyPlan)
    expect(Object.keys(filesCalls)).toEqual(['readSheets', 'writeTables', 'writeReport', 'buildReport'])
    expect(parseFilesArgs('writeTables', { path: '/a.xlsx', plan }).ok).toBe(true)
    expect(parseFilesArgs('writeTables', { path: '/a.xlsx', plan: planToRows(emptyPlan) }).ok).toBe(false)
    expect(filesReplySchema.safeParse({ id: 1, done: 1.5 }).success).toBe(false)
  })

  it('is what main keeps between starts', () => {
    expect(preferencesSchema.safeParse({ colorScheme: 'dark', isNavigationNarrow: true }).success).toBe(true)
    expect(recentsFileSchema.safeParse([{ path: '/a' }]).success).toBe(false)
  })
})
