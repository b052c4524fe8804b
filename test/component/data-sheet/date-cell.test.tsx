import { screen, within } from '@testing-library/react'
import { rowsOf } from '@shared/plan/plan'
import { describe, expect, test } from 'vitest'
import { cell, last, open, sessions } from './open-sheet'

describe('a date cell', () => {
  const openDates = () => {
    const opened = open({ plan: sessions(), table: 'session', columns: ['title', 'date'] })
    const held = () => rowsOf(last(opened.done), 'session')[0]!.date
    return { ...opened, held }
  }

  test('opens a calendar with Alt+Down, in which keys go by day, week, month and year, and Enter takes the day', async () => {
    const { user, done, held } = openDates()
    await user.click(cell(0, 1))
    await user.keyboard('{Alt>}{ArrowDown}{/Alt}')
    const field = screen.getByRole('combobox', { name: 'Date' })
    expect(field).toHaveFocus()
    // the session is in September: that is where its day will be
    screen.getByRole('grid', { name: 'Date, September 2026' })
    await user.keyboard('{PageDown}{PageDown}')
    const grid = screen.getByRole('grid', { name: 'Date, November 2026' })
    expect(within(grid).getByRole('gridcell', { name: 'Monday, 11/23/2026' })).toHaveAttribute('aria-current', 'date')
    await user.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}{ArrowRight}{ArrowRight}{ArrowDown}')
    expect(field).toHaveValue('12/1/2026')
    await user.keyboard('{PageDown}{Shift>}{PageUp}{/Shift}')
    expect(field).toHaveValue('1/1/2026')
    await user.keyboard('{Home}')
    expect(field).toHaveValue('12/28/2025')
    await user.keyboard('{End}')
    const chosen = screen.getByRole('gridcell', { name: 'Saturday, 1/3/2026' })
    expect(chosen).toHaveAttribute('aria-selected', 'true')
    expect(field).toHaveAttribute('aria-activedescendant', chosen.id)
    expect(done).toEqual([])
    await user.keyboard('{Enter}')
    expect(done).toHaveLength(1)
    expect(held()).toBe('2026-01-03')
    expect(screen.queryByRole('combobox', { name: 'Date' })).toBeNull()
  })

  test('takes the day that is clicked, and the day it opens at where Enter follows at once', async () => {
    const { user, held } = openDates()
    await user.click(cell(0, 1))
    await user.keyboard('{Alt>}{ArrowDown}{/Alt}{Enter}')
    expect(held()).toBe('2026-09-01')
    await user.dblClick(cell(0, 1))
    await user.click(screen.getByRole('button', { name: 'Next month' }))
    await user.click(screen.getByRole('gridcell', { name: 'Thursday, 10/15/2026' }))
    expect(held()).toBe('2026-10-15')
  })

  test('is typed as before, and Esc leaves it as it was', async () => {
    const { user, done, held } = openDates()
    await user.click(cell(0, 1))
    await user.keyboard('7/4/27{Enter}')
    expect(held()).toBe('2027-07-04')
    await user.click(cell(0, 1))
    await user.keyboard('{Alt>}{ArrowDown}{/Alt}')
    expect(screen.getByText('No school in July 2027, by the school calendar.', { exact: false })).toBeVisible()
    await user.keyboard('{ArrowRight}{Escape}')
    expect(done).toHaveLength(1)
    expect(cell(0, 1)).toHaveTextContent('7/4/2027')
    await user.keyboard('soon{Enter}')
    expect(done).toHaveLength(1)
    expect(await screen.findByText(/must be a day|Date must/)).toBeVisible()
  })
})
