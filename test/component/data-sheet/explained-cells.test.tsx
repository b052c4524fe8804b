import { screen, within } from '@testing-library/react'
import { applyChanges } from '@shared/plan/apply'
import { insertChange, updateChange } from '@shared/plan/edit'
import { newRow } from '@shared/plan/plan'
import { expect, test } from 'vitest'
import { figureColumn } from '../../../renderer/components/DataSheet/figure-column'
import { cell, id, open, schools } from './open-sheet'

test('a computed cell, a subtotal and the total are explained by Alt+E, by the sign in the cell and from the menu', async () => {
  const asked: unknown[] = []
  const plan = schools()
  const waves = applyChanges(plan, [
    updateChange(plan.unit.get(id(0))!, 'unit', { waveId: id(50) })!,
    insertChange('wave', newRow('wave', id(51), { name: 'Wave 1', kind: 'scale' }, 1)),
  ])
  if (!waves.ok) throw new Error('fixture')
  const students = figureColumn(waves.value, 'studentsOfWave', 90)
  const { user } = open({
    plan: waves.value,
    table: 'wave',
    columns: ['name', students],
    onExplain: (question) => asked.push(question),
  })
  const ofCell = { kind: 'rowFigure', key: 'studentsOfWave', id: id(50) }
  await user.click(cell(0, 1))
  await user.keyboard('{Alt>}e{/Alt}')
  expect(asked).toEqual([ofCell])
  await user.click(within(cell(0, 1)).getByRole('button', { name: 'Explain Students' }))
  expect(asked).toEqual([ofCell, ofCell])
  await user.keyboard('{Shift>}{F10}{/Shift}')
  await user.click(await screen.findByRole('menuitem', { name: /^Explain this figure/ }))
  expect(asked).toEqual([ofCell, ofCell, ofCell])
  await user.keyboard('{Escape}')
  asked.length = 0
  const total = screen.getAllByRole('row').at(-1)!
  await user.click(within(total).getAllByRole('gridcell')[1]!)
  await user.keyboard('{Alt>}e{/Alt}')
  expect(asked).toEqual([
    { kind: 'columnTotal', table: 'wave', key: 'studentsOfWave', ids: [id(50), id(51)], of: null },
  ])
})

test('Alt+E on a typed cell is left to the window, which lists the figures that can be explained', async () => {
  const asked: unknown[] = []
  const { user } = open({ onExplain: (question) => asked.push(question) })
  const keys: boolean[] = []
  const note = (event: KeyboardEvent) => event.key === 'e' && keys.push(event.defaultPrevented)
  window.addEventListener('keydown', note)
  await user.click(cell(0, 2))
  await user.keyboard('{Alt>}e{/Alt}')
  window.removeEventListener('keydown', note)
  expect(keys).toEqual([false])
  expect(asked).toEqual([])
  expect(screen.queryByRole('textbox')).toBeNull()
})
