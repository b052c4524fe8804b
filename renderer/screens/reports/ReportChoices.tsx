import { Button, Checkbox, Select, Stack, Textarea, TextInput, Title } from '@mantine/core'
import type { Audience, Report } from '@shared/report/report'
import { IconFileSpreadsheet, IconFileTypePdf } from '@tabler/icons-react'
import { useState } from 'react'
import { Card } from '../../components/Card'
import { exportReport, type ReportForm } from '../../stores/report-export'
import { offeredScenarios } from '../../stores/scenarios'
import { useWorkbook } from '../../stores/workbook'
import { AccessCheck } from './AccessCheck'
import { fieldIds } from './places'
import type { ReportChoice } from './report-choice'
import styles from './reports.module.css'

const audiences: readonly { readonly value: Audience; readonly label: string }[] = [
  { value: 'board', label: 'Board' },
  { value: 'cabinet', label: 'Cabinet' },
  { value: 'principal', label: 'Principals' },
  { value: 'team', label: 'Team' },
]

type Props = {
  readonly choice: ReportChoice
  readonly onChoose: (choice: ReportChoice) => void
  readonly report: Report
}

/** Whom the report is for, what it asks, what stands beside the plan, what in it would not reach everybody, and the buttons that make the file. */
export function ReportChoices({ choice, onChoose, report }: Props) {
  const [isBusy, setBusy] = useState(false)
  const make = async (form: ReportForm) => {
    setBusy(true)
    await exportReport({ ...choice, besides: [...choice.besides], form })
    setBusy(false)
  }
  const textOf = (text: string): string | null => (text.trim() === '' ? null : text)
  return (
    <div className={styles['choices']}>
      <Card>
        <Stack gap="sm">
          <Title order={2} size="h4">
            This report
          </Title>
          <Select
            label="For"
            data={audiences}
            allowDeselect={false}
            value={choice.audience}
            onChange={(audience) => {
              const known = audiences.find(({ value }) => value === audience)
              if (known) onChoose({ ...choice, audience: known.value })
            }}
          />
          <Textarea
            id={fieldIds.decisionAsked}
            label="Decision asked"
            placeholder="What the readers are asked to decide"
            autosize
            minRows={2}
            maxRows={6}
            maxLength={4000}
            value={choice.decisionAsked ?? ''}
            onChange={(event) => onChoose({ ...choice, decisionAsked: textOf(event.currentTarget.value) })}
          />
          <TextInput
            id={fieldIds.contact}
            label="Contact"
            placeholder="Whom to ask"
            maxLength={200}
            value={choice.contact ?? ''}
            onChange={(event) => onChoose({ ...choice, contact: textOf(event.currentTarget.value) })}
          />
          <Checkbox
            label="This is a draft"
            description="Every page says so"
            checked={choice.isDraft}
            onChange={(event) => onChoose({ ...choice, isDraft: event.currentTarget.checked })}
          />
          <BesideList choice={choice} onChoose={onChoose} />
          <AccessCheck report={report} />
          <Button
            leftSection={<IconFileTypePdf size={18} />}
            disabled={isBusy}
            onClick={() => void make('pdf')}
            fullWidth
          >
            Export report as PDF
          </Button>
          <Button
            variant="default"
            leftSection={<IconFileSpreadsheet size={18} />}
            disabled={isBusy}
            onClick={() => void make('xlsx')}
            fullWidth
          >
            Export report to Excel
          </Button>
        </Stack>
      </Card>
    </div>
  )
}

function BesideList({ choice, onChoose }: Pick<Props, 'choice' | 'onChoose'>) {
  const scenarios = offeredScenarios(useWorkbook((state) => state.scenarios))
  const target = useWorkbook((state) => state.target)
  const others = scenarios.filter(({ id }) => target === 'plan' || id !== target.scenarioId)
  if (others.length === 0) return null
  return (
    <Checkbox.Group
      id={fieldIds.besides}
      tabIndex={-1}
      label="Show beside it"
      description="At most three scenarios"
      value={[...choice.besides]}
      onChange={(besides) => onChoose({ ...choice, besides: besides.slice(0, 3) })}
    >
      <Stack gap={6} mt={6}>
        {others.map(({ id, name }) => (
          <Checkbox key={id} value={id} label={name} />
        ))}
      </Stack>
    </Checkbox.Group>
  )
}
