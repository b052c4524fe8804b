import { insertChange, removeChange, updateChange } from '@shared/plan/edit'
import { namesOf } from '@shared/plan/names'
import { rowWords } from '@shared/plan/row-changes'
import { describe, expect, it } from 'vitest'
import { planOf } from '../money/plan-of.ts'

const plan = planOf({
  wave: [{ id: 'pilot', name: 'Pilot', kind: 'pilot' }],
  unit: [{ id: 'oak', name: 'Oak', waveId: 'pilot' }],
})
const names = namesOf(plan)
const oak = plan.unit.get('oak')!
const update = (values: object) => updateChange(oak, 'unit', values)!

describe('a change of a row in words', () => {
  it('tells every field with what stood there and what stands there, in the order of the fields', () => {
    expect(rowWords(update({ waveId: null, name: 'Oak Hill', enrolment: 1200 }), names)).toEqual({
      kind: 'update',
      fields: [
        { key: 'name', label: 'Name', before: 'Oak', after: 'Oak Hill' },
        { key: 'enrolment', label: 'Students', before: '', after: '1,200' },
        { key: 'waveId', label: 'Wave', before: 'Pilot', after: '' },
      ],
    })
  })

  it('tells a row that was moved and nothing else as a move', () => {
    expect(rowWords(update({ rank: 7 }), names)).toEqual({ kind: 'move', fields: [] })
    expect(rowWords(update({ rank: 7, name: 'Oak Hill' }), names).kind).toBe('update')
  })

  it('tells what a new row held, and what a deleted one did', () => {
    const added = rowWords(insertChange('unit', oak), names)
    const gone = rowWords(removeChange('unit', oak), names)
    expect(added.fields).toContainEqual({ key: 'name', label: 'Name', before: '', after: 'Oak' })
    expect(gone.fields).toContainEqual({ key: 'name', label: 'Name', before: 'Oak', after: '' })
    expect([added.kind, gone.kind]).toEqual(['insert', 'remove'])
  })

  it('names a row that is there no more as deleted', () => {
    const change = update({ waveId: null })
    expect(rowWords(change, namesOf(planOf({}))).fields[0]?.before).toBe('(deleted)')
  })
})
