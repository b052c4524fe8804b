import { join } from 'node:path'
import { invert } from '@shared/plan/algebra'
import { removeChange, updateChange } from '@shared/plan/edit'
import { mergeChosen, rowKey } from '@shared/plan/merge-choices'
import { planToRows, rowsOf } from '@shared/plan/plan'
import { describe, expect, test } from 'vitest'
import { compareCopy } from '../../../electron/workbook/compare-copy'
import { attempt } from '../../../electron/workbook/failure'
import { openWorkbook } from '../../../electron/workbook/open'
import type { Workbook } from '../../../electron/workbook/workbook'
import { addSchool, failure, good, makeEnvironment, makeFolder, makeWorkbook } from '../../fixtures/workbook'
import { after } from '../plan/small-plan'
import { hashOf } from '../../fixtures/contract-fuzz'

const edit = (workbook: Workbook, changes: Parameters<Workbook['commit']>[0]['changes']): void =>
  void good(workbook.commit({ target: 'plan', code: 'edit', label: 'Edit', changes }))

const school = (workbook: Workbook, name: string) => {
  const found = rowsOf(workbook.plan(), 'unit').find((row) => row.name === name)
  if (!found) throw new Error(`There is no ${name}`)
  return found
}

const rename = (workbook: Workbook, from: string, to: string): void => {
  const change = updateChange(school(workbook, from), 'unit', { name: to })
  if (change) edit(workbook, [change])
}

/** A workbook and a copy of it, both with Oak and Elm, then changed by `here` and `there`. */
function grownApart(here: (workbook: Workbook) => void, there: (workbook: Workbook) => void) {
  const { workbook, environment } = makeWorkbook()
  edit(workbook, [addSchool('Oak'), addSchool('Elm')])
  const path = join(makeFolder(), 'Copy.rollout')
  good(workbook.saveCopy(path))
  const copy = good(openWorkbook(path, makeEnvironment()))
  there(copy)
  const theirPlan = copy.plan()
  copy.close()
  here(workbook)
  return {
    workbook,
    path,
    theirPlan,
    compare: () => attempt(path, 'read', () => compareCopy(workbook, path, environment)),
  }
}

describe('comparing a copy', () => {
  test('finds what each changed since the two were one, and does not touch the copy', () => {
    const { workbook, path, theirPlan, compare } = grownApart(
      (mine) => rename(mine, 'Oak', 'Oak North'),
      (theirs) => {
        rename(theirs, 'Elm', 'Elm South')
        edit(theirs, [addSchool('Yew')])
        good(theirs.undo('plan'))
      },
    )
    const before = hashOf(path)
    const { mine, theirs, sequence } = good(compare())
    expect(mine).toHaveLength(1)
    expect(theirs).toHaveLength(1)
    expect(sequence).toBe(workbook.sequence())
    const base = after(workbook.plan(), invert(mine))
    expect(planToRows(after(base, theirs))).toEqual(planToRows(theirPlan))
    expect(hashOf(path)).toBe(before)
  })

  test('merges into one step that can be undone', () => {
    const { workbook, compare } = grownApart(
      (mine) => rename(mine, 'Oak', 'Oak North'),
      (theirs) => {
        rename(theirs, 'Oak', 'Oak South')
        edit(theirs, [removeChange('unit', school(theirs, 'Elm')), addSchool('Yew')])
      },
    )
    const before = planToRows(workbook.plan())
    const { mine, theirs } = good(compare())
    const base = after(workbook.plan(), invert(mine))
    const [clash] = mergeChosen(base, mine, theirs, new Map()).clashes
    if (!clash) throw new Error('Nothing clashes')
    const { changes, problems } = mergeChosen(base, mine, theirs, new Map([[rowKey(clash), 'theirs']]))
    expect(problems).toEqual([])
    edit(workbook, changes)
    expect(
      rowsOf(workbook.plan(), 'unit')
        .map(({ name }) => name)
        .toSorted(),
    ).toEqual(['Oak South', 'Yew'])
    good(workbook.undo('plan'))
    expect(planToRows(workbook.plan())).toEqual(before)
  })

  test('finds nothing to do in a copy that was not changed', () => {
    const { compare } = grownApart(
      (mine) => rename(mine, 'Oak', 'Oak North'),
      () => undefined,
    )
    expect(good(compare()).theirs).toEqual([])
  })

  test('refuses a workbook that did not grow from this one, and a copy for others, which has no history', () => {
    const { workbook, environment } = makeWorkbook()
    const other = makeWorkbook()
    other.workbook.close()
    const of = (path: string) => attempt(path, 'read', () => compareCopy(workbook, path, environment))
    expect(failure(of(other.path), 'copy-unrelated').message).toContain('did not grow from this workbook')
    const path = join(makeFolder(), 'Others.rollout')
    good(workbook.copyForOthers(path, { scenarioIds: [], hasNames: true, hasSalaries: true, hasNotes: true }))
    failure(of(path), 'copy-unrelated')
    failure(of(join(makeFolder(), 'none.rollout')), 'file-not-found')
  })
})
