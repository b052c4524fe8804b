import { oncePer, oncePerTables } from '@shared/plan/once-per'
import { emptyPlan, newRow, type Plan } from '@shared/plan/plan'
import { describe, expect, it } from 'vitest'

const withUnit = (id: string): Plan => ({ ...emptyPlan, unit: new Map([[id, newRow('unit', id, { name: id })]]) })

describe('what is derived from tables of a plan', () => {
  const counted = () => {
    let calls = 0
    const names = oncePerTables(['unit', 'wave'], ({ unit, wave }) => {
      calls += 1
      return [...unit.keys(), ...wave.keys()]
    })
    return { names, calls: () => calls }
  }

  it('is worked out once, also for a plan in which only other tables changed', () => {
    const { names, calls } = counted()
    const plan = withUnit('oak')
    const first = names(plan)
    const later: Plan = { ...plan, note: new Map() }
    expect(names(later)).toBe(first)
    expect(calls()).toBe(1)
  })

  it('is worked out anew where one of its tables is another, and known again for the first', () => {
    const { names, calls } = counted()
    const [oak, elm] = [withUnit('oak'), withUnit('elm')]
    expect([names(oak), names(elm), names(oak)]).toEqual([['oak'], ['elm'], ['oak']])
    expect(calls()).toBe(2)
    names({ ...oak, wave: new Map() })
    expect(calls()).toBe(3)
  })
})

it('what is derived from a value is worked out once for it, whatever it is', () => {
  let calls = 0
  const nothing = oncePer((_value: object) => {
    calls += 1
    return undefined
  })
  const value = {}
  nothing(value)
  nothing(value)
  expect(calls).toBe(1)
  nothing({})
  expect(calls).toBe(2)
})
