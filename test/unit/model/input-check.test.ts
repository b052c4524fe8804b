import { checkModelInput } from '@shared/model/input-check'
import { maximumProblems } from '@shared/model/input-problem'
import { baseParameters } from '@shared/model/parameters'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arbitraryModelInput } from './arbitrary-input'

/** A small valid input with every field given, as loose JSON. */
function goodInput() {
  return {
    formatVersion: 1,
    start: '2026-07',
    horizonMonths: 3,
    calendar: [1, 1, 1, 1, 1, 0.4, 0, 0.6, 1, 1, 0.9, 0.7],
    leaving: [0.02, 0.02, 0.02, 0.02, 0.05, 0.45, 0.25, 0.1, 0.03, 0.02, 0.01, 0.01],
    components: [
      { id: 'reading', weight: 2, core: true },
      { id: 'data', weight: 1, core: false },
    ],
    units: [
      { id: 'north', startMonth: 0, initialCapacity: 0.1, keyPersonDependency: 0.5 },
      { id: 'south', startMonth: null, initialCapacity: 0, keyPersonDependency: 0 },
    ],
    groups: [
      {
        id: 'teachers',
        unitId: 'north',
        headcount: 57.5,
        annualTurnover: 0.16,
        onboardingCoverage: 0.8,
        readiness: 1.2,
        contextFit: 0.9,
      },
      {
        id: 'aides',
        unitId: 'south',
        headcount: 4,
        annualTurnover: 0.3,
        onboardingCoverage: 0,
        readiness: 1,
        contextFit: 1,
      },
    ],
    district: { initialCapacity: 0.25, keyPersonDependency: 0.2 },
    initial: [{ groupId: 'teachers', componentId: 'reading', trained: 0.3, using: 0.2, fidelity: 0.5 }],
    supports: {
      coachHours: [10, 20, 30],
      coachHoursByUnit: { north: [1, 2, 3] },
      capacityInvestment: [0, 0.5, 1],
      sessions: [{ month: 2, groupIds: ['teachers', 'aides'], componentIds: ['data'], coverage: 0.8, transfer: 0.2 }],
    },
    parameters: { ...baseParameters },
  }
}

/** The input with the value at a path (`units[0].id`) replaced; undefined removes it. */
function inputWith(path: string, value: unknown): unknown {
  const input: unknown = goodInput()
  const steps = path.match(/[^.[\]]+/g) ?? []
  let place = input as Record<string, unknown>
  for (const step of steps.slice(0, -1)) place = place[step] as Record<string, unknown>
  const last = steps.at(-1)!
  if (value === undefined) delete place[last]
  else place[last] = value
  return input
}

function problemsOf(input: unknown): string[] {
  const answer = checkModelInput(input)
  return answer.ok ? [] : answer.errors.map((error) => `${error.code} ${error.path}`)
}

describe('checkModelInput', () => {
  it('gives a full input back as it was', () => {
    expect(checkModelInput(goodInput())).toEqual({ ok: true, value: goodInput() })
  })

  it('fills in every default', () => {
    const bare = {
      formatVersion: 1,
      start: '2026-07',
      horizonMonths: 2,
      calendar: goodInput().calendar,
      leaving: goodInput().leaving,
      components: [{ id: 'reading', weight: 1 }],
      units: [{ id: 'north', startMonth: -5 }],
      groups: [{ id: 'teachers', unitId: 'north', headcount: 10, annualTurnover: 0.16 }],
      district: { initialCapacity: 0.25 },
      supports: {},
    }
    expect(checkModelInput(bare)).toEqual({
      ok: true,
      value: {
        ...bare,
        components: [{ id: 'reading', weight: 1, core: true }],
        units: [{ id: 'north', startMonth: -5, initialCapacity: 0, keyPersonDependency: 0 }],
        groups: [{ ...bare.groups[0], onboardingCoverage: 0, readiness: 1, contextFit: 1 }],
        district: { initialCapacity: 0.25, keyPersonDependency: 0 },
        initial: [],
        supports: { coachHours: [0, 0], coachHoursByUnit: {}, capacityInvestment: [0, 0], sessions: [] },
        parameters: baseParameters,
      },
    })
  })

  it('takes arbitrary valid inputs, and its own answer again', () => {
    fc.assert(
      fc.property(arbitraryModelInput, (input) => {
        const answer = checkModelInput(JSON.parse(JSON.stringify(input)))
        expect(answer.ok).toBe(true)
        expect(checkModelInput(answer.ok ? answer.value : null)).toEqual(answer)
      }),
      { numRuns: 100 },
    )
  })

  const refused: [string, unknown, string, string?][] = [
    ['formatVersion', undefined, 'missing'],
    ['formatVersion', 2, 'unknown-version'],
    ['start', undefined, 'missing'],
    ['start', 202607, 'not-text'],
    ['start', '2026-13', 'not-a-month'],
    ['start', '2026-7', 'not-a-month'],
    ['horizonMonths', 0, 'out-of-range'],
    ['horizonMonths', 601, 'out-of-range'],
    ['horizonMonths', 2.5, 'not-whole'],
    ['horizonMonths', '3', 'not-a-number'],
    ['horizonMonths', undefined, 'missing'],
    ['calendar', undefined, 'missing'],
    ['calendar', [1, 1], 'wrong-length'],
    ['calendar', {}, 'not-a-list'],
    ['calendar[3]', 1.1, 'out-of-range'],
    ['calendar[3]', null, 'not-a-number'],
    ['leaving', [...goodInput().leaving.slice(1), 0.02 + 1e-8], 'sum-not-one'],
    ['leaving[0]', -0.01, 'out-of-range'],
    ['components', [], 'empty-list'],
    ['components', undefined, 'missing'],
    ['components[0]', 'reading', 'not-an-object'],
    ['components[0].weight', 0, 'out-of-range'],
    ['components[0].weight', undefined, 'missing'],
    ['components[0].core', 1, 'not-a-boolean'],
    ['components[1].id', 'reading', 'duplicate-id'],
    ['components[0].colour', 'red', 'unknown-key'],
    ['units', [], 'empty-list'],
    ['units[0].startMonth', undefined, 'missing'],
    ['units[0].startMonth', 0.5, 'not-whole'],
    ['units[0].startMonth', '0', 'not-a-number'],
    ['units[0].initialCapacity', 1.5, 'out-of-range'],
    ['units[0].keyPersonDependency', -0.5, 'out-of-range'],
    ['units[1].id', 'north', 'duplicate-id'],
    ['units[0].name', 'North', 'unknown-key'],
    ['groups', [], 'empty-list'],
    ['groups', null, 'not-a-list'],
    ['groups[0].unitId', 'west', 'unknown-id'],
    ['groups[1].id', 'teachers', 'duplicate-id'],
    ['groups[0].headcount', -1, 'out-of-range'],
    ['groups[0].headcount', Number.POSITIVE_INFINITY, 'not-finite'],
    ['groups[0].headcount', Number.NaN, 'not-finite'],
    ['groups[0].annualTurnover', 1.01, 'out-of-range'],
    ['groups[0].annualTurnover', undefined, 'missing'],
    ['groups[0].onboardingCoverage', 2, 'out-of-range'],
    ['groups[0].readiness', -1, 'out-of-range'],
    ['groups[0].contextFit', -1, 'out-of-range'],
    ['groups[0].turnover', 0.1, 'unknown-key'],
    ['district', undefined, 'missing'],
    ['district', [], 'not-an-object'],
    ['district.initialCapacity', undefined, 'missing'],
    ['district.keyPersonDependency', 2, 'out-of-range'],
    ['district.name', 'x', 'unknown-key'],
    ['initial[0].fidelity', 0.6, 'sum-above-one', 'initial[0]'],
    ['initial[0].groupId', 'nobody', 'unknown-id'],
    ['initial[0].componentId', 'nothing', 'unknown-id'],
    ['initial[0].using', undefined, 'missing'],
    ['initial[1]', goodInput().initial[0], 'duplicate-pair'],
    ['initial[0].vacant', 0, 'unknown-key'],
    ['supports', undefined, 'missing'],
    ['supports.coaches', 1, 'unknown-key'],
    ['supports.coachHours', [1, 2], 'wrong-length'],
    ['supports.coachHours[1]', -1, 'out-of-range'],
    ['supports.coachHoursByUnit.west', [1, 2, 3], 'unknown-id'],
    ['supports.coachHoursByUnit.north', [1, 2, 3, 4], 'wrong-length'],
    ['supports.coachHoursByUnit.north[2]', '3', 'not-a-number'],
    ['supports.capacityInvestment[0]', 1.2, 'out-of-range'],
    ['supports.sessions[0].month', 3, 'out-of-range'],
    ['supports.sessions[0].month', -1, 'out-of-range'],
    ['supports.sessions[0].month', 1.5, 'not-whole'],
    ['supports.sessions[0].groupIds[1]', 'nobody', 'unknown-id'],
    ['supports.sessions[0].groupIds[1]', 'teachers', 'duplicate-id'],
    ['supports.sessions[0].groupIds[1]', 7, 'not-text'],
    ['supports.sessions[0].groupIds', undefined, 'missing'],
    ['supports.sessions[0].componentIds[1]', 'data', 'duplicate-id'],
    ['supports.sessions[0].coverage', 1.2, 'out-of-range'],
    ['supports.sessions[0].transfer', null, 'not-a-number'],
    ['supports.sessions[0].hours', 3, 'unknown-key'],
    ['parameters.speed', 3, 'unknown-key'],
    ['parameters.lapse', -0.1, 'out-of-range'],
    ['parameters.tippingThreshold', 0, 'out-of-range'],
    ['parameters.tippingSteepness', 0, 'out-of-range'],
    ['parameters.schoolPeerWeight', 1.1, 'out-of-range'],
    ['parameters.hiringLagMonths', 0, 'out-of-range'],
    ['parameters.leaderTurnover', 0.95, 'out-of-range'],
    ['parameters.capacityGainMonths', 5.9, 'out-of-range'],
    ['parameters.capacityLossMonths', 5, 'out-of-range'],
    ['parameters.carryIn', 'some', 'not-a-number'],
    ['parameters.peerResponse', 'steep', 'unknown-choice'],
  ]
  it.each(refused)('refuses %s = %j as %s, with the path to it', (path, value, code, problemPath) => {
    // Later ones may follow from it: without its group, a row of it is unknown.
    expect(problemsOf(inputWith(path, value))[0]).toBe(`${code} ${problemPath ?? path}`)
  })

  it('refuses what is no object at all', () => {
    for (const value of [undefined, null, 3, 'text', []]) expect(problemsOf(value)).toEqual(['not-an-object '])
  })

  it('tells all problems at once, each with its own path', () => {
    const input = inputWith('units[0].startMonth', 'soon') as ReturnType<typeof goodInput>
    input.groups[1]!.headcount = -4
    input.supports.coachHours[2] = Number.NaN
    expect(problemsOf(input)).toEqual([
      'not-a-number units[0].startMonth',
      'out-of-range groups[1].headcount',
      'not-finite supports.coachHours[2]',
    ])
  })

  it('stops telling after a hundred problems', () => {
    const units = Array.from({ length: 5000 }, () => ({}))
    expect(problemsOf({ ...goodInput(), units })).toHaveLength(maximumProblems)
  })

  it('writes a key that is no plain name in quotes', () => {
    const input = goodInput()
    const supports = { ...input.supports, coachHoursByUnit: { 'School #4': [1, 2, 3] } }
    expect(problemsOf({ ...input, supports })).toEqual(['unknown-id supports.coachHoursByUnit["School #4"]'])
  })

  it('takes a unit whose id is a name of an object’s own machinery like any other', () => {
    const text = JSON.stringify(goodInput()).replaceAll('"north"', '"__proto__"')
    const answer = checkModelInput(JSON.parse(text))
    expect(answer.ok && Object.entries(answer.value.supports.coachHoursByUnit)).toEqual([['__proto__', [1, 2, 3]]])
  })

  it('keeps nothing of the given lists, so that changing them later changes no answer', () => {
    const input = goodInput()
    const answer = checkModelInput(input)
    input.supports.coachHours[0] = -1
    input.calendar[0] = 7
    expect(answer).toEqual({ ok: true, value: goodInput() })
  })
})
