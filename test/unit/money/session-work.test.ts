import { attendances } from '@shared/money/attendance'
import { ledgerOf } from '@shared/money/ledger'
import type { Plan } from '@shared/plan/plan'
import { describe, expect, it } from 'vitest'
import { planOf } from './plan-of.ts'

/** A map that counts how often it is read. */
class CountedMap<V> extends Map<string, V> {
  reads = 0
  override get(key: string): V | undefined {
    this.reads += 1
    return super.get(key)
  }
  override values(): MapIterator<V> {
    this.reads += 1
    return super.values()
  }
}

const counted = <V>(map: ReadonlyMap<string, V>): CountedMap<V> => new CountedMap(map)

/** A plan with so many sessions for everyone, each paid by a fund. */
function planWith(count: number): Plan {
  return planOf({
    wave: [{ name: 'Pilot', kind: 'pilot' }],
    unit: Array.from({ length: 20 }, (_, at) => ({ id: `u${at}`, name: `U${at}`, kind: 'school', waveId: 'wave-0' })),
    role: [{ id: 'teacher', name: 'Teacher' }],
    staffGroup: Array.from({ length: 20 }, (_, at) => ({ unitId: `u${at}`, roleId: 'teacher', headcount: 10 })),
    fundingSource: [{ id: 'grant', name: 'Grant' }],
    session: Array.from({ length: count }, (_, at) => ({ id: `s${at}`, month: '2026-08', leaderFeeCents: 100_00 })),
    assignment: Array.from({ length: count }, (_, at) => ({ sourceId: 'grant', sessionId: `s${at}` })),
  })
}

describe('many sessions', () => {
  it('look for their audience once where they are for the same people', () => {
    const readsFor = (count: number): number => {
      const given = planWith(count)
      const plan = { ...given, unit: counted(given.unit), role: counted(given.role) }
      attendances(plan)
      return plan.unit.reads + plan.role.reads
    }
    expect(readsFor(400)).toBe(readsFor(2))
  })

  it('look at who pays what once, not once for each session', () => {
    const readsFor = (count: number): number => {
      const given = planWith(count)
      const plan = { ...given, assignment: counted(given.assignment) }
      expect(ledgerOf(plan).lines).toHaveLength(count)
      return plan.assignment.reads
    }
    expect(readsFor(400)).toBe(readsFor(2))
  })

  it('keep their lines while nothing changes that they rest on', () => {
    const plan = planWith(3)
    const before = ledgerOf(plan)
    const after = ledgerOf({ ...plan, costLine: new Map(), note: new Map() })
    expect(after.lines[0]).toBe(before.lines[0])
    const moved = ledgerOf({ ...plan, assignment: new Map() })
    expect(moved.lines[0]).not.toBe(before.lines[0])
    expect(moved.lines[0]?.isAssigned).toBe(false)
  })

  it('have lists by month of their own where these differ', () => {
    const lines = ledgerOf(planWith(300)).lines
    const place = lines[0]?.costCents.findIndex((cents) => cents > 0) ?? -1
    expect(lines.every(({ costCents }) => costCents[place] === 10_500 || costCents[place] === 10_000)).toBe(true)
    expect(lines.every(({ costCents }) => costCents.filter((cents) => cents > 0).length === 1)).toBe(true)
  })
})
