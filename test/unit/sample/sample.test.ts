import { headlineOf, figureOf } from '@shared/forecast/headline'
import { coachFteIn, leverChanges, type Levers } from '@shared/forecast/levers'
import { runPlan } from '@shared/forecast/run'
import { applyChanges } from '@shared/plan/apply'
import { emptyPlan, rowsOf, type Plan } from '@shared/plan/plan'
import { validate } from '@shared/plan/validate'
import { sampleChanges } from '@shared/sample/sample'
import { describe, expect, it } from 'vitest'
import { newSample, sampleTexts } from '../../../electron/sample/sample'
import { idSource } from '../../fixtures/ids.ts'
import { samplePlan } from '../../fixtures/sample-plan.ts'
import { sum } from '../money/plan-of.ts'

const plan = samplePlan()

describe('the sample district', () => {
  it('is a valid plan, made of inserts only, with new ids each time', () => {
    const changes = newSample()
    expect(validate(emptyPlan, changes)).toEqual([])
    expect(changes.every(({ kind }) => kind === 'insert')).toBe(true)
    const unit = (): string => newSample().find(({ table }) => table === 'unit')!.id
    expect(unit()).not.toBe(unit())
  })

  it('has one district, 7 schools, 400 staff and 4,000 students', () => {
    const units = rowsOf(plan, 'unit')
    expect(units.filter(({ kind }) => kind === 'district')).toHaveLength(1)
    expect(units.filter(({ kind }) => kind === 'school')).toHaveLength(7)
    expect(sum(rowsOf(plan, 'staffGroup').map(({ headcount }) => headcount))).toBe(400)
    expect(sum(units.map(({ enrolment }) => enrolment ?? 0))).toBe(4000)
  })

  it('has two pilot schools and three waves, 14 sessions, 6 coaches of whom one is vacant, and two grants', () => {
    const waves = rowsOf(plan, 'wave')
    const [pilot] = waves
    expect(waves.map(({ kind }) => kind)).toEqual(['pilot', 'scale', 'scale', 'scale'])
    expect(rowsOf(plan, 'unit').filter(({ waveId }) => waveId === pilot!.id)).toHaveLength(2)
    expect(plan.session.size).toBe(14)
    const coaches = rowsOf(plan, 'position').filter((position) => position.function === 'coach')
    expect(coaches.map(({ status }) => status).toSorted()).toEqual([...Array(5).fill('filled'), 'vacant'])
    const grants = rowsOf(plan, 'fundingSource').filter(({ isRecurring }) => !isRecurring)
    expect(grants.map(({ obligationEndMonth }) => obligationEndMonth)).toEqual(['2027-06', '2029-06'])
  })

  it('gives every essential component a practice profile, and observes the pilot twice', () => {
    const components = rowsOf(plan, 'component')
    expect(components.length).toBeGreaterThanOrEqual(4)
    expect(components.length).toBeLessThanOrEqual(6)
    for (const row of components)
      expect([row.minimumPractice, row.profileExpected, row.profileDeveloping, row.profileNotAcceptable]).not.toContain(
        null,
      )
    const rounds = new Set(rowsOf(plan, 'observation').map(({ date }) => date.slice(0, 7)))
    expect([...rounds].toSorted()).toEqual(['2025-11', '2026-05'])
  })

  it('has something to show in every table that a plan has, but parameters and reports made', () => {
    const empty = Object.entries(plan).flatMap(([table, rows]) => (rows.size === 0 ? [table] : []))
    expect(empty).toEqual(['parameter', 'report'])
  })
})

describe('its forecast', () => {
  const forecastWith = (levers: Levers) => {
    const changed = applyChanges(plan, leverChanges(plan, levers, idSource(900)))
    if (!changed.ok) throw new Error('levers do not apply')
    return forecastOfPlan(changed.value)
  }
  const forecastOfPlan = (of: Plan) => {
    const run = runPlan(of)
    if (!run.ok) throw new Error(run.error[0]!.message)
    return { ...run.value.runs[0]!.forecast, headline: headlineOf(of, run.value.runs, run.value.ledger) }
  }
  const base = forecastOfPlan(plan)

  it('goes from pilot to scale, gets to scale, holds to the end and is sustained', () => {
    const ladder = base.phases.map(({ phase }) => phase).filter((phase, month, all) => phase !== all[month - 1])
    expect(ladder).toEqual(['pilot', 'scale', 'atScale', 'sustained'])
  })

  it('is later at scale and not yet sustained with one coach fewer', () => {
    const month = '2026-10'
    const fewer = forecastWith({ coachFteFrom: { month, totalFte: coachFteIn(plan, month) - 1 } })
    expect(fewer.atScaleMonth! > base.atScaleMonth!).toBe(true)
    expect(fewer.phases.at(-1)!.phase).not.toBe('sustained')
  })

  it('does not hold at a turnover of 25%', () => {
    expect(forecastWith({ annualTurnover: 0.25 }).isAtScaleAtEnd).toBe(false)
  })

  it('is much later at scale where the foundation leaves two years early', () => {
    const foundation = rowsOf(plan, 'fundingSource').at(-1)!
    const without = forecastWith({ fundEnds: { sourceId: foundation.id, lastMonth: '2027-06' } })
    expect(without.atScaleMonth! > base.atScaleMonth!).toBe(true)
  })

  it('shows the grant that ends with recurring need behind it, and the vacancy', () => {
    expect(base.headline.cliffs[0]).toMatchObject({ name: 'State early literacy grant', lastMonth: '2027-06' })
    expect(base.headline.cliffs[0]!.unfundedCents).toBeGreaterThan(0)
    expect(figureOf(base.headline, 'vacancies')).toMatchObject({ value: 1, status: 'watch' })
  })
})

describe('a text that cannot be read', () => {
  const changed = (table: 'wave' | 'note', from: string, to: string) => () =>
    sampleChanges({ ...sampleTexts, [table]: sampleTexts[table]!.replace(from, to) }, idSource(1))

  it.each([
    ['wave', '2025-08', 'soon', /^wave, line 2, startMonth: /],
    ['wave', 'Pilot to scale-up', 'No gate', /^wave, line 3, gateId: There is no "No gate"/],
    ['wave', 'kind', 'colour', /^wave, line 2, colour: the table has no such field/],
    ['note', 'State early literacy grant', 'Lost grant', /^note, line 2, aboutRow: there is no "Lost grant"/],
  ] as const)('is named by table, line and column: %s, %s', (table, from, to, message) => {
    expect(changed(table, from, to)).toThrow(message)
  })
})
