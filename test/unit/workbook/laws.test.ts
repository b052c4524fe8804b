import { rmSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { diff, invert } from '@shared/plan/algebra'
import { applyChanges } from '@shared/plan/apply'
import { emptyPlan, planToRows } from '@shared/plan/plan'
import { describe, expect, test } from 'vitest'
import { createWorkbook } from '../../../electron/workbook/create'
import { openWorkbook } from '../../../electron/workbook/open'
import { arbitraryPlan } from '../../fixtures/arbitrary-plan'
import { good, makeEnvironment, makeFolder } from '../../fixtures/workbook'
import { checkWorkbookLaw } from '../../fixtures/workbook-law'

describe('a workbook', () => {
  test('holds after any commits, undos, redos and restarts what the pure algebra says, and undone in full what it began with', () => {
    expect.hasAssertions()
    checkWorkbookLaw(20)
  })

  test('holds the plan that its answers build up from nothing', () => {
    const folder = makeFolder()
    let count = 0
    const plans = arbitraryPlan({ maxRows: 2 })
    fc.assert(
      fc.property(plans, plans, (first, second) => {
        const path = join(folder, `${count++}.rollout`)
        const workbook = good(createWorkbook(path, { changes: diff(emptyPlan, first) }, makeEnvironment()))
        const there = diff(first, second)
        let built = workbook.plan()
        for (const changes of [there, invert(there), there]) {
          const act = { target: 'plan', code: 'edit', label: 'Edit', changes } as const
          const applied = applyChanges(built, good(workbook.commit(act)).changeSet.changes)
          if (applied.ok) built = applied.value
        }
        workbook.close()
        const read = good(openWorkbook(path, makeEnvironment(), { isReadOnly: true }))
        expect(good(read.rows('plan'))).toEqual(planToRows(second))
        expect(planToRows(built)).toEqual(planToRows(second))
        read.close()
        rmSync(path)
      }),
      { numRuns: 20, endOnFailure: true },
    )
  })
})
