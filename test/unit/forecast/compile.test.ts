import { groupAssumptions } from '@shared/forecast/assumption'
import { compileForecast } from '@shared/forecast/compile'
import { describe, expect, it } from 'vitest'
import { planOf, setting, type GivenRows } from '../money/plan-of.ts'
import { compile, compiledOf, district } from './district-of.ts'

const observation = (more: object) => ({
  measureId: 'measure',
  unitId: 'oak',
  componentId: 'reading',
  date: '2026-05-20',
  staffObserved: 20,
  trained: 18,
  using: 12,
  atFidelity: 5,
  ...more,
})

describe('a plan that cannot be simulated yet', () => {
  const missing = (given: GivenRows) => {
    const result = compileForecast(planOf(given))
    return result.ok ? [] : result.error.map(({ code, screen }) => [code, screen])
  }

  it('says everything that is missing, and where to enter it', () => {
    expect(missing({})).toEqual([
      ['no-schools', 'schools'],
      ['no-components', 'components'],
      ['no-practitioner-role', 'people'],
    ])
    expect(missing({ ...district, staffGroup: [] })).toEqual([['no-staff', 'people']])
    expect(missing({ ...district, component: [] })).toEqual([['no-components', 'components']])
    expect(missing(district)).toEqual([])
  })

  it('names a parameter that is unknown or out of its range', () => {
    expect(missing({ ...district, parameter: [{ key: 'luck', value: '1' }] })).toEqual([
      ['parameter-unknown', 'settings'],
    ])
    const result = compileForecast(planOf({ ...district, parameter: [{ key: 'carryIn', value: '1.5' }] }))
    expect(result).toMatchObject({ ok: false, error: [{ code: 'parameter-out-of-range' }] })
    expect(result.ok ? '' : result.error[0]!.message).toContain('must be a number, from 0 to 1')
  })
})

describe('the forecast of a district', () => {
  it('starts in the as-of month; schools that began before it have a negative start', () => {
    expect(compile(district).input).toMatchObject({ start: '2026-07', horizonMonths: 36 })
    const { input, units } = compile({ ...district, plan: [{ asOfMonth: '2027-01' }] })
    expect(input.start).toBe('2027-01')
    expect(input.units.map(({ id, startMonth }) => [id, startMonth])).toEqual([
      ['oak', -6],
      ['elm', 6],
    ])
    expect(units.map(({ waveKind, headcount }) => [waveKind, headcount])).toEqual([
      ['pilot', 40],
      ['scale', 60],
    ])
  })

  it('has the groups of practitioners only, their turnover times the factor and never above 1', () => {
    const groups = (factor: number) =>
      compile({ ...district, setting: [setting('turnoverFactor', factor)] }).input.groups.map((group) => [
        group.id,
        group.annualTurnover,
      ])
    expect(groups(1.5)).toEqual([
      ['oak-t', 0.16 * 1.5],
      ['elm-t', 0.2 * 1.5],
    ])
    expect(groups(5)[1]).toEqual(['elm-t', 1])
  })

  it('takes weights, core, parameters and the school year from the plan', () => {
    const { input } = compile({ ...district, parameter: [{ key: 'carryIn', value: '0.25' }] })
    expect(input.components).toEqual([
      { id: 'reading', weight: 2, core: true },
      { id: 'data', weight: 1, core: false },
    ])
    expect(input.parameters).toMatchObject({ carryIn: 0.25, spontaneousUptake: 0.0025 })
    expect(input.calendar[6]).toBe(0)
  })
})

describe('what the plan does not say', () => {
  it('is assumed and listed with its row, its field and the reason', () => {
    const { input, assumptions } = compile({
      ...district,
      unit: district.unit!.map((unit) => ({ ...unit, capacity: null, keyPersonDependency: null })),
      staffGroup: [{ id: 'oak-t', unitId: 'oak', roleId: 'teacher', headcount: 40 }],
    })
    expect(input.groups[0]).toMatchObject({ annualTurnover: 0.16, onboardingCoverage: 0.5 })
    expect(input.district).toEqual({ initialCapacity: 0, keyPersonDependency: 0 })
    expect(assumptions.slice(0, 3).map(({ table, id, field, value }) => [table, id, field, value])).toEqual([
      ['staffGroup', 'oak-t', 'annualTurnover', '16%'],
      ['staffGroup', 'oak-t', 'onboardingCoverage', '50%'],
      ['unit', 'oak', 'capacity', '0%'],
    ])
    expect(groupAssumptions(assumptions).filter(({ field }) => field === 'capacity')).toMatchObject([{ count: 3 }])
  })

  it('is nothing where all is given', () => {
    expect(compile(district).assumptions).toEqual([])
  })
})

describe('where people stand at the start', () => {
  const initialOf = (rows: object[], more: GivenRows = {}) =>
    compile({ ...district, ...more, observation: rows }).input.initial

  it('is what was last observed: at fidelity, using without those, trained without those', () => {
    const rows = [observation({}), observation({ date: '2026-01-10', using: 1, atFidelity: 0 })]
    expect(initialOf(rows)).toEqual([
      { groupId: 'oak-t', componentId: 'reading', trained: 6 / 20, using: 7 / 20, fidelity: 5 / 20 },
    ])
  })

  it('is the observation of the role where there is one', () => {
    const rows = [observation({ roleId: 'teacher', date: '2026-01-10', atFidelity: 0 }), observation({})]
    expect(initialOf(rows)).toMatchObject([{ fidelity: 0 }])
  })

  it('leaves out what was observed after the start', () => {
    expect(initialOf([observation({ date: '2026-08-01' })])).toEqual([])
    expect(initialOf([observation({ date: '2026-08-01' })], { plan: [{ asOfMonth: '2026-08' }] })).toHaveLength(1)
  })

  it('counts as not trained who was not seen using it, where "Trained" is empty, and says so', () => {
    const { input, assumptions } = compile({ ...district, observation: [observation({ trained: null })] })
    expect(input.initial).toMatchObject([{ trained: 0, using: 7 / 20, fidelity: 5 / 20 }])
    expect(assumptions).toMatchObject([{ table: 'observation', field: 'trained' }])
  })

  it('is an assumption in a school that has begun and was never observed', () => {
    const { assumptions } = compile({ ...district, plan: [{ asOfMonth: '2027-01' }] })
    expect(assumptions.map(({ table, id }) => [table, id])).toEqual([
      ['unit', 'oak'],
      ['unit', 'oak'],
    ])
  })
})

describe('capacity', () => {
  const score = (more: object) => ({
    unitId: 'district',
    date: '2026-02-01',
    subscale: 'Leadership',
    points: 8,
    maximum: 20,
    ...more,
  })

  it('is the sum of the latest scores of all subscales over their maximum', () => {
    const capacityAssessment = [
      score({}),
      score({ date: '2025-08-20', points: 2 }),
      score({ subscale: 'Competency', date: '2025-08-20', points: 4, maximum: 10 }),
      score({ date: '2026-09-01', points: 20 }),
    ]
    expect(compile({ ...district, capacityAssessment }).input.district.initialCapacity).toBe(12 / 30)
  })

  it('rests on key people as far as required responsibilities have nobody behind', () => {
    const responsibility = [
      { name: 'Training', carriedBy: 'Director', unitId: null },
      { name: 'Data', carriedBy: 'Data lead', backup: 'Analyst', unitId: 'district' },
      { name: 'Leadership', carriedBy: 'Director' },
      { name: 'Onboarding' },
      { name: 'Newsletter', carriedBy: 'Director', isRequired: false },
      { name: 'Coaching', carriedBy: 'Coach', unitId: 'oak' },
    ]
    const { input } = compile({ ...district, responsibility })
    expect(input.district.keyPersonDependency).toBe(2 / 4)
    expect(input.units.map(({ keyPersonDependency }) => keyPersonDependency)).toEqual([1, 0])
  })
})

describe('several districts', () => {
  it('are forecast each by itself, schools of no district last, those without staff left out', () => {
    const plan = planOf({
      ...district,
      unit: [
        ...district.unit!,
        { id: 'north', name: 'North', kind: 'district' },
        { id: 'fir', name: 'Fir', parentId: 'north', waveId: 'pilot' },
        { id: 'empty', name: 'Empty', kind: 'district' },
        { id: 'ash', name: 'Ash', parentId: 'empty' },
        { id: 'lone', name: 'Lone' },
      ],
      staffGroup: [
        ...district.staffGroup!,
        { unitId: 'fir', roleId: 'teacher', headcount: 20 },
        { unitId: 'lone', roleId: 'teacher', headcount: 5 },
      ],
    })
    expect(
      compiledOf(plan).map(({ districtId, name, units }) => [districtId, name, units.map((unit) => unit.name)]),
    ).toEqual([
      ['district', 'District', ['Oak', 'Elm']],
      ['north', 'North', ['Fir']],
      [null, 'Test district', ['Lone']],
    ])
  })
})
