import { act, screen, within } from '@testing-library/react'
import { applyChanges } from '@shared/plan/apply'
import { insertChange, updateChange } from '@shared/plan/edit'
import { newRow, rowsOf, type Plan } from '@shared/plan/plan'
import { describe, expect, test, vi } from 'vitest'
import { explain } from '../../../renderer/stores/explanation'
import { useInterface } from '../../../renderer/stores/interface'
import { newPlan, type FakeBridge } from '../fake-bridge'
import { openPanel } from './open-panel'

const id = (n: number): string => `00000000-0000-4000-8000-0000000001${String(n).padStart(2, '0')}`
const adams = { table: 'unit', id: id(0) } as const

function schools(): Plan {
  const applied = applyChanges(newPlan(), [
    insertChange('wave', newRow('wave', id(50), { name: 'Pilot', kind: 'pilot' })),
    insertChange('unit', newRow('unit', id(0), { name: 'Adams', enrolment: 100, waveId: id(50) }, 0)),
    insertChange('unit', newRow('unit', id(1), { name: 'Baker', parentId: id(0) }, 1)),
    insertChange('note', newRow('note', id(60), { aboutTable: 'unit', aboutRow: id(0), text: 'Small and rural.' })),
  ])
  if (!applied.ok) throw new Error('fixture')
  return applied.value
}

const field = (name: string | RegExp): HTMLElement => screen.getByRole('textbox', { name })

/** What was asked of the file, apart from what is only read. */
const commitsOf = ({ calls }: Pick<FakeBridge, 'calls'>) => calls.filter(({ name }) => name === 'workbook.commit')

describe('the fields of a row', () => {
  test('stand there with their help, and take what is typed when they are left', async () => {
    const { bridge, user } = openPanel(schools(), adams)
    expect(screen.getByRole('heading', { name: 'Adams' })).toBeVisible()
    expect(field('Students')).toHaveAccessibleDescription('Students enrolled.')
    await user.clear(field('Students'))
    await user.type(field('Students'), '1,250')
    expect(commitsOf(bridge)).toEqual([])
    await user.tab()
    await screen.findByDisplayValue('1,250')
    expect(bridge.plan().unit.get(id(0))?.enrolment).toBe(1250)
    expect(commitsOf(bridge).map(({ args }) => args)).toMatchObject([{ code: 'edit', label: 'Students of Adams' }])
  })

  test('say why they cannot take something, and Esc puts back what the plan holds', async () => {
    const { bridge, user } = openPanel(schools(), adams)
    await user.clear(field('Students'))
    await user.type(field('Students'), 'many{Enter}')
    expect(await screen.findByText(/^Students must be/)).toBeVisible()
    expect(field('Students')).toBeInvalid()
    await user.type(field('Students'), '{Escape}')
    expect(field('Students')).toHaveValue('100')
    expect(field('Students')).toBeValid()
    expect(bridge.plan()).toEqual(schools())
  })

  test('pick another row by typing its name, and lead to the row they name', async () => {
    const { bridge, user } = openPanel(schools(), adams)
    await user.click(screen.getByRole('button', { name: 'Go to Pilot' }))
    expect(useInterface.getState()).toMatchObject({ wanted: { table: 'wave', id: id(50) }, screen: 'schools' })
    expect(screen.getByRole('heading', { name: 'Pilot' })).toBeVisible()
    await user.click(screen.getByRole('combobox', { name: /^Kind/ }))
    await user.click(await screen.findByRole('option', { name: /Scale/ }))
    expect(bridge.plan().wave.get(id(50))?.kind).toBe('scale')
  })

  test('keep the words of a refused commit under the field', async () => {
    const { bridge, user } = openPanel(schools(), adams)
    bridge.answer('workbook.commit', () => ({
      ok: false,
      error: { code: 'changes-invalid', message: 'Two schools cannot have the same name.' },
    }))
    await user.clear(field('Name'))
    await user.type(field('Name'), 'Baker{Enter}')
    expect(await screen.findByText('Two schools cannot have the same name.')).toBeVisible()
    expect(field('Name')).toHaveValue('Baker')
  })

  test('cannot be changed in a workbook that is open for reading', () => {
    openPanel(schools(), adams, { isReadOnly: true })
    expect(field('Students')).toHaveAttribute('readonly')
    expect(screen.queryByRole('button', { name: /^Add a note/ })).toBeNull()
  })
})

test('what is worked out for a row stands under its fields, and says what it is made of before any forecast', async () => {
  const plan = schools()
  const applied = applyChanges(plan, [
    insertChange('role', newRow('role', id(70), { name: 'Teacher', kind: 'practitioner' })),
    insertChange('staffGroup', newRow('staffGroup', id(71), { unitId: id(0), roleId: id(70), headcount: 24 })),
  ])
  if (!applied.ok) throw new Error('fixture')
  const { user } = openPanel(applied.value, adams)
  expect(screen.getByRole('heading', { name: 'Worked out' })).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Explain Staff' }))
  expect(screen.getByRole('heading', { name: 'Staff, Adams' })).toHaveFocus()
  await user.click(screen.getByRole('button', { name: /^Teacher/ }))
  expect(useInterface.getState().wanted).toEqual({ table: 'staffGroup', id: id(71) })
})

test('a date is typed, or picked from a calendar that Alt+Down opens and Esc closes', async () => {
  const session = newRow('session', id(90), { title: 'Foundations', month: '2026-09', hours: 6 })
  const applied = applyChanges(schools(), [insertChange('session', session)])
  if (!applied.ok) throw new Error('fixture')
  const { bridge, user } = openPanel(applied.value, { table: 'session', id: id(90) })
  const date = () => screen.getByRole('combobox', { name: /^Date/ })
  const held = () => bridge.plan().session.get(id(90))?.date
  await user.click(date())
  await user.keyboard('{Alt>}{ArrowDown}{/Alt}{ArrowDown}{ArrowRight}')
  expect(date()).toHaveValue('9/9/2026')
  expect(screen.getByRole('grid', { name: 'Date, September 2026' })).toBeVisible()
  await user.keyboard('{Escape}')
  expect(screen.queryByRole('grid')).toBeNull()
  expect(held()).toBeNull()
  await user.keyboard('{Enter}')
  await vi.waitFor(() => expect(held()).toBe('2026-09-09'))
  await user.keyboard('{Alt>}{ArrowDown}{/Alt}')
  await user.click(screen.getByRole('gridcell', { name: 'Tuesday, 9/15/2026' }))
  await vi.waitFor(() => expect(held()).toBe('2026-09-15'))
  await user.clear(date())
  await user.type(date(), 'Oct 1, 2026{Enter}')
  await vi.waitFor(() => expect(held()).toBe('2026-10-01'))
})

test('money is explained before the plan can be forecast, and what only a forecast gives is not', async () => {
  const line = newRow('costLine', id(80), { name: 'Books', amountCents: 120_000, firstMonth: '2026-09' })
  const applied = applyChanges(schools(), [insertChange('costLine', line)])
  if (!applied.ok) throw new Error('fixture')
  openPanel(applied.value, adams)
  act(() => explain({ kind: 'costOfYear', fiscalYear: 2027 }))
  expect(screen.getByRole('heading', { name: 'Cost of fiscal year 2027' })).toBeVisible()
  expect(screen.getByRole('button', { name: /^Books/ })).toHaveTextContent('$1,200')
  act(() => explain({ kind: 'figure', key: 'fidelity' }))
  expect(screen.getByRole('heading', { name: 'Nothing to explain yet' })).toBeVisible()
})

describe('notes', () => {
  test('are added to a field with source and date, mended and deleted, each as one step', async () => {
    const { bridge, user } = openPanel(schools(), adams)
    await user.click(screen.getByRole('button', { name: 'Add a note on Students' }))
    expect(screen.getByRole('combobox', { name: 'About' })).toHaveValue('enrolment')
    await user.type(field('Note'), 'Counted in October.')
    await user.type(field('Source'), 'State file')
    await user.clear(field('Date'))
    await user.type(field('Date'), '10/1/2026')
    await user.click(screen.getByRole('button', { name: 'Keep the note' }))
    await screen.findByText('State file, 10/1/2026')
    const added = rowsOf(bridge.plan(), 'note').find(({ text }) => text === 'Counted in October.')
    expect(added).toMatchObject({ aboutTable: 'unit', aboutRow: id(0), aboutField: 'enrolment', date: '2026-10-01' })
    expect(screen.getByRole('tab', { name: 'Notes (2)' })).toBeVisible()

    const mine = screen.getByText('Counted in October.').closest('li')!
    await user.click(within(mine).getByRole('button', { name: 'Edit this note' }))
    await user.type(field('Note'), ' Again.')
    await user.click(screen.getByRole('button', { name: 'Keep the note' }))
    await screen.findByText('Counted in October. Again.')
    await user.click(within(mine).getByRole('button', { name: 'Delete this note' }))
    await screen.findByRole('tab', { name: 'Notes (1)' })
    expect([...bridge.plan().note.keys()]).toEqual([id(60)])
    expect(commitsOf(bridge).map(({ args }) => (args as { label: string }).label)).toEqual([
      'Add a note to Adams',
      'Edit a note on Adams',
      'Delete a note on Adams',
    ])
  })

  test('are not kept without words, or with a date that is none', async () => {
    const { bridge, user } = openPanel(schools(), adams)
    await user.click(screen.getByRole('tab', { name: 'Notes (1)' }))
    await user.click(screen.getByRole('button', { name: 'Add a note' }))
    await user.clear(field('Date'))
    await user.type(field('Date'), 'soon')
    await user.click(screen.getByRole('button', { name: 'Keep the note' }))
    expect(field('Note')).toBeInvalid()
    expect(field('Date')).toBeInvalid()
    expect(commitsOf(bridge)).toEqual([])
    await user.keyboard('{Escape}')
    expect(screen.queryByRole('textbox', { name: 'Note' })).toBeNull()
  })
})

test('the history tells who did what, when, and what stood there before', async () => {
  const plan = schools()
  const { bridge, user } = openPanel(plan, adams)
  const change = updateChange(plan.unit.get(id(0))!, 'unit', { enrolment: 120, waveId: null })!
  bridge.answer('workbook.rowHistory', () => ({
    ok: true,
    value: [
      {
        id: id(90),
        sequence: 7,
        target: 'plan',
        code: 'edit',
        label: 'Paste 2 cells',
        changeCount: 1,
        at: '2026-11-23T10:42:00.000Z',
        actor: 'Pat Planner',
        changes: [change],
      },
    ],
  }))
  await user.click(screen.getByRole('tab', { name: 'History' }))
  const entry = (await screen.findByText('Paste 2 cells')).closest('li')!
  expect(entry).toHaveTextContent('Pat Planner')
  expect(entry).toHaveTextContent('Students100 → 120')
  expect(entry).toHaveTextContent('WavePilot → empty')
  expect(bridge.calls.at(-1)).toMatchObject({ name: 'workbook.rowHistory', args: { table: 'unit', rowId: id(0) } })
})

test('what uses a row is named by table, and leads there', async () => {
  const { user } = openPanel(schools(), adams)
  await user.click(screen.getByRole('tab', { name: 'Used by (1)' }))
  await user.click(screen.getByRole('button', { name: /^Baker/ }))
  expect(useInterface.getState().wanted).toEqual({ table: 'unit', id: id(1) })
  expect(await screen.findByRole('heading', { name: 'Baker' })).toBeVisible()
})

test('a row that is gone leaves its history, and no row leaves a hint', async () => {
  const { bridge } = openPanel(schools(), { table: 'unit', id: id(77) })
  expect(screen.getByRole('heading', { name: 'This row was deleted' })).toBeVisible()
  await screen.findByText(/^Nothing was done to this row/)
  expect(bridge.calls.at(-1)?.name).toBe('workbook.rowHistory')
})
