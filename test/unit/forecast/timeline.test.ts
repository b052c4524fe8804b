import {
  instructionIn,
  quarterBands,
  schoolYearBands,
  schoolYearStart,
  termBands,
  toSchoolMonth,
} from '@shared/forecast/school-calendar'
import { laneWords, openLanes } from '@shared/forecast/timeline'
import { groupKey } from '@shared/forecast/timeline-lane'
import { monthText } from '@shared/plan/month'
import { settings } from '@shared/plan/settings'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arbitraryPlan } from '../../fixtures/arbitrary-plan.ts'
import { samplePlan } from '../../fixtures/sample-plan.ts'
import { planOf } from '../money/plan-of.ts'
import { bareTimeline, fullTimeline, laneNamed, n, partTexts, spanText } from './timeline-of.ts'

const sample = fullTimeline(samplePlan())

describe('the timeline of the sample district', () => {
  it('covers whole fiscal years, from the first month to the end of the forecast', () => {
    expect([monthText(sample.firstMonth), monthText(sample.lastMonth)]).toEqual(['2025-07', '2031-06'])
    expect(monthText(sample.asOf)).toBe('2026-07')
  })

  it('reads out a wave with its months and schools', () => {
    expect(laneWords(laneNamed(sample, 'Wave 1'))).toBe('Wave 1, August 2026 to June 2031, 2 schools')
  })

  it('has a school in its wave until it is at the line, and then at the line', () => {
    const school = laneNamed(sample, 'Maple Grove Elementary')
    expect(school.parent).toBe(laneNamed(sample, 'Wave 1').key)
    expect(school.parts.map(({ look }) => look)).toEqual(['tail', 'atLine'])
    expect(school.parts[1]?.first).toBe(school.marks[0]?.month)
    expect(school.canMove).toBe(false)
  })

  it('shows a vacant post empty until the month in which it is filled', () => {
    const coach = laneNamed(sample, 'Reading coach (C6)')
    expect(partTexts(coach)).toEqual(['2026-07 – 2026-09 vacant', '2026-10 – 2029-06 plain'])
    expect(coach.words).toBe('1.0 FTE · vacant, filled from Oct 2026')
  })

  it('has a lane for each line of a position that changes, and none for one that does not', () => {
    const inner = (label: string): string[] => {
      const { key } = laneNamed(sample, label)
      return sample.lanes.filter(({ parent }) => parent === key).map(spanText)
    }
    expect(inner('Reading coach (C1)')).toEqual(['2025-08 – 2027-07', '2027-08 – 2031-06 …'])
    expect(inner('Reading coach (C3)')).toEqual([])
  })

  it('shows until when a fund commits and until when it pays, and where it leaves a gap', () => {
    const grant = laneNamed(sample, 'State early literacy grant')
    expect(partTexts(grant)).toEqual(['2025-07 – 2027-06 plain', '2027-07 – 2027-09 tail'])
    expect(grant.words).toContain('one-time')
    expect(grant.marks.map(({ sign }) => sign)).toContain('cliff')
    expect(laneWords(grant)).toContain('needed for good')
    expect(spanText(laneNamed(sample, 'General fund'))).toBe('2025-07 – 2031-06 …')
  })

  it('marks where a yearly cost falls due, within the forecast', () => {
    const { marks } = laneNamed(sample, 'Family evenings')
    expect(marks.map(({ month }) => monthText(month))).toEqual([
      '2025-10',
      '2026-10',
      '2027-10',
      '2028-10',
      '2029-10',
      '2030-10',
    ])
  })

  it('tells milestones that are done, late and to come apart', () => {
    const look = (label: string): string | undefined => laneNamed(sample, label).parts[0]?.look
    expect(look('Spring walkthrough of the pilot done')).toBe('done')
    expect(look('Fall walkthrough in four schools')).toBe('plain')
    const later = planOf({ plan: [{ asOfMonth: '2027-01' }], milestone: [{ name: 'Ordered', month: '2026-12' }] })
    expect(laneNamed(bareTimeline(later), 'Ordered').parts[0]?.look).toBe('late')
  })

  it('has a gate where it was decided, or in the month before the wave it opens, and leads it there', () => {
    const decided = laneNamed(sample, 'Pilot to scale-up')
    expect(spanText(decided)).toBe('2026-06 – 2026-06')
    expect(decided.words).toBe('go: decided 6/12/2026')
    const open = laneNamed(sample, 'Wave 2 opens')
    expect(spanText(open)).toBe('2027-07 – 2027-07')
    expect(open.leadsTo).toEqual([laneNamed(sample, 'Wave 2').key])
    expect(open.words).toMatch(/^no go yet · \d of 5 criteria met$/)
    expect(laneNamed(bareTimeline(samplePlan()), 'Wave 2 opens').words).toBe('not decided')
  })

  it('has moves of the central office that many months after the forecast is at scale', () => {
    const atScale = laneNamed(sample, 'At scale').span?.first ?? 0
    const move = sample.lanes.find(({ place }) => place?.table === 'reorganisationMove')
    expect(move?.span?.first).toBe(atScale + 6)
    expect(move?.words).toBe('then system building, 6 months after at scale · if at scale')
    const unknown = bareTimeline(samplePlan()).lanes.find(({ place }) => place?.table === 'reorganisationMove')
    expect(unknown?.span).toBeNull()
  })
})

describe('any timeline', () => {
  it('has groups that span what stands in them, and keys of their own', () => {
    fc.assert(
      fc.property(arbitraryPlan(), (plan) => {
        const { lanes } = bareTimeline(plan)
        expect(new Set(lanes.map(({ key }) => key)).size).toBe(lanes.length)
        for (const lane of lanes) {
          const group = lanes.find(({ key }) => key === groupKey(lane.group))
          expect(group?.span?.first ?? Infinity).toBeLessThanOrEqual(lane.span?.first ?? Infinity)
          expect(group?.span?.last ?? -Infinity).toBeGreaterThanOrEqual(lane.span?.last ?? -Infinity)
          for (const part of lane.parts) expect(part.first).toBeLessThanOrEqual(part.last)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('is not stretched by one mistyped year', () => {
    const plan = planOf({ milestone: [{ name: 'Far', month: '2299-01' }] })
    const { firstMonth, lastMonth } = bareTimeline(plan)
    expect(lastMonth - firstMonth).toBeLessThan(120)
  })

  it('is empty for a plan without rows', () => {
    expect(bareTimeline(planOf({})).lanes).toEqual([])
  })

  it('shows what is open: nothing of what a closed lane holds, however deep', () => {
    const all = bareTimeline(samplePlan()).lanes
    const open = openLanes(all, new Set([groupKey('waves')]))
    expect(open.filter(({ group }) => group === 'waves').map(({ label }) => label)).toEqual(['Waves'])
    expect(openLanes(all, new Set())).toEqual(all)
  })
})

describe('the school calendar', () => {
  const calendar = settings.calendar.value
  it('begins the school year after the long break', () => {
    expect(schoolYearStart(calendar)).toBe(7)
    expect(schoolYearBands(n('2026-06'), n('2027-08'), calendar)).toEqual([
      { first: n('2026-06'), last: n('2026-07'), label: '2025–26' },
      { first: n('2026-08'), last: n('2027-07'), label: '2026–27' },
      { first: n('2027-08'), last: n('2027-08'), label: '2027–28' },
    ])
  })

  it('divides it into terms', () => {
    expect(termBands(n('2026-08'), n('2027-07'), calendar).map(({ label }) => label)).toEqual([
      'Fall 2026',
      'Spring 2027',
      'Summer 2027',
    ])
  })

  it('divides fiscal years into quarters, from whichever month they start in', () => {
    expect(quarterBands(n('2026-06'), n('2027-01'), 7)).toEqual([
      { first: n('2026-06'), last: n('2026-06'), label: 'Q4 2026' },
      { first: n('2026-07'), last: n('2026-09'), label: 'Q1 2027' },
      { first: n('2026-10'), last: n('2026-12'), label: 'Q2 2027' },
      { first: n('2027-01'), last: n('2027-01'), label: 'Q3 2027' },
    ])
    expect(quarterBands(n('2026-01'), n('2026-04'), 2).map(({ label }) => label)).toEqual(['Q4 2026', 'Q1 2027'])
    expect(quarterBands(n('2026-12'), n('2027-01'), 1).map(({ label }) => label)).toEqual(['Q4 2026', 'Q1 2027'])
  })

  it('knows months without school and passes over them in the direction of the move', () => {
    expect(instructionIn(calendar, n('2026-07'))).toBe('none')
    expect(instructionIn(calendar, n('2026-06'))).toBe('part')
    expect(toSchoolMonth(calendar, n('2026-06'), 1)).toBe(2)
    expect(toSchoolMonth(calendar, n('2026-08'), -1)).toBe(-2)
    expect(toSchoolMonth(calendar, n('2026-08'), 3)).toBe(3)
    expect(
      toSchoolMonth(
        Array.from({ length: 12 }, () => 0),
        n('2026-08'),
        3,
      ),
    ).toBe(3)
  })
})
