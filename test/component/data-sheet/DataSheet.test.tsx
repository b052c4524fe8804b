import { render, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { insertChange } from '@shared/plan/edit'
import { applyChanges } from '@shared/plan/apply'
import { newRow, rowsOf, type Plan } from '@shared/plan/plan'
import { expect, test } from 'vitest'
import { newPlan } from '../fake-bridge'
import { TestSheet, type Done } from './TestSheet'

const id = (n: number): string => `00000000-0000-4000-8000-0000000001${String(n).padStart(2, '0')}`

function schools(): Plan {
  const rows = ['Adams', 'Baker', 'Clark'].map((name, i) =>
    insertChange('unit', newRow('unit', id(i), { name, enrolment: (i + 1) * 100, level: 'elementary' }, i)),
  )
  const wave = insertChange('wave', newRow('wave', id(50), { name: 'Pilot', kind: 'pilot' }))
  const applied = applyChanges(newPlan(), [...rows, wave])
  if (!applied.ok) throw new Error('fixture')
  return applied.value
}

const columns = ['name', 'level', 'enrolment', 'waveId'] as const
const cell = (row: number, column: number): HTMLElement => {
  const line = screen.getAllByRole('row')[row + 1]!
  return within(line).getAllByRole('gridcell')[column]!
}

function open(props: Partial<Parameters<typeof TestSheet>[0]> = {}) {
  const done: Done[] = []
  render(<TestSheet plan={schools()} table="unit" columns={columns} done={done} {...props} />)
  return { done, user: userEvent.setup() }
}

test('typing replaces a number, Enter commits it and goes down', async () => {
  const { done, user } = open()
  await user.click(cell(0, 2))
  await user.keyboard('450{Enter}')
  expect(done).toHaveLength(1)
  expect(done[0]!.label).toBe('Students of Adams')
  expect(rowsOf(done[0]!.plan, 'unit')[0]!.enrolment).toBe(450)
  expect(cell(0, 2)).toHaveTextContent('450')
  expect(document.activeElement).toBe(cell(1, 2))
})
