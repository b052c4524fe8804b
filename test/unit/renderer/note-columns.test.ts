import { inOrder } from '@shared/plan/plan'
import { expect, test } from 'vitest'
import { aboutColumns } from '../../../renderer/screens/settings/note-columns'
import { samplePlan } from '../../fixtures/sample-plan'

const plan = samplePlan()
const notes = inOrder([...plan.note.values()])
const textsOf = (of: typeof plan): string[][] =>
  notes.map((note) => aboutColumns(of).map((column) => column.text(note)))

test('a note says what it is about in the words of the screens', () => {
  expect(textsOf(plan)).toContainEqual(['State early literacy grant', 'Commit until'])
  expect(textsOf(plan)).toContainEqual(['Eastfield School', ''])
  for (const text of textsOf(plan).flat()) expect(text).not.toMatch(/^[a-z]+[A-Z]/)
})

test('of a row that is gone it says so', () => {
  expect(textsOf({ ...plan, unit: new Map() })).toContainEqual(['(deleted)', ''])
})
