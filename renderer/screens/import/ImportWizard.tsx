import { Button, Group, Stepper, Text } from '@mantine/core'
import { useDeferredValue, useEffect, useMemo, useState } from 'react'
import { newId } from '../../stores/bridge'
import { beginImport, carryOut, questionOf, useImporting } from '../../stores/importing/importing'
import { previewOf } from '../../stores/importing/preview'
import { closeDialog, say, type ImportSubject } from '../../stores/interface'
import { useWorkbook } from '../../stores/workbook'
import { CheckStep } from './CheckStep'
import { FileStep } from './FileStep'
import { MatchStep } from './MatchStep'

type Props = { readonly subject: ImportSubject | null; readonly path: string | null }

/** Brings a spreadsheet into the plan in three steps: which file, which column is what, and a look at what would happen. */
export function ImportWizard({ subject, path }: Props) {
  const [step, setStep] = useState(0)
  const state = useImporting()
  const plan = useWorkbook((s) => s.plan)
  useEffect(() => void beginImport(subject, path), [subject, path])
  const question = useDeferredValue(useMemo(() => questionOf(state), [state]))
  const preview = useMemo(() => (question ? previewOf(plan, question, newId) : null), [plan, question])
  const [problem, setProblem] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  // the tables of this program need no matching
  const steps = state.subject === 'tables' ? [0, 2] : [0, 1, 2]
  const at = steps.indexOf(step)
  const count = preview?.changes.length ?? 0
  const rows = preview ? preview.summary.added + preview.summary.changed : 0

  const finish = async (): Promise<void> => {
    if (!question || !preview) return
    setBusy(true)
    const outcome = await carryOut(question, preview)
    setBusy(false)
    if (!outcome.ok) return setProblem(outcome.error.message)
    closeDialog()
    say(`Imported ${rows} rows from ${question.fileName}.`, { tone: 'done', hasUndo: true })
  }

  return (
    <>
      <Stepper active={step} size="sm" iconSize={28} onStepClick={setStep} allowNextStepsSelect={false} mb="md">
        <Stepper.Step label="File">
          <FileStep />
        </Stepper.Step>
        <Stepper.Step label="Match columns">
          <MatchStep />
        </Stepper.Step>
        <Stepper.Step label="Check and import">{preview && <CheckStep preview={preview} />}</Stepper.Step>
      </Stepper>
      {problem !== null && (
        <Text c="var(--mantine-color-error)" role="alert" mb="sm">
          {problem}
        </Text>
      )}
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={closeDialog}>
          Cancel
        </Button>
        {at > 0 && (
          <Button variant="default" onClick={() => setStep(steps[at - 1] ?? 0)}>
            Back
          </Button>
        )}
        {step < 2 && (
          <Button disabled={!question} onClick={() => setStep(steps[at + 1] ?? 2)}>
            Next
          </Button>
        )}
        {step === 2 && (
          <Button disabled={count === 0} loading={isBusy} onClick={() => void finish()}>
            {count === 0 ? 'Nothing to import' : `Import ${rows} rows`}
          </Button>
        )}
      </Group>
    </>
  )
}
