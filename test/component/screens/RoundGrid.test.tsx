import { MantineProvider } from '@mantine/core'
import { roundLines, roundProblems, type RoundLine } from '@shared/forecast/evidence-round-entry'
import { namesOf } from '@shared/plan/names'
import { rowsOf } from '@shared/plan/plan'
import { fireEvent, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { describe, expect, it } from 'vitest'
import { cssVariables, theme } from '../../../renderer/app/theme'
import { RoundGrid } from '../../../renderer/screens/fidelity/RoundGrid'
import { samplePlan } from '../../fixtures/sample-plan'

const plan = samplePlan()
const names = namesOf(plan)
const measureId = [...plan.fidelityMeasure.keys()][0] ?? ''
const pilots = rowsOf(plan, 'unit').filter(({ name }) => /^(Cedar|Riverside)/.test(name))
const date = '2026-07-20'

function TestGrid({ misses }: { readonly misses: (string | null)[] }) {
  const [lines, setLines] = useState<readonly RoundLine[]>(() =>
    roundLines(
      plan,
      measureId,
      date,
      pilots.map(({ id }) => id),
    ),
  )
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} env="test">
      <RoundGrid
        lines={lines}
        problems={roundProblems({ measureId, date, lines }, names)}
        names={names}
        onChange={setLines}
        onMisses={(sentence) => misses.push(sentence)}
      />
    </MantineProvider>
  )
}

const cell = (field: string, school: string, component: string): HTMLInputElement =>
  screen.getByLabelText(`${field}, ${school}, ${component}`)
const sounds = 'Daily sounds and letters'
const paste = (into: HTMLElement, text: string): void => {
  fireEvent.paste(into, { clipboardData: { getData: () => text } })
}

describe('the lines of a round', () => {
  it('take a block of figures from the cell it is pasted into', () => {
    render(<TestGrid misses={[]} />)
    paste(cell('Using', 'Cedar Hill Elementary', sounds), '7\t3\r\n8\t4\r\n')
    expect(cell('Using', 'Cedar Hill Elementary', sounds)).toHaveValue('7')
    expect(cell('With fidelity', 'Cedar Hill Elementary', 'Reading aloud and talk')).toHaveValue('4')
  })

  it('put named lines in their place and say which found none', () => {
    const misses: (string | null)[] = []
    render(<TestGrid misses={misses} />)
    const block = `Riverside Elementary\t${sounds}\t40\t38\t30\t20\t15\nLincoln\t${sounds}\t1\t1\t1\t1\t1`
    paste(cell('Observed', 'Cedar Hill Elementary', sounds), block)
    expect(cell('With fidelity', 'Riverside Elementary', sounds)).toHaveValue('20')
    expect(cell('Observed', 'Cedar Hill Elementary', sounds)).toHaveValue('')
    expect(misses.at(-1)).toContain('Lincoln')
  })

  it('mark a figure that is more than its whole', async () => {
    const user = userEvent.setup()
    render(<TestGrid misses={[]} />)
    await user.type(cell('Observed', 'Cedar Hill Elementary', sounds), '10')
    await user.type(cell('Using', 'Cedar Hill Elementary', sounds), '11')
    expect(cell('Using', 'Cedar Hill Elementary', sounds)).toHaveAttribute('aria-invalid', 'true')
    expect(cell('Observed', 'Cedar Hill Elementary', sounds)).toHaveAttribute('aria-invalid', 'false')
  })

  it('are walked down and up with Enter and the arrows', async () => {
    const user = userEvent.setup()
    render(<TestGrid misses={[]} />)
    cell('Observed', 'Cedar Hill Elementary', sounds).focus()
    await user.keyboard('{Enter}{ArrowDown}')
    expect(cell('Observed', 'Cedar Hill Elementary', 'Small groups by need')).toHaveFocus()
    await user.keyboard('{Shift>}{Enter}{/Shift}{ArrowUp}')
    expect(cell('Observed', 'Cedar Hill Elementary', sounds)).toHaveFocus()
  })
})
