import { describe, expect, it } from 'vitest'
import { comparePlans } from '@shared/forecast/compare-plans'
import { applyChanges } from '@shared/plan/apply'
import type { Change } from '@shared/plan/change'
import { insertChange, removeChange, updateChange } from '@shared/plan/edit'
import { newRow, type Plan } from '@shared/plan/plan'
import { idSource } from '../../fixtures/ids'
import { samplePlan } from '../../fixtures/sample-plan'

const plan = samplePlan()
const after = (...changes: (Change | null)[]): Plan => {
  const done = applyChanges(
    plan,
    changes.filter((change) => change !== null),
  )
  if (!done.ok) throw new Error(done.error[0]?.message)
  return done.value
}
const school = [...plan.unit.values()].find(({ kind }) => kind === 'school')!

describe('two plans side by side', () => {
  it('that are the same differ in nothing', () => {
    const { tables, beforeCents, afterCents } = comparePlans(plan, samplePlan())
    expect(tables).toEqual([])
    expect(afterCents).toBe(beforeCents)
    expect(beforeCents).toBeGreaterThan(0)
  })

  it('are told table by table, with counts and in words', () => {
    const milestone = [...plan.milestone.values()][0]!
    const line = newRow('costLine', idSource(0x47)(), {
      name: 'Books',
      amountCents: 120_000,
      frequency: 'once',
      firstMonth: '2026-10',
    })
    const now = after(
      updateChange(school, 'unit', { enrolment: 999 }),
      insertChange('costLine', line),
      removeChange('milestone', milestone),
    )
    const { tables, beforeCents, afterCents } = comparePlans(plan, now)
    expect(tables.map(({ table, added, changed, removed }) => [table, added, changed, removed])).toEqual([
      ['unit', 0, 1, 0],
      ['costLine', 1, 0, 0],
      ['milestone', 0, 0, 1],
    ])
    expect(tables.flatMap(({ lines }) => lines)).toEqual([
      `${school.name}: Students ${school.enrolment?.toLocaleString('en-US')} → 999`,
      'New cost line: Books',
      `Removed milestone: ${milestone.name}`,
    ])
    expect(afterCents - beforeCents).toBe(120_000)
  })

  it('of which only the order of rows differs are the same', () => {
    const moved = after(updateChange(school, 'unit', { rank: 99 }))
    expect(comparePlans(plan, moved).tables).toEqual([])
  })
})
