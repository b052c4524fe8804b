import { MantineProvider } from '@mantine/core'
import { stageMatrix, type StageCell } from '@shared/forecast/stage-rule'
import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { cssVariables, theme } from '../../../renderer/app/theme'
import { StageMatrix } from '../../../renderer/screens/schools/StageMatrix'
import { samplePlan } from '../../fixtures/sample-plan'

const matrix = stageMatrix(samplePlan())

function drawn({ isLocked = false } = {}) {
  const asked: (readonly StageCell[])[] = []
  render(
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} env="test">
      <h2 id="name">Stages</h2>
      <StageMatrix matrix={matrix} labelledBy="name" isLocked={isLocked} onEdit={(cells) => asked.push(cells)} />
    </MantineProvider>,
  )
  const grid = screen.getByRole('grid', { name: 'Stages' })
  const cells = within(grid).getAllByRole('gridcell')
  const cell = (row: number, column: number): HTMLElement => {
    const found = cells[row * matrix.components.length + column]
    if (!found) throw new Error('no such cell')
    return found
  }
  const selected = (): number => cells.filter((one) => one.getAttribute('aria-selected') === 'true').length
  return { asked, cell, selected, grid, cells }
}

describe('the stage matrix', () => {
  it('says every stage as a word, and where the observations differ', () => {
    const { cell } = drawn()
    expect(cell(0, 0)).toHaveTextContent('Full')
    expect(cell(0, 0)).toHaveAccessibleName('Full Seen: Initial, since May 2026')
    expect(cell(6, 4)).toHaveTextContent('Not set')
  })

  it('is one stop for Tab, and arrows, Home and End walk in it without leaving it', async () => {
    const user = userEvent.setup()
    const { cell, cells } = drawn()
    await user.tab()
    expect(cell(0, 0)).toHaveFocus()
    await user.keyboard('{ArrowDown}{ArrowRight}')
    expect(cell(1, 1)).toHaveFocus()
    await user.keyboard('{ArrowLeft}{ArrowLeft}{ArrowLeft}')
    expect(cell(1, 0)).toHaveFocus()
    await user.keyboard('{End}{Control>}{ArrowDown}{/Control}')
    expect(cell(6, 4)).toHaveFocus()
    expect(cells.filter((one) => one.tabIndex === 0)).toEqual([cell(6, 4)])
  })

  it('opens the editor with Enter for what is selected', async () => {
    const user = userEvent.setup()
    const { asked, selected } = drawn()
    await user.tab()
    await user.keyboard('{Enter}')
    await user.keyboard('{Shift>}{ArrowDown}{ArrowDown}{ArrowRight}{/Shift}')
    expect(selected()).toBe(6)
    await user.keyboard('{Enter}')
    await user.keyboard('{Escape}{Enter}')
    expect(asked.map((cells) => cells.length)).toEqual([1, 6, 1])
    expect(asked[0]).toEqual([{ unitId: matrix.schools[0]?.id, componentId: matrix.components[0]?.id }])
  })

  it('selects a whole school, a whole component and everything', async () => {
    const user = userEvent.setup()
    const { selected } = drawn()
    await user.tab()
    await user.keyboard('{Shift>} {/Shift}')
    expect(selected()).toBe(matrix.components.length)
    await user.keyboard('{Control>} {/Control}')
    expect(selected()).toBe(matrix.schools.length)
    await user.keyboard('{Control>}a{/Control}')
    expect(selected()).toBe(matrix.schools.length * matrix.components.length)
  })

  it('selects with the mouse as with the keys', async () => {
    const user = userEvent.setup()
    const { cell, selected, asked } = drawn()
    await user.click(cell(1, 1))
    await user.keyboard('{Shift>}')
    await user.click(cell(3, 2))
    await user.keyboard('{/Shift}')
    expect(selected()).toBe(6)
    await user.dblClick(cell(5, 0))
    expect(asked.at(-1)).toHaveLength(1)
  })

  it('changes nothing where the workbook is open for reading only', async () => {
    const user = userEvent.setup()
    const { asked } = drawn({ isLocked: true })
    await user.tab()
    await user.keyboard('{ArrowDown}{Enter}')
    expect(asked).toEqual([])
  })
})
