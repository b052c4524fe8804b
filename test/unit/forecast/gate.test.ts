import { gateAnswers, type GateAnswer } from '@shared/forecast/gate'
import { gateDecisionChanges } from '@shared/forecast/gate-decision'
import { runPlan } from '@shared/forecast/run'
import { invert } from '@shared/plan/algebra'
import { applyChanges } from '@shared/plan/apply'
import type { Change } from '@shared/plan/change'
import { monthsBetween } from '@shared/plan/month'
import { rowsOf, type Plan } from '@shared/plan/plan'
import type { Row } from '@shared/plan/tables'
import { validate } from '@shared/plan/validate'
import { describe, expect, it } from 'vitest'
import { idAt } from '../../fixtures/ids.ts'
import { samplePlan } from '../../fixtures/sample-plan.ts'
import { planOf, type GivenRows } from '../money/plan-of.ts'
import { district } from './district-of.ts'

const apply = (of: Plan, changes: readonly Change[]): Plan => {
  const result = applyChanges(of, changes)
  if (!result.ok) throw new Error('does not apply')
  return result.value
}

function answers(plan: Plan): GateAnswer[] {
  const run = runPlan(plan)
  if (!run.ok) throw new Error('cannot be forecast')
  return gateAnswers(plan, run.value.runs, run.value.ledger)
}

/** The first criterion of a gate that opens the wave of July 2027. */
function criterion(row: Partial<Row<'gateCriterion'>>, given: GivenRows = {}) {
  const wave = district.wave?.map((one) => (one.id === 'wave' ? { ...one, gateId: 'g' } : one)) ?? []
  const plan = planOf({
    ...district,
    wave,
    gate: [{ id: 'g', name: 'Go' }],
    gateCriterion: [{ gateId: 'g', ...row }],
    ...given,
  })
  const [first] = answers(plan)[0]?.criteria ?? []
  if (!first) throw new Error('no criterion')
  return first
}

const seenAll: GivenRows = {
  fidelityMeasure: [{ id: 'walk', name: 'Walkthrough', componentIds: ['reading'] }],
  observation: [
    {
      measureId: 'walk',
      unitId: 'oak',
      componentId: 'reading',
      date: '2026-07-01',
      staffObserved: 10,
      using: 9,
      atFidelity: 8,
    },
  ],
}

describe('the schools a gate looks at', () => {
  const gates = answers(samplePlan())

  it('are those of the waves before the ones it opens, or all where it opens none', () => {
    expect(gates.map(({ scope }) => scope.words)).toEqual([
      'the schools of Pilot',
      'the schools of Pilot, Wave 1',
      'all schools of the rollout',
    ])
  })

  it('make the pilot weigh whole in the gate after it', () => {
    const [pilot, all] = [gates[0], gates[2]].map((gate) => gate?.criteria[0]?.today)
    expect(Number.parseInt(pilot ?? '', 10)).toBeGreaterThan(Number.parseInt(all ?? '', 10))
  })
})

describe('a criterion', () => {
  it('on fidelity is met where the schools before stand at the line, and tells when they will', () => {
    expect(criterion({ kind: 'fidelity', line: 6000 }, seenAll)).toMatchObject({ state: 'met', forecast: 'Reached' })
    const later = criterion({ kind: 'fidelity', line: 6000 })
    expect(later).toMatchObject({ state: 'notYet', today: '0%', reachedMonth: null })
  })

  it('names the first month in which the forecast is at the line', () => {
    const ahead = answers(samplePlan())
      .flatMap(({ criteria }) => criteria)
      .filter(({ reachedMonth, state }) => reachedMonth !== null && state === 'notYet')
    expect(ahead.length).toBeGreaterThan(2)
    for (const { reachedMonth, forecast } of ahead) {
      expect(monthsBetween('2026-07', reachedMonth ?? '2026-07')).toBeGreaterThan(0)
      expect(forecast).toMatch(/^Reached in /)
    }
  })

  it('on capacity and training without a line of its own takes the line of the settings, and four in five', () => {
    expect(criterion({ kind: 'capacity', line: null }).asked).toBe('Capacity at least 80%')
    expect(criterion({ kind: 'trained', line: null }).asked).toBe('Share trained at least 80%')
    expect(criterion({ kind: 'trained', line: null }, seenAll).today).not.toBe('0%')
  })

  const paid = (until: string | null): GivenRows => ({
    position: [{ id: 'coach', title: 'Coach' }],
    positionPeriod: [{ positionId: 'coach', fromMonth: '2026-07', salaryCents: 6_000_000 }],
    fundingSource: [{ id: 'grant', name: 'Grant', obligationEndMonth: until, liquidationEndMonth: until }],
    assignment: [{ positionId: 'coach', sourceId: 'grant' }],
    plan: [{ horizonMonths: 60 }],
  })

  it('on funds counts the months in a row from the month the gate opens', () => {
    const line = 6700
    expect(criterion({ kind: 'fundedMonths', line }, paid(null))).toMatchObject({ state: 'met', today: '36 months' })
    expect(criterion({ kind: 'fundedMonths', line }, paid('2029-06'))).toMatchObject({ state: 'met' })
    expect(criterion({ kind: 'fundedMonths', line }, paid('2028-06'))).toMatchObject({
      state: 'notYet',
      today: '12 months',
      forecast: 'First gap in Jul 2028',
      gaps: [{ table: 'position', rowId: 'coach' }],
    })
  })

  it('on a lane is met where the lane of every wave it opens is ready', () => {
    const lane = { kind: 'readinessLane', lane: 'communication' } as const
    expect(criterion(lane)).toMatchObject({ state: 'notYet', asked: 'Communication ready' })
    const message = {
      audience: 'Teachers',
      waveId: 'wave',
      message: 'It starts',
      channel: 'Meeting',
      owner: 'Principal',
    }
    expect(criterion(lane, { communication: [message] }).state).toBe('met')
  })

  it('on evidence is what people say', () => {
    const judged = { kind: 'evidence', evidence: 'Substitutes are booked' } as const
    expect(criterion(judged)).toMatchObject({ state: 'notYet', isJudged: true, today: null })
    expect(criterion({ ...judged, isMet: true }).state).toBe('met')
  })
})

describe('deciding a gate', () => {
  const plan = samplePlan()
  const answer = answers(plan)[1]
  const said = {
    isOpened: true,
    date: '2026-11-20',
    decidedBy: 'District leadership team',
    decision: 'Wave 2 starts in August 2027.',
    followUpOn: '2027-05-14',
  }

  it('writes the gate, a decision with its figures and how every rule stood, in one set that can be taken back', () => {
    if (!answer) throw new Error('no gate')
    const changes = gateDecisionChanges(plan, answer, said, idAt(1, 7))
    expect(validate(plan, changes)).toEqual([])
    const after = apply(plan, changes)
    expect(after.gate.get(answer.gate.id)).toMatchObject({ decidedOn: said.date, decidedBy: said.decidedBy })
    const decision = rowsOf(after, 'decision').at(-1)
    expect(decision).toMatchObject({ question: 'Does the gate “Wave 2 opens” open?', decision: said.decision })
    expect(decision?.dataUsed).toContain('Share with fidelity at least 40%: 11%, not yet.')
    const learning = rowsOf(after, 'gateCriterion').find(
      (row) => row.gateId === answer.gate.id && row.lane === 'learning',
    )
    expect(learning).toMatchObject({ isMet: true })
    expect(learning?.evidence).toMatch(/^On 2026-11-20: Ready/)
    const back = apply(after, invert(changes))
    expect([back.gate, back.decision, back.gateCriterion]).toEqual([plan.gate, plan.decision, plan.gateCriterion])
  })

  it('leaves the gate alone where it stays shut', () => {
    if (!answer) throw new Error('no gate')
    const changes = gateDecisionChanges(plan, answer, { ...said, isOpened: false }, idAt(1, 7))
    expect(changes.map(({ table }) => table)).toEqual(['decision'])
  })
})
