import { render, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { applyChanges } from '@shared/plan/apply'
import { insertChange } from '@shared/plan/edit'
import { newRow, type Plan } from '@shared/plan/plan'
import { newPlan } from '../fake-bridge'
import { TestSheet, type Done } from './TestSheet'

export const id = (n: number): string => `00000000-0000-4000-8000-0000000001${String(n).padStart(2, '0')}`

/** Three schools of 100, 200 and 300 students, and a wave. */
export function schools(): Plan {
  const rows = ['Adams', 'Baker', 'Clark'].map((name, i) =>
    insertChange('unit', newRow('unit', id(i), { name, enrolment: (i + 1) * 100, level: 'elementary' }, i)),
  )
  const wave = insertChange('wave', newRow('wave', id(50), { name: 'Pilot', kind: 'pilot' }))
  const applied = applyChanges(newPlan(), [...rows, wave])
  if (!applied.ok) throw new Error('fixture')
  return applied.value
}

/** One session in September 2026. */
export function sessions(): Plan {
  const row = newRow('session', id(70), { title: 'Foundations', month: '2026-09', hours: 6 })
  const applied = applyChanges(newPlan(), [insertChange('session', row)])
  if (!applied.ok) throw new Error('fixture')
  return applied.value
}

const columns = ['name', 'level', 'enrolment', 'waveId'] as const
export const cell = (row: number, column: number): HTMLElement => {
  const line = screen.getAllByRole('row')[row + 1]!
  return within(line).getAllByRole('gridcell')[column]!
}

/** A sheet over a plan in memory, and what it commits. */
export function open(props: Partial<Parameters<typeof TestSheet>[0]> = {}) {
  const done: Done[] = []
  render(<TestSheet plan={schools()} table="unit" columns={columns} done={done} {...props} />)
  return { done, user: userEvent.setup() }
}

export const last = (done: Done[]): Plan => done.at(-1)!.plan
