import { MantineProvider } from '@mantine/core'
import { guessMapping } from '@shared/exchange/guess'
import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it } from 'vitest'
import { MatchStep } from '../../../renderer/screens/import/MatchStep'
import { noImport, useImporting } from '../../../renderer/stores/importing/importing'

const rows = [
  ['What is due', 'When', 'Campus'],
  ['Tell the board', '3/1/2027', '027'],
  ['Order materials', '4/1/2027', '112'],
]

beforeEach(() => {
  const [header = [], ...samples] = rows
  useImporting.setState({
    ...noImport,
    file: { fileName: 'dates.csv', sheets: [{ name: 'dates', rows }], problems: [] },
    subject: 'milestone',
    mapping: { ...guessMapping('milestone', header, samples), headerRow: 0 },
  })
  render(
    <MantineProvider env="test">
      <MatchStep />
    </MantineProvider>,
  )
})
const fieldOf = (key: string) => useImporting.getState().mapping?.fields.find(({ field }) => field === key)

/** Opens a field's list and chooses from it; every list of the step is there, those of other fields hidden. */
async function choose(label: string, option: string): Promise<void> {
  const user = userEvent.setup()
  const input = screen.getAllByLabelText(label).find((element) => element instanceof HTMLInputElement)!
  await user.click(input)
  const list = document.getElementById(input.getAttribute('aria-controls') ?? '')!
  await user.click(within(list).getByRole('option', { name: option, hidden: true }))
}

describe('matching the columns of any sheet', () => {
  it('offers every field of the table, each with every column and one value for all rows', async () => {
    await choose('Column for Milestone', 'What is due')
    expect(fieldOf('name')).toMatchObject({ source: { kind: 'column', column: 'What is due' } })
  })

  it('takes one value for all rows, chosen or typed', async () => {
    await choose('Column for Owner', 'The same in every row')
    const user = userEvent.setup()
    await user.type(screen.getAllByLabelText('Owner in every row')[0]!, 'Cabinet')
    expect(fieldOf('owner')).toMatchObject({ source: { kind: 'value', value: 'Cabinet' } })
  })

  it('says how codes are read, with as many digits as the longest has', async () => {
    await choose('Column for School', 'Campus')
    await choose('How School is read', 'filled with zeros')
    expect(fieldOf('unitId')?.transform).toEqual({ kind: 'pad', width: 3 })
    expect(screen.getByLabelText('Digits of School')).toHaveValue('3')
  })
})
