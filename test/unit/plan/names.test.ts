import { describe, expect, it } from 'vitest'
import { namesOf } from '@shared/plan/names'
import { newPlan, withRow } from '../exchange/small-plan'

const ids = ['855fac34-0000-4000-8000-000000000001', '855fbd20-0000-4000-8000-000000000002'] as const
const other = '1690c9de-0000-4000-8000-000000000003'
const coaches = ids.reduce((plan, id) => withRow(plan, 'position', id, { title: 'Literacy coach' }), newPlan)

describe('rows of the same name', () => {
  it('are told apart by as little of their ids as it takes, and each is found by it', () => {
    const names = namesOf(coaches)
    const texts = ids.map((id) => names.nameOf('position', id))
    expect(texts).toEqual(['Literacy coach [855fa]', 'Literacy coach [855fb]'])
    expect(texts.map((text) => names.idsOf('position', text))).toEqual(ids.map((id) => [id]))
  })

  it('are found by what a sheet of an earlier day has behind the name, and never by a guess', () => {
    const names = namesOf(coaches)
    expect(names.idsOf('position', `Literacy coach [${ids[1]}]`)).toEqual([ids[1]])
    expect(names.idsOf('position', 'Literacy coach [855f]')).toEqual(ids)
    expect(names.idsOf('position', 'Literacy coach [1690]')).toEqual([])
  })

  it('are not called like a row that really has such a name', () => {
    const plan = withRow(coaches, 'position', other, { title: 'Literacy coach [855fa]' })
    const names = namesOf(plan)
    expect(names.idsOf('position', 'Literacy coach [855fa]')).toEqual([other])
    expect(names.idsOf('position', names.nameOf('position', ids[0]))).toEqual([ids[0]])
  })
})
