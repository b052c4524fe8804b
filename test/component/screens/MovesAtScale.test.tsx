import { MantineProvider } from '@mantine/core'
import { simulate } from '@shared/model/simulate'
import type { Plan } from '@shared/plan/plan'
import { render, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { cssVariables, theme } from '../../../renderer/app/theme'
import { MovesAtScale } from '../../../renderer/screens/people/MovesAtScale'
import { noForecast, useForecast } from '../../../renderer/stores/forecast'
import { initialInterface, useInterface } from '../../../renderer/stores/interface'
import { connectModel } from '../../../renderer/stores/model'
import { forecastPlan } from '../../../renderer/stores/plan-forecast'
import { samplePlan } from '../../fixtures/sample-plan'

connectModel((inputs, options) => Promise.resolve(inputs.map((input) => simulate(input, options))))

async function show(plan: Plan) {
  const answer = await forecastPlan(plan)
  if (!answer.ok) throw new Error('the plan cannot be forecast')
  useInterface.setState(initialInterface)
  useForecast.setState({ ...noForecast, shown: answer.value })
  render(
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} env="test">
      <MovesAtScale />
    </MantineProvider>,
  )
}

const sample = samplePlan()
const [coachMove] = [...sample.reorganisationMove.values()].filter(({ positionId }) => positionId !== null)

test('says when each move is made on the forecast, and leads to it', async () => {
  await show(sample)
  expect(screen.getByRole('heading', { name: 'The moves begin in Aug 2029' })).toBeVisible()
  const moves = within(screen.getByRole('list', { name: 'Moves' })).getAllByRole('button')
  expect(moves.map(({ textContent }) => textContent)).toEqual([
    'Reading coach (C4) then does: system building, from Aug 2029, once the at-scale test has held.',
    'Walkthrough rounds go to the principals, from Feb 2030, once the at-scale test has held.',
  ])
  await userEvent.click(moves[0]!)
  expect(useInterface.getState().wanted).toEqual({ table: 'reorganisationMove', id: coachMove?.id })
})

test('shows the forecast without and with the moves, only where they differ', async () => {
  await show(sample)
  const table = await screen.findByRole('table', { name: 'The forecast without and with them' })
  const lines = within(table).getAllByRole('row').slice(1)
  // a coach who builds systems coaches no more
  const hours = lines.find((line) => line.textContent?.startsWith('Coach hours lacking'))
  expect(hours).toHaveTextContent(/\+[\d,]+ hours$/)
  expect(lines.every((line) => (line.lastElementChild?.textContent ?? '') !== '')).toBe(true)
})

test('says so where moves of a duty change nothing in the forecast', async () => {
  const duties = [...sample.reorganisationMove].filter(([, { positionId }]) => positionId === null)
  await show({ ...sample, reorganisationMove: new Map(duties) })
  expect(await screen.findByText('The forecast is the same with and without the moves.')).toBeVisible()
})

test('says so where the at-scale test does not hold in time', async () => {
  const late = [...sample.reorganisationMove].map(([id, move]) => [id, { ...move, monthsAfterAtScale: 120 }] as const)
  await show({ ...sample, reorganisationMove: new Map(late) })
  expect(screen.getByRole('heading', { name: 'No move is made within this forecast' })).toBeVisible()
})

test('a plan without moves has nothing to say', async () => {
  await show({ ...sample, reorganisationMove: new Map() })
  expect(screen.queryByRole('heading')).toBeNull()
})
