import { MantineProvider } from '@mantine/core'
import { rowsOf } from '@shared/plan/plan'
import { fireEvent, render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { WaveBoard } from '../../../renderer/screens/schools/WaveBoard'
import { waveColumns } from '../../../renderer/screens/schools/school-figures'
import { planOf } from '../../unit/money/plan-of'

const plan = planOf({
  wave: [
    { id: 'w1', name: 'Pilot', kind: 'pilot' },
    { id: 'w2', name: 'Wave 1' },
  ],
  unit: [{ id: 'u1', name: 'Adams', kind: 'school', waveId: 'w1' }],
})

const open = (isLocked: boolean) =>
  render(
    <MantineProvider env="test">
      <WaveBoard columns={waveColumns(rowsOf(plan, 'unit'), rowsOf(plan, 'wave'), new Map())} isLocked={isLocked} />
    </MantineProvider>,
  )

test('a right click on a card offers the other waves', async () => {
  open(false)
  fireEvent.contextMenu(screen.getByText('Adams'))
  expect(await screen.findByRole('menuitem', { name: 'Wave 1' })).toBeVisible()
  expect(screen.queryByRole('menuitem', { name: 'Pilot' })).toBeNull()
})

test('open for reading only, a card has no menu', () => {
  open(true)
  fireEvent.contextMenu(screen.getByText('Adams'))
  expect(screen.queryByRole('menu')).toBeNull()
})
