import { MantineProvider } from '@mantine/core'
import { buildReport } from '@shared/report/build-report'
import type { Report } from '@shared/report/report'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { plainReport } from '../../../renderer/screens/reports/report-choice'
import { ReportChoices } from '../../../renderer/screens/reports/ReportChoices'
import { samplePlan } from '../../fixtures/sample-plan'

const reportWith = (contact: string | null): Report => {
  const built = buildReport({
    subject: { name: null, question: null, plan: samplePlan() },
    choices: [],
    options: { audience: 'board', date: '2026-11-23', decisionAsked: null, contact, isDraft: false },
  })
  if (!built.ok) throw new Error('the sample cannot be forecast')
  return built.value
}

const show = (report: Report): void => {
  render(
    <MantineProvider env="test">
      <ReportChoices choice={plainReport()} onChoose={() => undefined} report={report} />
    </MantineProvider>,
  )
}

describe('the accessibility check before the export', () => {
  it('says what is missing and what to do, and leads to the field', async () => {
    show(reportWith(null))
    expect(screen.getByRole('status')).toHaveTextContent('1 that would make it easier.')
    await userEvent.setup().click(screen.getByRole('button', { name: /^Go to the field: Nobody is named/ }))
    expect(screen.getByLabelText('Contact')).toHaveFocus()
  })

  it('says that there is nothing where there is nothing', () => {
    show(reportWith('Office of Teaching'))
    expect(screen.getByRole('status')).toHaveTextContent('Nothing found')
    expect(screen.queryByRole('list', { name: 'What the accessibility check found' })).toBeNull()
  })
})
