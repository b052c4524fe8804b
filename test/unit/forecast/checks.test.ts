import { attention, thingsToCheck, type AttentionCode, type AttentionItem } from '@shared/forecast/attention'
import { attentionKinds } from '@shared/forecast/attention-kinds'
import { partSetAside, setAsideChange, takeUpChanges } from '@shared/forecast/attention-set-aside'
import { runPlan } from '@shared/forecast/run'
import { ledgerOf } from '@shared/money/ledger'
import { applyChanges } from '@shared/plan/apply'
import type { Change } from '@shared/plan/change'
import { rowsOf, type Plan } from '@shared/plan/plan'
import { validate } from '@shared/plan/validate'
import { describe, expect, it } from 'vitest'
import { idAt } from '../../fixtures/ids.ts'
import { samplePlan } from '../../fixtures/sample-plan.ts'
import { planOf, setting, type GivenRows } from '../money/plan-of.ts'
import { district } from './district-of.ts'

function itemsOf(plan: Plan): AttentionItem[] {
  const run = runPlan(plan)
  return run.ok ? thingsToCheck(plan, run.value.runs, run.value.ledger) : thingsToCheck(plan, [], ledgerOf(plan))
}

/** The things of one kind in a district with two schools, where some tables hold other rows. */
const found = (code: AttentionCode, given: GivenRows): AttentionItem[] =>
  itemsOf(planOf({ ...district, ...given })).filter((item) => item.code === code)

const session = {
  id: 's',
  title: 'Kick-off',
  month: '2026-09',
  componentIds: ['reading'],
  methods: ['practice'],
} as const
const observed = {
  id: 'o',
  unitId: 'oak',
  componentId: 'reading',
  date: '2026-07-15',
  staffObserved: 20,
  trained: 20,
  using: 15,
  atFidelity: 5,
}
const later = { asOfMonth: '2026-10' }
const tagged = (oak: string[], elm: string[]): NonNullable<GivenRows['unit']> =>
  district.unit!.map((unit) => ({ ...unit, contextTags: unit.id === 'oak' ? oak : unit.id === 'elm' ? elm : [] }))
const coach = (fte: number): GivenRows => ({
  position: [
    { id: 'a', title: 'Coach', code: 'C1' },
    { id: 'b', title: 'Data lead', code: 'C1' },
  ],
  positionPeriod: [
    { positionId: 'a', fromMonth: '2026-07', fte: 60, toMonth: '2026-12' },
    { positionId: 'b', fromMonth: '2026-09', fte },
  ],
})
const carried = (...who: string[]): GivenRows => ({
  responsibility: who.map((carriedBy, i) => ({ id: `r${i}`, name: `Thing ${i}`, carriedBy, backup: 'Deputy' })),
})
const ordered = (first: string, second: string): GivenRows => ({
  component: [
    { id: 'reading', name: 'Reading', prerequisiteIds: ['data'] },
    { id: 'data', name: 'Data', isCore: false },
  ],
  session: [
    { ...session, id: 's1', componentIds: ['data'], month: first },
    { ...session, id: 's2', componentIds: ['reading'], month: second },
  ],
})
const milestones = (count: number): NonNullable<GivenRows['milestone']> =>
  Array.from({ length: count }, (_, i) => ({ name: `Step ${i}`, month: '2026-10' }))

/** The kind, rows that are worth a look, and rows that are not. */
const cases: [AttentionCode, GivenRows, GivenRows][] = [
  ['started-untrained', { plan: [later] }, { plan: [later], session: [{ ...session, month: '2026-08' }] }],
  ['started-untrained', { plan: [later] }, { plan: [later], observation: [observed] }],
  ['person-over-full-time', coach(60), coach(40)],
  ['person-carries-many', carried('Ana', 'Ana', 'Ana'), carried('Ana', 'Ana', 'Ben')],
  ['wave-after-horizon', { plan: [{ horizonMonths: 12 }] }, { plan: [{ horizonMonths: 13 }] }],
  [
    'milestone-without-school',
    { milestone: [{ name: 'Trained', month: '2027-07' }] },
    { milestone: [{ name: 'Trained', month: '2027-08' }] },
  ],
  [
    'milestone-without-school',
    { milestone: [{ name: 'Trained', month: '2027-07' }] },
    {
      milestone: [{ name: 'Trained', month: '2027-07' }],
      setting: [setting('calendar', Array(12).fill(1).join('; '))],
    },
  ],
  [
    'follow-up-overdue',
    { plan: [later], decision: [{ date: '2026-07-01', question: 'Go?', followUpOn: '2026-09-30' }] },
    { plan: [later], decision: [{ date: '2026-07-01', question: 'Go?', followUpOn: '2026-09-30', result: 'Went' }] },
  ],
  [
    'gate-without-criteria',
    { gate: [{ id: 'g', name: 'Gate' }] },
    { gate: [{ id: 'g', name: 'Gate' }], gateCriterion: [{ gateId: 'g' }] },
  ],
  ['many-elements', { milestone: milestones(19) }, { milestone: milestones(18) }],
  [
    'component-not-described',
    {},
    {
      component: [
        {
          name: 'Reading',
          description: 'a',
          minimumPractice: 'b',
          profileExpected: 'c',
          profileDeveloping: 'd',
          profileNotAcceptable: 'e',
        },
      ],
    },
  ],
  ['prerequisite-later', ordered('2026-10', '2026-09'), ordered('2026-09', '2026-09')],
  [
    'prerequisite-later',
    { ...ordered('2026-09', '2026-09'), session: [{ ...session, componentIds: ['reading'] }] },
    ordered('2026-09', '2026-10'),
  ],
  ['dose-short', { session: [{ ...session, hours: 10 }] }, { session: [{ ...session, hours: 14 }] }],
  [
    'dose-short',
    { session: [{ ...session, hours: 14, seats: 50 }] },
    { session: [{ ...session, hours: 14, seats: 100 }] },
  ],
  [
    'session-clash',
    { session: [{ ...session, month: '2027-07' }] },
    { session: [{ ...session, month: '2027-07', timePaidAs: 'stipend' }] },
  ],
  [
    'session-clash',
    { session: [{ ...session, date: '2026-09-12' }] },
    { session: [{ ...session, date: '2026-09-11' }] },
  ],
  ['session-clash', { session: [{ ...session, date: '2026-10-12' }] }, { session: [{ ...session, date: null }] }],
  ['session-carries-nothing', { session: [{ ...session, methods: [] }] }, { session: [session] }],
  [
    'context-differs',
    { unit: tagged(['town'], ['Town', 'rural']), observation: [observed] },
    { unit: tagged(['town', 'Rural'], ['rural']), observation: [observed] },
  ],
  [
    'full-below-line',
    { stage: [{ unitId: 'oak', componentId: 'reading', stage: 'full' }], observation: [observed] },
    {
      stage: [{ unitId: 'oak', componentId: 'reading', stage: 'full' }],
      observation: [{ ...observed, atFidelity: 10 }],
    },
  ],
  [
    'full-below-line',
    { stage: [{ unitId: 'oak', componentId: 'reading', stage: 'full' }], observation: [observed] },
    { stage: [{ unitId: 'oak', componentId: 'reading', stage: 'initial' }], observation: [observed] },
  ],
  [
    'observed-over-staff',
    { observation: [{ ...observed, staffObserved: 41 }] },
    { observation: [{ ...observed, staffObserved: 40 }] },
  ],
]

describe('a thing to check', () => {
  it.each(cases)('%s is told once, and not where nothing is amiss', (code, amiss, fine) => {
    expect(found(code, amiss).length).toBeGreaterThan(0)
    expect(found(code, fine)).toEqual([])
  })

  it('is looked for in a plan that cannot be forecast yet', () => {
    const bare = planOf({ component: [{ id: 'c', name: 'Reading' }] })
    expect(runPlan(bare).ok).toBe(false)
    expect(itemsOf(bare).map(({ code }) => code)).toContain('component-without-measure')
  })

  it('says how much too much, and from when', () => {
    expect(found('person-over-full-time', coach(60))[0]!.sentence).toBe(
      'C1 holds 1.20 FTE in 2 positions, from Sep 2026 on.',
    )
  })

  it('has a reason why it matters, in sentences', () => {
    for (const { title, why } of Object.values(attentionKinds)) {
      expect(title).toMatch(/^[A-Z].*[a-z]$/)
      expect(why).toMatch(/^[A-Z].*\.$/)
    }
  })
})

describe('setting aside', () => {
  const plan = samplePlan()
  const items = itemsOf(plan)
  const after = (of: Plan, changes: Change[]): Plan => {
    const applied = applyChanges(of, changes)
    if (!applied.ok) throw new Error('does not apply')
    return applied.value
  }
  const [item] = items.filter(({ code }) => code === 'component-without-measure')
  const change = setAsideChange(plan, item!, 'Counted at the library desk.', idAt(1, 77), '2026-07-01')
  const aside = after(plan, [change])

  it('is a note on the row, which the plan takes', () => {
    expect(validate(plan, [change])).toEqual([])
    expect(rowsOf(aside, 'note').at(-1)).toMatchObject({
      aboutTable: 'component',
      aboutRow: item!.rowId,
      text: 'Counted at the library desk.',
    })
  })

  it('takes this one out of what is open, and out of what needs attention', () => {
    const parted = partSetAside(aside, itemsOf(aside))
    expect(parted.aside.map((one) => one.item.sentence)).toEqual([item!.sentence])
    expect(parted.open).toHaveLength(items.length - 1)
    const run = runPlan(aside)
    if (!run.ok) throw new Error('cannot run')
    expect(attention(aside, run.value.runs, run.value.ledger).map(({ code }) => code)).not.toContain(item!.code)
  })

  it('is undone by taking it up again', () => {
    expect(partSetAside(after(aside, takeUpChanges(aside, idAt(1, 77))), items).open).toEqual(items)
  })

  it('of a thing without a row of its own stands on the plan', () => {
    const [loose] = items.filter(({ rowId }) => rowId === null)
    const put = setAsideChange(plan, loose!, 'Known.', idAt(2, 77), '2026-07-01')
    expect(validate(plan, [put])).toEqual([])
    expect(partSetAside(after(plan, [put]), items).aside.map((one) => one.item)).toEqual([loose])
  })
})
