import { Button, Group, Progress, Stack, Stepper, Text } from '@mantine/core'
import { formatNumber } from '@shared/plan/format'
import { useEffect, useMemo, useState } from 'react'
import { beginImport, carryOut, questionOf, useImporting } from '../../stores/importing/importing'
import { askPreview, cancelPreview, usePreviewing } from '../../stores/importing/previewing'
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
  const question = useMemo(() => questionOf(state), [state])
  const { preview, isAsking, problem: unclear } = usePreviewing()
  // worked out only where it is looked at: each look copies the whole file to a worker
  const isLooking = step === 2
  useEffect(() => {
    if (isLooking && question) askPreview(plan, question)
  }, [isLooking, plan, question])
  useEffect(() => (isLooking ? cancelPreview : undefined), [isLooking])
  const [problem, setProblem] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  // the tables of this program need no matching
  const steps = state.subject === 'tables' ? [0, 2] : [0, 1, 2]
  const at = steps.indexOf(step)
  const count = preview?.changes.length ?? 0
  const rows = preview ? preview.summary.added + preview.summary.changed + preview.summary.removed : 0

  const finish = async (): Promise<void> => {
    if (!question || !preview) return
    setBusy(true)
    const outcome = await carryOut(question, preview)
    setBusy(false)
    if (!outcome.ok) return setProblem(outcome.error.message)
    closeDialog()
    say(`Imported ${rowCount(rows)} from ${question.fileName}.`, { tone: 'done', hasUndo: true })
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
        <Stepper.Step label="Check and import">
          <Working />
          {preview && <CheckStep preview={preview} />}
        </Stepper.Step>
      </Stepper>
      {(problem ?? unclear) !== null && (
        <Text c="var(--mantine-color-error)" role="alert" mb="sm">
          {problem ?? unclear}
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
          <Button disabled={count === 0 || isAsking} loading={isBusy} onClick={() => void finish()}>
            {importWords(count, rows, isAsking)}
          </Button>
        )}
      </Group>
    </>
  )
}

const rowCount = (rows: number): string => `${formatNumber(rows)} ${rows === 1 ? 'row' : 'rows'}`

const importWords = (changes: number, rows: number, isAsking: boolean): string => {
  if (isAsking) return 'Looking at the file…'
  return changes === 0 ? 'Nothing to import' : `Import ${rowCount(rows)}`
}

/** How far the look at the file is; what was seen last stays below it. */
function Working() {
  const isAsking = usePreviewing((s) => s.isAsking)
  const done = usePreviewing((s) => s.done)
  if (!isAsking) return null
  return (
    <Stack gap={4} mt="xs" role="status">
      <Text size="sm">Looking at what the file would change. Nothing is done yet; Cancel ends it.</Text>
      <Progress
        value={done === null ? 100 : done * 100}
        animated={done === null}
        aria-label="How much of the file was looked at"
      />
    </Stack>
  )
}
