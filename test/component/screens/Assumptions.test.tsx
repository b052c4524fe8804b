import { MantineProvider } from '@mantine/core'
import { simulate } from '@shared/model/simulate'
import { render, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { cssVariables, theme } from '../../../renderer/app/theme'
import { Assumptions } from '../../../renderer/screens/if-we/Assumptions'
import { noForecast, useForecast } from '../../../renderer/stores/forecast'
import { initialInterface, useInterface } from '../../../renderer/stores/interface'
import { connectModel } from '../../../renderer/stores/model'
import { forecastPlan } from '../../../renderer/stores/plan-forecast'
import { samplePlan } from '../../fixtures/sample-plan'

connectModel((inputs, options) => Promise.resolve(inputs.map((input) => simulate(input, options))))

test('puts what is taken alike in one line, counts each, and leads to every row', async () => {
  const sample = samplePlan()
  const groups = [...sample.staffGroup].map(([id, row]) => [id, { ...row, onboardingCoverage: null }] as const)
  const answer = await forecastPlan({ ...sample, staffGroup: new Map(groups) })
  if (!answer.ok) throw new Error('the plan cannot be forecast')
  useInterface.setState(initialInterface)
  useForecast.setState({ ...noForecast, shown: answer.value })
  render(
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} env="test">
      <Assumptions />
    </MantineProvider>,
  )
  const open = answer.value.compiled.flatMap(({ assumptions }) =>
    assumptions.filter(({ field }) => field === 'onboardingCoverage'),
  )
  expect(open.length).toBeGreaterThan(3)
  const lines = screen.getAllByRole('row').filter((row) => row.textContent?.includes('New staff trained'))
  expect(lines).toHaveLength(1)
  await userEvent.click(within(lines[0]!).getByText(`${open.length} staff groups`))
  const ways = within(lines[0]!).getAllByRole('button')
  expect(ways).toHaveLength(open.length)
  await userEvent.click(ways[1]!)
  expect(useInterface.getState().wanted).toEqual({ table: 'staffGroup', id: open[1]!.id })
  // a few of a kind stand by themselves
  expect(screen.getByRole('button', { name: 'Cedar Hill Elementary' })).toBeVisible()
})
