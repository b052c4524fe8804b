import {
  filledLines,
  roundChanges,
  roundLines,
  roundProblems,
  type RoundLine,
} from '@shared/forecast/evidence-round-entry'
import { pasteIntoRound } from '@shared/forecast/evidence-round-paste'
import { invert } from '@shared/plan/algebra'
import { applyChanges } from '@shared/plan/apply'
import type { Change } from '@shared/plan/change'
import { namesOf } from '@shared/plan/names'
import { rowsOf, type Plan } from '@shared/plan/plan'
import { validate } from '@shared/plan/validate'
import { describe, expect, it } from 'vitest'
import { idSource } from '../../fixtures/ids.ts'
import { samplePlan } from '../../fixtures/sample-plan.ts'

const plan = samplePlan()
const names = namesOf(plan)
const [measure] = rowsOf(plan, 'fidelityMeasure')
const pilots = rowsOf(plan, 'unit').filter(({ name }) => /^(Cedar|Riverside)/.test(name))
const measureId = measure?.id ?? ''
const lines = (date = '2026-07-15'): RoundLine[] =>
  roundLines(
    plan,
    measureId,
    date,
    pilots.map(({ id }) => id),
  )
const from = { line: 0, key: 'staffObserved' } as const
const apply = (of: Plan, changes: readonly Change[]): Plan => {
  const result = applyChanges(of, changes)
  if (!result.ok) throw new Error('does not apply')
  return result.value
}

describe('a round', () => {
  it('has a line for every school and component of the measure', () => {
    expect(lines()).toHaveLength(8)
    expect(filledLines(lines())).toBe(0)
  })

  it('shows what is entered already for that day', () => {
    const riverside = lines('2026-05-12').filter(({ unitId }) => unitId === pilots[1]?.id)
    expect(riverside.map(({ texts }) => texts.atFidelity)).toEqual(['17', '13', '10', '18'])
  })

  it('becomes observations in one set of changes that is valid and can be taken back', () => {
    const block = Array.from({ length: 8 }, (_, n) => [`${20 + n}`, '', '10', '5', '15.5'])
    const pasted = pasteIntoRound(lines(), block, from, names)
    expect(pasted.misses).toEqual([])
    const entry = { measureId, date: '2026-07-15', lines: pasted.lines }
    expect(roundProblems(entry, names)).toEqual([])
    const changes = roundChanges(plan, entry, names, idSource(9))
    expect(changes).toHaveLength(8)
    expect(validate(plan, changes)).toEqual([])
    const after = apply(plan, changes)
    expect(rowsOf(after, 'observation').at(-1)).toMatchObject({ staffObserved: 27, trained: null, score: 15.5 })
    expect(apply(after, invert(changes)).observation).toEqual(plan.observation)
  })

  it('changes the observation of that day instead of adding another', () => {
    const [first, ...rest] = lines('2026-05-14')
    if (!first) throw new Error('no line')
    const changed = { ...first, texts: { ...first.texts, atFidelity: '25' } }
    const changes = roundChanges(plan, { measureId, date: '2026-05-14', lines: [changed, ...rest] }, names, idSource(9))
    expect(changes).toHaveLength(1)
    expect(changes[0]).toMatchObject({ kind: 'update', fields: { atFidelity: { before: 19, after: 25 } } })
  })

  it('names what is missing or more than its whole, and leaves such lines out', () => {
    const block = [
      ['', '', '3', ''],
      ['10', '11', '3', '4'],
      ['10', '', 'many', ''],
    ]
    const entry = { measureId, date: '2026-07-15', lines: pasteIntoRound(lines(), block, from, names).lines }
    expect(roundProblems(entry, names).map(({ line, key }) => [line, key])).toEqual([
      [0, 'staffObserved'],
      [1, 'trained'],
      [1, 'atFidelity'],
      [2, 'using'],
    ])
    expect(roundChanges(plan, entry, names, idSource(9))).toEqual([])
  })
})

describe('a pasted block', () => {
  const [cedar, riverside] = pilots.map(({ name }) => name)

  it('goes to its school and component by name, in any order', () => {
    const block = [
      [riverside ?? '', 'Small groups by need', '40', '38', '20', '9', '13'],
      [(cedar ?? '').toUpperCase(), 'daily  sounds and letters', '41', '39', '30', '19', '15'],
      ['Lincoln', 'Small groups by need', '1', '1', '1', '1', '1'],
    ]
    const pasted = pasteIntoRound(lines(), block, from, names)
    expect(pasted.misses).toEqual(['Lincoln, Small groups by need'])
    expect(pasted.lines[6]?.texts.staffObserved).toBe('40')
    expect(pasted.lines[0]?.texts.atFidelity).toBe('19')
  })

  it('goes by its heads where it has some, and names lines that found no place', () => {
    const block = [
      ['Component', 'School', 'With fidelity', 'Observed', 'Remark'],
      ['Small groups by need', riverside ?? '', '9', '40', 'good'],
      ['Small groups by need', 'Lincoln', '9', '40', ''],
    ]
    const pasted = pasteIntoRound(lines(), block, from, names)
    expect(pasted.lines[6]?.texts).toMatchObject({ staffObserved: '40', atFidelity: '9', using: '' })
    expect(pasted.misses).toEqual(['Lincoln, Small groups by need'])
  })

  it('of figures alone goes down and right from the cell', () => {
    const pasted = pasteIntoRound(lines(), [['7', '3'], ['8']], { line: 6, key: 'using' }, names)
    expect(pasted.lines[6]?.texts).toMatchObject({ staffObserved: '', using: '7', atFidelity: '3' })
    expect(pasted.lines[7]?.texts.using).toBe('8')
    expect(pasteIntoRound(lines(), [['1'], ['2'], ['3']], { line: 6, key: 'using' }, names).misses).toEqual(['3'])
  })
})
